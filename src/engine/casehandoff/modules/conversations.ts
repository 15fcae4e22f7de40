import type { CaseItem, ItemResult } from "../../../core/casehandoff/item.ts";
import type { EventBody } from "../../../core/conversation/event.ts";
import { conversationViews } from "../../../core/conversation/index-entries.ts";
import type { Conversation, HumanControl } from "../../../core/conversation/state.ts";
import { readConversation } from "../../../core/conversation/upgrade.ts";
import { own } from "../../../core/rules/destination.ts";
import type { Destination } from "../../../core/rules/rule.ts";
import type { Settings } from "../../../core/settings/settings.ts";
import type { Commit } from "../../../ports/store.ts";
import { type DecidedTogether, type DecideTools, decideTogether } from "../../decide-together.ts";
import type { Parts } from "../../parts.ts";
import type { PolicyReader } from "../../settings/policy-reader.ts";
import type { Carrying, FoundItem, ItemModule } from "./item-module.ts";

const pageSize = 200;
/** A person's document holds all they have: written once for so many, and small enough that nobody waits for it. */
const batchSize = 25;

/** The conversations somebody has. One that is silent moves without taking room, and stays silent. */
export function conversationsModule(parts: Parts, policies: PolicyReader, tools: DecideTools): ItemModule {
  return {
    id: "conversations",
    name: "Conversations",
    batchSize,
    isOutside: false,
    async list({ id }, cursor) {
      // Whoever writes meanwhile comes behind what has been read, and is seen twice rather than not at all.
      const view = { view: conversationViews.byAgent, key: id, order: "ascending" } as const;
      const page = await parts.store.query({ ...view, limit: pageSize, cursor });
      const items = page.items.map(({ body }) => found(readConversation(body)));
      return { status: "listed", items, next: page.next };
    },
    async carry(items, carrying) {
      const together = await decideTogether(
        tools,
        items.map(({ reference }) => reference),
      );
      const results = new Map<string, ItemResult>();
      for (const item of items) {
        const { settings } = policies.current();
        const moving = carrying.direction === "out" ? moveOut : moveBack;
        results.set(item.id, await moving(together, item, carrying, settings));
      }
      return { results, commit: withoutSingleNotices(together.commit()), settled: together.settled };
    },
  };

  function found({ id, epoch, control, route }: Conversation): FoundItem {
    const channelKind = parts.channels.get(route.channelId)?.kind ?? "unknown";
    const isIdle = control.phase === "human" && control.isIdle;
    const units = isIdle ? 0 : (policies.current().settings.people.channelWeights[channelKind] ?? 1);
    return { kind: "conversation", reference: id, seen: String(epoch), units, channelKind };
  }
}

async function moveOut(
  together: DecidedTogether,
  item: CaseItem,
  carrying: Carrying,
  settings: Settings,
): Promise<ItemResult> {
  const { reference, fromId, seen } = item;
  const toId = item.toId ?? carrying.onlyTakerId;
  const conversation = together.conversation(reference);
  if (!conversation) return { status: "skipped-changed", reason: "gone" };
  const { control, epoch } = conversation;
  if (control.phase !== "human") return { status: "skipped-changed", reason: control.phase };
  if (control.agentId !== fromId || String(epoch) !== seen)
    return { status: "skipped-changed", reason: "owner-changed" };
  if (toId === null) return withoutRoom(together, item, carrying, placeOf(control, carrying, settings));
  const decided = await together.decide(reference, [assigned(item, toId, carrying)], carrying.at);
  if (decided.status === "refused") {
    return decided.code === "agent-full"
      ? withoutRoom(together, item, carrying, placeOf(control, carrying, settings))
      : { status: "failed", reason: decided.code };
  }
  const left = String(decided.conversation.epoch);
  return { status: "moved", placed: { type: "agent", id: toId }, left, reason: null };
}

/** Nobody is given more than they can take (I7): it waits for whoever has room first, or stays. */
async function withoutRoom(
  together: DecidedTogether,
  item: CaseItem,
  carrying: Carrying,
  destination: Destination | null,
): Promise<ItemResult> {
  const { handoff, at } = carrying;
  const { whenFull, tellsCustomers: tellsCustomer } = handoff.choices;
  if (whenFull === "skip") return { status: "failed", reason: "agent-full" };
  const event = { type: "conversation-unassigned", byAgentId: null, destination, note: null } as const;
  const unassigned = { ...event, tellsCustomer, id: eventId(item, carrying) };
  const decided = await together.decide(item.reference, [unassigned], at);
  if (decided.status === "refused") return { status: "failed", reason: decided.code };
  const { control, epoch } = decided.conversation;
  const queueId = control.phase === "queue" ? control.handoff.destination.id : "";
  return { status: "moved", placed: { type: "queue", id: queueId }, left: String(epoch), reason: "agent-full" };
}

/**
 * The queue it was routed to (`null`: where it came from), whose people, promises and figures are those of its work; only
 * without one, or when it is no more, with the people of whoever was to have it.
 */
function placeOf({ handoff }: HumanControl, { overflow }: Carrying, { queues }: Settings): Destination | null {
  const from = handoff?.destination;
  return from?.type === "queue" && own(queues, from.id) ? null : overflow;
}

async function moveBack(together: DecidedTogether, item: CaseItem, carrying: Carrying): Promise<ItemResult> {
  const { reference, fromId, left } = item;
  const conversation = together.conversation(reference);
  if (!conversation) return { status: "left-alone", reason: "gone" };
  const { control, epoch } = conversation;
  if (control.phase !== "human" && control.phase !== "queue") return { status: "left-alone", reason: control.phase };
  if (control.phase === "human" && control.agentId === fromId) return { status: "returned" };
  if (String(epoch) !== left && !carrying.isForced) return { status: "left-alone", reason: "owner-changed" };
  const decided = await together.decide(reference, [assigned(item, fromId, carrying)], carrying.at);
  return decided.status === "applied" ? { status: "returned" } : { status: "left-alone", reason: decided.code };
}

function assigned(item: CaseItem, agentId: string, carrying: Carrying): EventBody & { readonly id: string } {
  const { id: jobId, choices } = carrying.handoff;
  const { tellsCustomers: tellsCustomer } = choices;
  const event = { type: "conversation-assigned", agentId, byAgentId: null, evenIfAway: true } as const;
  return { ...event, jobId, tellsCustomer, id: eventId(item, carrying) };
}

/** Of the plan, the item and the way: the same attempt is the same event. */
function eventId({ id, tries }: CaseItem, { direction, handoff }: Carrying): string {
  return `${id}.${direction}.${handoff.run.round}.${tries}`;
}

/** A thousand conversations are one piece of news, told when all is done. */
function withoutSingleNotices(commit: Partial<Commit>): Partial<Commit> {
  const effects = commit.effects?.filter(({ body }) => {
    const { type, notice } = body as { readonly type: string; readonly notice?: { readonly kind: string } };
    const isSingle = notice?.kind === "conversation-assigned" || notice?.kind === "conversation-returned";
    return type !== "notify" || !isSingle;
  });
  return { ...commit, effects: effects ?? [] };
}
