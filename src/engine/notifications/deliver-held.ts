import type { PushMethod } from "../../core/notifications/preferences.ts";
import { type HappeningFacts, languageFor, wordsFor } from "../../core/notifications/words.ts";
import type { IndexChange } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import { factsOf, personOf } from "./deliver-one.ts";
import { attempt, type DeliverParts, type Handed, handedOf } from "./deliver-parts.ts";
import { type DeliverTo, type HeldItem, heldKey, heldView, type InboxItem, inboxKey } from "./documents.ts";
import { heldEffect } from "./plan-deliveries.ts";

const pageSize = 200;
const mostPages = 5;

/** Everything that one person's quiet hours held back, as one message; what they have read meanwhile is left out. */
export async function deliverHeld(
  deliverParts: DeliverParts,
  id: string,
  { agentId, method }: Extract<DeliverTo, { type: "held" }>,
  stop: AbortSignal,
): Promise<Handed> {
  const { parts, policies } = deliverParts;
  const view = heldView(method);
  const items = await readHeld(deliverParts, view, agentId);
  const newest = items.at(-1);
  if (!newest) return { status: "nothing-left" };
  const person = await personOf(parts.store, agentId);
  const unread = await withoutRead(deliverParts, items);
  const found = await Promise.all(unread.map(({ told, isPersonal }) => factsOf(deliverParts, told, isPersonal)));
  const happened = found.filter((facts): facts is HappeningFacts => facts !== null && !facts.isOver);
  if (person && happened.length > 0) {
    const language = languageFor([person.agent.locale, policies.current().settings.company.defaultLocale]);
    const now = parts.clock.now();
    const words = wordsFor(happened, { language, now, isBundle: happened.length > 1, isForPerson: true });
    const told = unread
      .filter((_item, index) => happened.some((facts) => facts === found[index]))
      .map((item) => item.told);
    const result = await attempt(
      deliverParts,
      method,
      { id: `held.${newest.id}`, to: person.addressee, words, told },
      stop,
    );
    if (result.status !== "delivered") return handedOf(result);
  }
  return release(deliverParts, id, { agentId, method, items, newest });
}

async function withoutRead({ parts }: DeliverParts, items: readonly HeldItem[]): Promise<readonly HeldItem[]> {
  const keys = items.flatMap(({ itemId }) => (itemId === null ? [] : [inboxKey(itemId)]));
  const stored = keys.length === 0 ? [] : await parts.store.load(keys);
  const read = new Set(stored.flatMap((item) => (item && (item.body as InboxItem).readAt !== null ? [item.id] : [])));
  return items.filter(({ itemId }) => itemId === null || !read.has(itemId));
}

/** Not what is held back until later: a delivery that was tried again for hours ends in the next quiet hours, too. */
async function readHeld({ parts }: DeliverParts, view: string, agentId: string): Promise<readonly HeldItem[]> {
  const now = parts.clock.now();
  const items: HeldItem[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < mostPages; pages++) {
    const page = await parts.store.query({ view, key: agentId, limit: pageSize, order: "ascending", cursor });
    const held = page.items.map(({ body }) => body as HeldItem);
    items.push(...held.filter(({ heldUntil = 0 }) => heldUntil <= now));
    cursor = page.next;
    if (cursor === null) break;
  }
  return items;
}

interface Released {
  readonly agentId: string;
  readonly method: PushMethod;
  readonly items: readonly HeldItem[];
  readonly newest: HeldItem;
}

/**
 * With the effect itself, so that a repetition finds nothing left to say. What was held back while these were delivered
 * found that effect still there, and has none of its own: one more look finds it.
 */
async function release(
  { parts }: DeliverParts,
  effectId: string,
  { agentId, method, items, newest }: Released,
): Promise<Handed> {
  const at = parts.clock.now();
  const view = heldView(method);
  await parts.store.commit({
    ...emptyCommit(at),
    settles: [effectId],
    removes: items.map(({ id }) => heldKey(id)),
    index: items.map(({ id }): IndexChange => ({ change: "remove", view, key: agentId, ...heldKey(id) })),
    effects: [heldEffect(`held.${newest.id}.rest`, { agentId, method, dueAt: at })],
  });
  parts.wakeAt(at);
  return { status: "settled" };
}
