import { controlRecords, type ObservedConversation } from "../observed.ts";
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

function momentOf({ to, reason }: { to: string | null; reason: string | null }): string | null {
  if (to === "queue") return "handoff.confirmation";
  if (to === "human") return "human.joined";
  return reason === "handed-back" ? "handoff.returned" : null;
}

function textsAt({ messages }: ObservedConversation, epoch: number, moment: string): number {
  return messages.filter((message) => message.epoch === epoch && message.moment === moment).length;
}
