import type { ObservedConversation, ObservedMessage } from "../observed.ts";
import { phaseUnder } from "../observed.ts";
import { tokensIn } from "../tokens.ts";
import type { Check } from "./check.ts";

export const askedAndHeard: Check = {
  name: "who asked for a person has one, had one, or waits and is found by whoever comes (I5, I7)",
  find({ ledger, observed }) {
    const asking = new Set(ledger.posted.filter(({ asksForPerson }) => asksForPerson).map(({ eventId }) => eventId));
    return observed.conversations.flatMap((conversation) => {
      const { id, phase, isOffered, isListed, messages } = conversation;
      const unheard = messages
        .filter(({ text }) => tokensIn(text, "c").some((eventId) => asking.has(eventId)))
        .filter((message) => !wasHeard(conversation, message))
        .map(({ seq }) => `${id}: message ${seq} asked for a person and control did not pass`);
      const unlisted = isListed ? [] : [`${id} is not in the list of its phase, ${phase}`];
      const forgotten = phase === "queue" && !isOffered ? [`${id} waits, and nobody who came was asked`] : [];
      return [...unheard, ...unlisted, ...forgotten];
    });
  },
};

/** It came while a person was on the way or there, or it is what changed control. */
function wasHeard(conversation: ObservedConversation, { epoch }: ObservedMessage): boolean {
  const during = phaseUnder(conversation, epoch);
  return during === "queue" || during === "human" || phaseUnder(conversation, epoch + 1) === "queue";
}
