import { conversationViews } from "../../core/conversation/index-entries.ts";
import type { Conversation, Handoff } from "../../core/conversation/state.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import type { Store } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { HandleEvent } from "../handle-event.ts";
import { othersFirst } from "../others-first.ts";
import type { Parts } from "../parts.ts";
import { readOne } from "../read.ts";

const pageSize = 200;
/** No document has this version: a commit that expects it is refused, whatever is stored. */
const noVersion = -1;

interface Waits {
  readonly id: string;
  readonly handoff: Handoff;
}

/** Customers who wait and whose stored wake-up is gone: it is made up for, and the next one is planned (I5). */
export async function adoptForgotten(
  parts: Pick<Parts, "store" | "clock">,
  handle: HandleEvent,
): Promise<readonly string[]> {
  const adopted: string[] = [];
  let cursor: string | null = null;
  do {
    const view = {
      view: conversationViews.byPhase,
      key: "queue",
      order: "ascending",
      limit: pageSize,
      cursor,
    } as const;
    const page = await parts.store.query(view);
    const waiting = page.items.flatMap(({ body }) => waitOf(readConversation(body)) ?? []);
    for (const { id } of await withoutWakeUp(parts, waiting)) {
      if (await wake(parts, handle, id)) adopted.push(id);
    }
    cursor = page.next;
    await othersFirst();
  } while (cursor !== null);
  return adopted;
}

function waitOf({ id, control }: Conversation): Waits | null {
  return control.phase === "queue" ? { id, handoff: control.handoff } : null;
}

/** One question for a whole page, as long as nothing is missing. */
async function withoutWakeUp(
  { store, clock }: Pick<Parts, "store" | "clock">,
  waiting: readonly Waits[],
): Promise<readonly Waits[]> {
  const missing: Waits[] = [];
  let left = waiting;
  while (left.length > 0) {
    const gone = await firstGone(store, clock.now(), left);
    if (gone === null) break;
    missing.push(...left.filter(({ handoff }) => handoff.wakeUpEffectId === gone));
    left = left.filter(({ handoff }) => handoff.wakeUpEffectId !== gone);
  }
  return missing;
}

/**
 * Whether effects are still to come is asked by a commit that would settle them and can never be made: a store looks for
 * what is gone before it looks at versions, and one that is refused leaves no trace.
 */
async function firstGone(store: Store, at: number, waiting: readonly Waits[]): Promise<string | null> {
  const settles = waiting.map(({ handoff }) => handoff.wakeUpEffectId);
  const never = { kind: "orphan-sweep", id: "never", version: noVersion };
  const result = await store.commit({ ...emptyCommit(at), settles, expects: [never] });
  return result.status === "duplicate" ? result.key : null;
}

/** It may have been woken, or be with somebody, since the page was read. */
async function wake(parts: Pick<Parts, "store" | "clock">, handle: HandleEvent, id: string): Promise<boolean> {
  const conversation = await readOne(parts.store, id);
  const waits = conversation && waitOf(conversation);
  if (!waits || (await firstGone(parts.store, parts.clock.now(), [waits])) === null) return false;
  const { handoff } = waits;
  const effectId = handoff.wakeUpEffectId;
  const timer = { kind: "handoff-wake-up", handoffId: handoff.id, round: handoff.wakeUpRound } as const;
  const event = { type: "timer-fired", id: `${effectId}.orphan`, at: parts.clock.now(), effectId, timer } as const;
  return (await handle(id, event)).status === "committed";
}
