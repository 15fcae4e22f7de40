import type { Message } from "../../../src/core/conversation/message.ts";
import { messageId } from "../../../src/core/conversation/message.ts";
import type { DayConversation, Evidence } from "../evidence.ts";
import type { HandoffCase } from "../handoff-case.ts";
import { isOpen } from "../opening-times.ts";
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

/** What somebody may hear once more while they wait: it has closed meanwhile, or they write while it is closed. */
const closings: ReadonlySet<string> = new Set(["handoff.after_hours", "handoff.holiday"]);

/** I4: of every handoff once, of every closing meanwhile, and once that nobody came; and it reaches them once. */
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
  const isAsked = ({ seq }: Message) => ofOpening.some((other) => other.seq === seq - 1 && isOfCustomer(other));
  const isMore = told.slice(1).some((message, index) => {
    const before = told[index];
    if (!before || isOfClosing(one, message, before, evidence)) return false;
    return !closings.has(momentOf(message)) || !isAsked(message) || (index > 0 && isAsked(before));
  });
  if (!first || isMore) return [`${one.conversationId} was told ${told.length} times`];
  // Whoever had them before took it at once: that they are there says more than that somebody will be.
  const isOvertaken = first.delivery.status === "withheld" && one.takenAt === one.openedAt;
  return told.flatMap((message) => {
    const times = evidence.witnessed.sent.get(messageId(one.conversationId, message.seq)) ?? 0;
    if (times === (message === first && isOvertaken ? 0 : 1)) return [];
    return [`${one.conversationId}: ${momentOf(message)} left ${times} times`];
  });
}

/** It was open when they were told last, and it is not any more. */
function isOfClosing(one: HandoffCase, message: Message, before: Message, { plan }: Evidence): boolean {
  if (!closings.has(momentOf(message))) return false;
  const isOpenAt = (moment: number) => isOpen(plan.openings[queueAt(one, moment)] ?? "always", moment);
  return isOpenAt(before.at) && !isOpenAt(message.at);
}

function queueAt({ stays, queueId }: HandoffCase, at: number): string {
  return stays.findLast(({ from }) => from <= at)?.queueId ?? queueId;
}

function exhaustionFault({ id, messages }: DayConversation, { witnessed }: Evidence): readonly string[] {
  const texts = messages.filter((message) => momentOf(message) === "handoff.exhausted");
  const happened = witnessed.exhaustions.get(id)?.length ?? 0;
  return texts.length === happened ? [] : [`${id} was told ${texts.length} of ${happened} times that nobody came`];
}

function isOfCustomer({ author }: Message): boolean {
  return author.type === "customer";
}

function momentOf({ author }: Message): string {
  return author.type === "system" ? author.moment : "";
}
