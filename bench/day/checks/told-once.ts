import type { Message } from "../../../src/core/conversation/message.ts";
import { messageId } from "../../../src/core/conversation/message.ts";
import type { DayConversation, Evidence } from "../evidence.ts";
import type { HandoffCase } from "../handoff-case.ts";
import { allCases } from "../recount.ts";
import type { Check } from "./check.ts";

/** What somebody may hear first when a person was asked for. */
const openings: ReadonlySet<string> = new Set([
  "handoff.confirmation",
  "handoff.confirmation.urgent",
  "handoff.after_hours",
  "handoff.holiday",
  "handoff.queue_full",
]);

/** I4: of every handoff once, and once that nobody came; and it reaches them once. */
export const toldOnce: Check = {
  name: "every customer is told once of every handoff",
  find: (evidence) => {
    const conversations = new Map(evidence.conversations.map((one) => [one.id, one]));
    return [
      ...allCases(evidence).flatMap((one) => faultOf(one, conversations.get(one.conversationId), evidence)),
      ...evidence.conversations.flatMap((one) => exhaustionFault(one, evidence)),
    ];
  },
};

function faultOf(one: HandoffCase, conversation: DayConversation | undefined, evidence: Evidence): readonly string[] {
  const ofOpening = conversation?.messages.filter(({ epoch }) => epoch === one.epoch) ?? [];
  const told = ofOpening.filter((message) => openings.has(momentOf(message)));
  const [first] = told;
  if (!first || told.length > 1) return [`${one.conversationId} was told ${told.length} times`];
  const times = evidence.witnessed.sent.get(messageId(one.conversationId, first.seq)) ?? 0;
  // Whoever had them before took it at once: that they are there says more than that somebody will be.
  const isOvertaken = first.delivery.status === "withheld" && one.takenAt === one.openedAt;
  return times === (isOvertaken ? 0 : 1) ? [] : [`${one.conversationId}: the text of its opening left ${times} times`];
}

function exhaustionFault({ id, messages }: DayConversation, { witnessed }: Evidence): readonly string[] {
  const texts = messages.filter((message) => momentOf(message) === "handoff.exhausted");
  const happened = witnessed.exhaustions.get(id)?.length ?? 0;
  return texts.length === happened ? [] : [`${id} was told ${texts.length} of ${happened} times that nobody came`];
}

function momentOf({ author }: Message): string {
  return author.type === "system" ? author.moment : "";
}
