import type { CaseItem, ItemResult } from "../../../core/casehandoff/item.ts";
import type { Conversation } from "../../../core/conversation/state.ts";
import { readConversation } from "../../../core/conversation/upgrade.ts";
import { discussionView } from "../../../core/requests/discussions.ts";
import type { NewEffect, Store } from "../../../ports/store.ts";
import { type DecidedTogether, type DecideTools, decideTogether } from "../../decide-together.ts";
import { noticeEffect } from "../../notifications/notice-effect.ts";
import type { Carrying, FoundItem, ItemModule } from "./item-module.ts";
import { readTakers, type Takers } from "./takers.ts";

const pageSize = 200;

/**
 * Conversations of others in which somebody advises. The new person reads along from then on without being asked, as with
 * everything else that a case handoff moves. Where they have the conversation themselves or advise in it already,
 * there is nothing to take over: the advice ends, and whoever has the conversation hears of it.
 */
export function adviceModule(store: Store, tools: DecideTools): ItemModule {
  return {
    id: "advice",
    name: "Advice to colleagues",
    batchSize: 10,
    isOutside: false,
    async list({ id }, cursor) {
      const view = { view: discussionView(id), key: "all", order: "ascending" } as const;
      const page = await store.query({ ...view, limit: pageSize, cursor });
      const items = page.items.map(({ body }) => readConversation(body)).filter((each) => advisedBy(each, id));
      return { status: "listed", items: items.map(found), next: page.next };
    },
    async carry(items, carrying) {
      const takers = await readTakers(store, items, carrying);
      const together = await decideTogether(
        tools,
        items.map(({ reference }) => reference),
      );
      const results = new Map<string, ItemResult>();
      const notices: NewEffect[] = [];
      for (const item of items) {
        const carryOne = carrying.direction === "out" ? moveOut : moveBack;
        const result = await carryOne(item, { together, takers, carrying });
        results.set(item.id, result);
        if (result.status === "moved" && result.placed.type === "nobody")
          notices.push(...ended(together, item, carrying));
      }
      const commit = together.commit();
      const expects = [...(commit.expects ?? []), ...takers.expects];
      const effects = [...(commit.effects ?? []), ...notices];
      return { results, commit: { ...commit, expects, effects }, settled: together.settled };
    },
  };
}

function found({ id, epoch }: Conversation): FoundItem {
  return { kind: "advice", reference: id, seen: String(epoch), units: 0, channelKind: null };
}

interface Work {
  readonly together: DecidedTogether;
  readonly takers: Takers;
  readonly carrying: Carrying;
}

async function moveOut(item: CaseItem, { together, takers, carrying }: Work): Promise<ItemResult> {
  const { reference, fromId, toId, seen } = item;
  const conversation = together.conversation(reference);
  if (!conversation) return { status: "skipped-changed", reason: "gone" };
  if (!advisedBy(conversation, fromId)) return { status: "skipped-changed", reason: "advice-ended" };
  if (String(conversation.epoch) !== seen) return { status: "skipped-changed", reason: "owner-changed" };
  const because = takers.whyNot(item);
  if (because !== null || toId === null) return { status: "failed", reason: because ?? "unknown-agent" };
  const advisedBefore = advisedBy(conversation, toId);
  const decided = await together.decide(reference, [passedOn(item, { from: fromId, to: toId }, carrying)], carrying.at);
  if (decided.status === "refused") return { status: "failed", reason: decided.code };
  if (advisedBefore || !advisedBy(decided.conversation, toId)) {
    return { status: "moved", placed: { type: "nobody" }, left: null, reason: "takes-part-already" };
  }
  return { status: "moved", placed: { type: "agent", id: toId }, left: toId, reason: null };
}

async function moveBack(item: CaseItem, { together, takers, carrying }: Work): Promise<ItemResult> {
  const { reference, fromId, left } = item;
  const conversation = together.conversation(reference);
  if (!conversation) return { status: "left-alone", reason: "gone" };
  if (advisedBy(conversation, fromId)) return { status: "returned" };
  // Advice that has ended, by this job or since, is nobody's to give back.
  if (left === null || !advisedBy(conversation, left)) return { status: "left-alone", reason: "advice-ended" };
  const because = takers.whyNot(item);
  if (because !== null) return { status: "left-alone", reason: because };
  const decided = await together.decide(reference, [passedOn(item, { from: left, to: fromId }, carrying)], carrying.at);
  if (decided.status === "refused") return { status: "left-alone", reason: decided.code };
  return advisedBy(decided.conversation, fromId)
    ? { status: "returned" }
    : { status: "left-alone", reason: "takes-part-already" };
}

function passedOn({ id, tries }: CaseItem, { from, to }: { from: string; to: string }, carrying: Carrying) {
  const { direction, handoff } = carrying;
  const eventId = `${id}.${direction}.${handoff.run.round}.${tries}`;
  return { type: "discussion-ended", id: eventId, agentId: from, byAgentId: from, insteadId: to } as const;
}

/** Whoever had asked for it. */
function ended(together: DecidedTogether, { id, reference, fromId }: CaseItem, { at }: Carrying): readonly NewEffect[] {
  const control = together.conversation(reference)?.control;
  if (control?.phase !== "human") return [];
  const targets = [{ type: "agent", id: control.agentId } as const];
  const about = { subjectId: reference, actorId: fromId, reason: null, priority: "normal", detail: null } as const;
  const notice = { kind: "request-ended", targets, ...about } as const;
  return [noticeEffect({ id: `${id}.ended`, at, conversationId: reference, notice })];
}

function advisedBy({ control }: Conversation, agentId: string): boolean {
  return control.phase === "human" && control.advisers.includes(agentId);
}
