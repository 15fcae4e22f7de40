import { controlRecords, type ObservedConversation, type ObservedRecord } from "../observed.ts";
import type { Check } from "./check.ts";

export const toldOnce: Check = {
  name: "at every change of control the customer is told exactly once (I4)",
  find({ observed }) {
    return observed.conversations.flatMap((conversation) =>
      controlRecords(conversation).flatMap((record) => {
        const moment = momentOf(record);
        if (moment === null) return [];
        const times = textsAt(conversation, record.epoch, moment);
        return times === 1 ? [] : [`${conversation.id}: ${moment} under epoch ${record.epoch} was said ${times} times`];
      }),
    );
  },
};

function momentOf({ from, to, reason, jobId }: ObservedRecord): string | null {
  if (to === "queue") return reason === "returned" ? "human.left" : "handoff.confirmation";
  if (to === "human" && jobId !== null) return "case.reassigned_bulk";
  if (to === "human") return from === "human" ? "human.transferred" : "human.joined";
  return reason === "handed-back" ? "handoff.returned" : null;
}

function textsAt({ messages }: ObservedConversation, epoch: number, moment: string): number {
  return messages.filter((message) => message.epoch === epoch && message.moment === moment).length;
}
