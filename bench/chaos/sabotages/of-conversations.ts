import { isTaken } from "../ledger.ts";
import {
  controlRecords,
  isAutomatic,
  type ObservedConversation,
  type ObservedMessage,
  outgoingId,
} from "../observed.ts";
import { onConversation, onLedger, type Sabotage } from "./sabotage.ts";

/** Of messages, who may speak, and what customers hear. */
export const ofConversations: readonly Sabotage[] = [
  onConversation("drop-message", "an acknowledged message is gone", (conversation, { ledger }) => {
    const acknowledged = ledger.posted.filter(({ acknowledgedAt }) => acknowledgedAt !== null);
    const gone = conversation.messages.findIndex(({ text }) =>
      acknowledged.some(({ eventId }) => text.includes(eventId)),
    );
    return gone < 0 ? null : withMessages(conversation, conversation.messages.toSpliced(gone, 1));
  }),
  onConversation("double-message", "a repetition was taken as a new message", (conversation) => {
    const twice = conversation.messages.find(({ author }) => author === "customer");
    return twice ? withMessages(conversation, [...conversation.messages, twice]) : null;
  }),
  onConversation("turn-order", "two messages changed places", (conversation, { ledger }) => {
    const customers = conversation.messages.filter(({ author }) => author === "customer");
    const [first, last] = [customers[0], customers.at(-1)];
    const posted = (message: ObservedMessage | undefined) =>
      ledger.posted.find(({ eventId }) => message?.text.includes(`:${eventId}]`));
    const [firstPosted, lastPosted] = [posted(first), posted(last)];
    if (!first || !last || !lastPosted || (firstPosted?.acknowledgedAt ?? Infinity) >= lastPosted.firstSentAt)
      return null;
    return withMessages(conversation, swapped(conversation.messages, first, last));
  }),
  onConversation("skip-epoch", "a change of control left no record", (conversation) => {
    const [, second] = controlRecords(conversation);
    return second ? { ...conversation, records: conversation.records.filter((record) => record !== second) } : null;
  }),
  onConversation("talk-over", "the bot spoke while a person was in control", (conversation) => {
    const taken = controlRecords(conversation).find(({ to }) => to === "human");
    const joined = conversation.messages.find(
      ({ moment, epoch }) => moment === "human.joined" && epoch === taken?.epoch,
    );
    if (!joined) return null;
    const spoken = { ...joined, author: "bot", moment: null, text: "May I add something?" } as const;
    return withMessages(conversation, [...conversation.messages, spoken]);
  }),
  onConversation("double-answer", "a bot's answer was committed twice", (conversation) => {
    const answer = conversation.messages.find(({ author }) => author === "bot");
    return answer ? withMessages(conversation, [...conversation.messages, answer]) : null;
  }),
  onConversation("drop-reply", "an agent's acknowledged reply is gone", (conversation) => {
    const reply = conversation.messages.findIndex(({ author }) => author === "agent");
    return reply < 0 ? null : withMessages(conversation, conversation.messages.toSpliced(reply, 1));
  }),
  onConversation("tell-twice", "the customer was told twice that a person joined", (conversation) => {
    const told = conversation.messages.find(({ moment }) => moment === "human.joined");
    return told ? withMessages(conversation, [...conversation.messages, told]) : null;
  }),
  onConversation("forget-queue", "somebody waits and nobody is asked", (conversation) =>
    conversation.phase === "human" ? { ...conversation, phase: "queue", agentId: null, isOffered: false } : null,
  ),
  onConversation("silence", "the bot never answered", (conversation) => {
    const isAnswer = (message: ObservedMessage) => isAutomatic(message);
    if (conversation.phase !== "bot" || !conversation.messages.some(isAnswer)) return null;
    return withMessages(
      conversation,
      conversation.messages.filter((message) => !isAnswer(message)),
    );
  }),
  onLedger("lose-send", "a message that is shown as sent arrived nowhere", ({ ledger, observed }) => {
    const sent = observed.conversations.flatMap((conversation) =>
      conversation.messages.filter(({ delivery }) => delivery === "sent").map((sent) => outgoingId(conversation, sent)),
    );
    return { ...ledger, receipts: ledger.receipts.filter(({ webhookId }) => webhookId !== sent[0]) };
  }),
  onLedger("late-send", "an old automatic text left after the take-over", ({ ledger, observed, leaseMs }) => {
    for (const conversation of observed.conversations) {
      const taken = controlRecords(conversation).find(({ to }) => to === "human");
      const old = conversation.messages.find((message) => isAutomatic(message) && message.epoch < (taken?.epoch ?? 0));
      const id = old && outgoingId(conversation, old);
      const receipt = ledger.receipts.find((each) => each.webhookId === id && isTaken(each));
      if (!taken || !receipt) continue;
      return { ...ledger, receipts: [...ledger.receipts, { ...receipt, at: taken.at + leaseMs + 60_000 }] };
    }
    return ledger;
  }),
  onLedger("turn-arrival", "two messages arrived in the wrong order", ({ ledger }) => {
    const taken = ledger.receipts.filter(isTaken);
    const later = taken.find(({ conversationId, webhookId }) =>
      taken.some((earlier) => earlier.conversationId === conversationId && earlier.webhookId !== webhookId),
    );
    const rest = ledger.receipts.filter((receipt) => receipt !== later);
    return later ? { ...ledger, receipts: [...rest, later] } : ledger;
  }),
  onLedger("odd-answer", "a valid webhook was refused", ({ ledger }) => ({ ...ledger, oddAnswers: ["webhook 400"] })),
];

/** Numbered anew, as a store would number them that lost or doubled one. */
function withMessages(conversation: ObservedConversation, messages: readonly ObservedMessage[]): ObservedConversation {
  return { ...conversation, messages: messages.map((message, index) => ({ ...message, seq: index + 1 })) };
}

function swapped(messages: readonly ObservedMessage[], one: ObservedMessage, other: ObservedMessage) {
  return messages.map((message) => (message === one ? other : message === other ? one : message));
}
