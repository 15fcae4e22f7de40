import type { Evidence } from "../../bench/chaos/checks/check.ts";
import type { CommandSeen, Ledger, PostedMessage, Receipt } from "../../bench/chaos/ledger.ts";
import type { Observed, ObservedConversation, ObservedMessage, ObservedRecord } from "../../bench/chaos/observed.ts";
import { customerToken, replyToken, turnToken } from "../../bench/chaos/tokens.ts";

/** A small run in which every promise was kept: one customer who was handed on and back, and one who waits. */
export function healthyEvidence(): Evidence {
  return { ledger: ledger(), observed: observed(), leaseMs: 2_000 };
}

function observed(): Observed {
  const served: ObservedConversation = {
    id: "con_1",
    address: "anna",
    phase: "bot",
    epoch: 4,
    readAt: 10_000,
    isListed: true,
    isOffered: false,
    messages: numbered([
      { epoch: 1, author: "customer", text: `Hello ${customerToken("anna-1")}` },
      { epoch: 1, author: "bot", text: `Hello! ${turnToken("turn-1")}` },
      { epoch: 1, author: "customer", text: `A human please ${customerToken("anna-2")}` },
      { epoch: 2, author: "system", moment: "handoff.confirmation", text: "Passing you on." },
      { epoch: 3, author: "system", moment: "human.joined", text: "Sam is here." },
      { epoch: 3, author: "agent", text: `Hi! ${replyToken("key-1")}` },
      { epoch: 4, author: "system", moment: "handoff.returned", text: "The assistant is back." },
    ]),
    records: [
      control(1, null, "bot", "started"),
      control(2, "bot", "queue", "handoff"),
      control(3, "queue", "human", "claimed"),
      control(4, "human", "bot", "handed-back"),
    ],
  };
  const waiting: ObservedConversation = {
    id: "con_2",
    address: "ben",
    phase: "queue",
    epoch: 2,
    readAt: 10_000,
    isListed: true,
    isOffered: true,
    messages: numbered([
      { epoch: 1, author: "customer", text: `A person please ${customerToken("ben-1")}` },
      { epoch: 2, author: "system", moment: "handoff.confirmation", text: "Passing you on." },
    ]),
    records: [control(1, null, "bot", "started"), control(2, "bot", "queue", "handoff")],
  };
  return { conversations: [served, waiting], deadLetters: [] };
}

function ledger(): Ledger {
  return {
    posted: [
      posted("anna-1", "anna", 100, false),
      posted("anna-2", "anna", 200, true),
      posted("ben-1", "ben", 300, true),
    ],
    turns: [{ turnId: "turn-1", conversationId: "con_1", at: 110 }],
    receipts: observed().conversations.flatMap(({ id, messages }) =>
      messages.filter(({ author }) => author !== "customer").map((message) => receipt(id, message)),
    ),
    commands: [command("key-1", "reply", 310), command("key-2", "hand-back", 320)],
    oddAnswers: [],
  };
}

function numbered(
  messages: readonly (Partial<ObservedMessage> & Pick<ObservedMessage, "epoch" | "author" | "text">)[],
) {
  return messages.map((message, index): ObservedMessage => {
    const isCustomer = message.author === "customer";
    return { moment: null, delivery: isCustomer ? "none" : "sent", ...message, seq: index + 1 };
  });
}

function control(
  epoch: number,
  from: ObservedRecord["from"],
  to: ObservedRecord["to"],
  reason: string,
): ObservedRecord {
  return { seq: epoch, type: "control", epoch, at: 100 * epoch, from, to, reason, agentId: null };
}

function posted(eventId: string, address: string, at: number, asksForPerson: boolean): PostedMessage {
  const conversationIds = new Set<string>();
  return {
    eventId,
    address,
    asksForPerson,
    conversationIds,
    firstSentAt: at,
    acknowledgedAt: at + 5,
    posts: 2,
    acknowledgements: 2,
  };
}

function receipt(conversationId: string, { seq, author, text, epoch }: ObservedMessage): Receipt {
  const webhookId = `${conversationId}.m${seq}`;
  const at = 100 * epoch + seq;
  return { webhookId, conversationId, author, text, bodyHash: text, isSigned: true, at, outcome: "accepted" };
}

function command(key: string, kind: CommandSeen["kind"], startedAt: number): CommandSeen {
  const token = kind === "reply" ? key : null;
  const done = { answeredAt: startedAt + 5, attempts: 1, outcome: "done" } as const;
  return { kind, key, conversationId: "con_1", agentId: "sam", token, startedAt, ...done };
}
