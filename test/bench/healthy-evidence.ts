import type { Evidence } from "../../bench/chaos/checks/check.ts";
import type { CommandSeen, Ledger, PostedMessage, Receipt } from "../../bench/chaos/ledger.ts";
import type { Observed, ObservedConversation, ObservedFollowUp, ObservedMessage } from "../../bench/chaos/observed.ts";
import { customerToken, replyToken, turnToken } from "../../bench/chaos/tokens.ts";
import { healthyCase, movedConversation, movedFollowUps } from "./healthy-case.ts";
import { asked, control, numbered, record } from "./healthy-records.ts";

/**
 * A small run in which every promise was kept: one customer who was handed on and back, one whom the first did not
 * answer and the second did, and one who was moved with everything of a person who left, and back.
 */
export function healthyEvidence(): Evidence {
  return { ledger: ledger(), observed: observed(), leaseMs: 2_000, requestMs: 100, caseHandoff: healthyCase() };
}

function observed(): Observed {
  const served: ObservedConversation = {
    id: "con_1",
    address: "anna",
    phase: "bot",
    agentId: null,
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
  return {
    conversations: [served, askedAbout(), movedConversation()],
    deadLetters: [],
    people: [
      { id: "kim", capacity: 2, holds: [{ conversationId: "con_2", as: "open" }] },
      { id: "lea", capacity: 2, holds: [{ conversationId: "con_3", as: "open" }] },
    ],
    followUps: [reminded, ...movedFollowUps()],
    notices: [
      { agentId: "kim", kind: "task-due", subjectId: "tsk_1", conversationId: null, detail: "reminder" },
      { agentId: "kim", kind: "task-due", subjectId: "tsk_1", conversationId: null, detail: null },
      { agentId: "lea", kind: "request-ended", subjectId: "con_2.q9", conversationId: "con_2", detail: "rejected" },
    ],
    readAt: 20_000,
  };
}

/** Offered to one who let it run out, then to one who took it; and a colleague's request that was declined. */
function askedAbout(): ObservedConversation {
  return {
    id: "con_2",
    address: "ben",
    phase: "human",
    agentId: "kim",
    epoch: 3,
    readAt: 10_000,
    isListed: true,
    isOffered: false,
    messages: numbered([
      { epoch: 1, author: "customer", text: `A person please ${customerToken("ben-1")}` },
      { epoch: 2, author: "system", moment: "handoff.confirmation", text: "Passing you on." },
      { epoch: 3, author: "system", moment: "human.joined", text: "Kim is here." },
    ]),
    records: [
      control(1, null, "bot", "started"),
      control(2, "bot", "queue", "handoff"),
      { ...record(3, 2, 250), type: "routing" },
      asked(4, "sam", { at: 260, end: { status: "timed-out", at: 370 } }),
      asked(5, "kim", { at: 380, end: { status: "accepted", at: 390 } }),
      { ...record(6, 3, 390), type: "control", from: "queue", to: "human", reason: "accepted", agentId: "kim" },
      asked(7, "sam", { at: 400, end: { status: "rejected", at: 410 }, kind: "assign", askedBy: "lea" }),
    ],
  };
}

/** Done in its own time, with a reminder before. */
const reminded: ObservedFollowUp = {
  id: "tsk_1",
  title: "follow-up-1",
  ownerId: "kim",
  status: "open",
  dueAt: 1_000,
  endedAt: null,
  history: [
    { at: 100, change: "created" },
    { at: 500, change: "reminded" },
    { at: 1_000, change: "became-due" },
  ],
};

function ledger(): Ledger {
  return {
    posted: [
      posted("anna-1", "anna", 100, false),
      posted("anna-2", "anna", 200, true),
      posted("ben-1", "ben", 300, true),
      posted("carl-1", "carl", 310, false),
    ],
    turns: [{ turnId: "turn-1", conversationId: "con_1", at: 110 }],
    receipts: observed().conversations.flatMap(({ id, messages }) =>
      messages.filter(({ author }) => author !== "customer").map((message) => receipt(id, message)),
    ),
    commands: [
      command("key-1", "reply", 310),
      command("key-2", "hand-back", 320),
      { ...command("key-3", "accept", 385), conversationId: "con_2", agentId: "kim", requestId: "con_2.r5" },
      { ...command("key-4", "assign", 150), conversationId: "con_3", agentId: "lea" },
    ],
    followUps: [
      { key: "follow-up-1", ownerId: "kim", dueAt: 1_000, taskId: "tsk_1", remindAt: 500 },
      { key: "follow-up-2", ownerId: "lea", dueAt: 90_000, taskId: "tsk_2", remindAt: null },
    ],
    // In the search for ben's person, and when anna's call became due.
    kills: [
      { at: 220, backAt: 240 },
      { at: 990, backAt: 1_010 },
    ],
    crowded: [],
    oddAnswers: [],
  };
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
  return { kind, key, conversationId: "con_1", agentId: "sam", token, requestId: null, startedAt, ...done };
}
