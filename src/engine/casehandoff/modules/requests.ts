import type { CaseItem, ItemResult } from "../../../core/casehandoff/item.ts";
import type { EventBody } from "../../../core/conversation/event.ts";
import type { Conversation } from "../../../core/conversation/state.ts";
import { readConversation } from "../../../core/conversation/upgrade.ts";
import { type Ask, requestIdOf } from "../../../core/requests/ask.ts";
import { discussionView } from "../../../core/requests/discussions.ts";
import { pendingAsks } from "../../../core/requests/pending-asks.ts";
import type { Store } from "../../../ports/store.ts";
import { type DecidedTogether, type DecideTools, decideTogether } from "../../decide-together.ts";
import type { Carrying, FoundItem, ItemModule } from "./item-module.ts";

/** As it stands in the record of the request that ended by it. */
const handedOver = "Handed over";

const pageSize = 200;

/**
 * Requests that wait for the subject's answer. Routing's offer ends and routing asks others; a colleague's request goes
 * on to whoever is to have it.
 */
export function requestsModule(store: Store, tools: DecideTools): ItemModule {
  return {
    id: "requests",
    name: "Pending requests",
    batchSize: 10,
    isOutside: false,
    async list({ id, holds }, cursor) {
      // What takes a place stands with the person; advice takes none, and is listed apart.
      const held = cursor === null ? Object.entries(holds).filter(([, { as }]) => as === "offered") : [];
      const view = { view: discussionView(id), key: "all", order: "ascending" } as const;
      const [offered, advice] = await Promise.all([
        store.load(held.map(([conversationId]) => ({ kind: "conversation", id: conversationId }))),
        store.query({ ...view, limit: pageSize, cursor }),
      ]);
      const toTake = offered.flatMap((one) => (one ? requestsIn(one.body, id) : []));
      const toAdvise = advice.items.flatMap(({ body }) => requestsIn(body, id));
      const items = [
        ...toTake.filter(({ ask }) => ask.kind !== "discuss"),
        ...toAdvise.filter(({ ask }) => ask.kind === "discuss"),
      ];
      return { status: "listed", items: items.map(found), next: advice.next };
    },
    async carry(items, carrying) {
      const together = await decideTogether(
        tools,
        items.map(({ reference }) => reference),
      );
      const results = new Map<string, ItemResult>();
      for (const item of items) results.set(item.id, await carryOne(together, item, carrying));
      return { results, commit: together.commit(), settled: together.settled };
    },
  };
}

async function carryOne(together: DecidedTogether, item: CaseItem, carrying: Carrying): Promise<ItemResult> {
  if (carrying.direction === "back") return goBack(together, item, carrying);
  const conversation = together.conversation(item.reference);
  const request =
    conversation && requestsOf(conversation, item.fromId).find(({ requestId }) => requestId === item.seen);
  if (!request) return { status: "skipped-changed", reason: "request-ended" };
  const ends = endedBy(item, request);
  const asked = askedAnew(item, request.ask);
  const moved = asked && (await together.decide(item.reference, [ends, asked], carrying.at));
  if (moved?.status === "applied" && item.toId !== null) {
    return { status: "moved", placed: { type: "agent", id: item.toId }, left: null, reason: null };
  }
  const ended = await together.decide(item.reference, [ends], carrying.at);
  if (ended.status === "refused") return { status: "failed", reason: ended.code };
  const { control } = ended.conversation;
  const reason = moved?.status === "refused" ? moved.code : null;
  if (control.phase !== "queue") return { status: "moved", placed: { type: "nobody" }, left: null, reason };
  const { id: left, destination } = control.handoff;
  return { status: "moved", placed: { type: "queue", id: destination.id }, left, reason };
}

/** What was asked and answered cannot be unasked; but whoever had routing's offer taken from them has not declined it. */
async function goBack(together: DecidedTogether, item: CaseItem, { at }: Carrying): Promise<ItemResult> {
  const { id, reference, fromId: agentId, left: handoffId } = item;
  if (handoffId !== null && together.conversation(reference)?.control.phase === "queue") {
    const again = { type: "handoff-woken", id: `${id}.again`, again: { agentId, handoffId } } as const;
    await together.decide(reference, [again], at);
  }
  return { status: "left-alone", reason: "request-ended" };
}

interface FoundRequest {
  readonly requestId: string;
  readonly ask: Ask;
}

function requestsIn(body: unknown, agentId: string) {
  const conversation = readConversation(body);
  return requestsOf(conversation, agentId).map((request) => ({ ...request, conversationId: conversation.id }));
}

function requestsOf({ id, control }: Conversation, agentId: string): readonly FoundRequest[] {
  return pendingAsks(control).flatMap((ask) =>
    ask.pending
      .filter((asked) => asked.agentId === agentId)
      .map(({ recordSeq }) => ({ ask, requestId: requestIdOf(id, recordSeq) })),
  );
}

function found({ conversationId, requestId }: FoundRequest & { readonly conversationId: string }): FoundItem {
  return { kind: "request", reference: conversationId, seen: requestId, units: 0, channelKind: null };
}

type Event = EventBody & { readonly id: string };

/** A colleague hears that they do not take it. Routing's offer is taken from them: that is no answer of theirs. */
function endedBy({ id, fromId }: CaseItem, { requestId, ask }: FoundRequest): Event {
  const ended = { id: `${id}.rejected`, requestId, reason: handedOver } as const;
  return ask.kind === "offer"
    ? { type: "request-withdrawn", agentId: null, ...ended }
    : { type: "request-rejected", agentId: fromId, ...ended };
}

/** `null`: routing had asked, and asks others by itself. */
function askedAnew({ id, toId }: CaseItem, { kind, requestedBy }: Ask): Event | null {
  if (kind === "offer" || requestedBy.type !== "agent" || toId === null) return null;
  const { agentId: byAgentId } = requestedBy;
  return { type: "request-made", id: `${id}.asked`, kind, byAgentId, agentId: toId, role: null, note: null };
}
