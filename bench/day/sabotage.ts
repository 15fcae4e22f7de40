import type { Message } from "../../src/core/conversation/message.ts";
import type { EngagementRecord, RequestRecord } from "../../src/core/conversation/record.ts";
import type { DayConversation, Evidence } from "./evidence.ts";
import type { KeptFigures } from "./figures.ts";
import { allCases } from "./recount.ts";

/** A lie told to the checks: the one that guards the promise has to notice. Proves that a quiet day means something. */
export interface Sabotage {
  readonly name: string;
  /** What it pretends that happened. */
  readonly pretends: string;
  /** The check that notices. */
  readonly breaks: string;
  apply(evidence: Evidence): Evidence;
}

export const sabotages: readonly Sabotage[] = [
  {
    name: "forget",
    pretends: "a handoff was closed without an answer",
    breaks: "every handoff ends in a named outcome",
    apply: (evidence) => {
      const answered = allCases(evidence).find(({ answeredAt, end }) => answeredAt !== null && end !== null);
      return changed(evidence, answered?.conversationId, ({ messages }) => ({
        messages: messages.filter(({ author }) => author.type !== "agent"),
      }));
    },
  },
  {
    name: "silence",
    pretends: "whoever waited for long was never told that nobody came",
    breaks: "nobody waits past the policy without being told",
    apply: (evidence) => ({ ...evidence, witnessed: { ...evidence.witnessed, exhaustions: new Map() } }),
  },
  {
    name: "tell-twice",
    pretends: "a customer was told twice of one handoff",
    breaks: "every customer is told once of every handoff",
    apply: (evidence) =>
      onFirst(evidence, isConfirmation, ({ messages }) => ({
        messages: messages.flatMap((message) => (isConfirmation(message) ? [message, message] : [message])),
      })),
  },
  {
    name: "close-early",
    pretends: "a customer heard that nobody is there any more while it was open",
    breaks: "every customer is told once of every handoff",
    apply: (evidence) =>
      onFirst(evidence, isConfirmation, ({ messages }) => ({
        messages: messages.flatMap((message) => (isConfirmation(message) ? [message, asClosing(message)] : [message])),
      })),
  },
  {
    name: "tell-nobody",
    pretends: "the text of an opening never left",
    breaks: "every customer is told once of every handoff",
    apply: (evidence) => ({ ...evidence, witnessed: { ...evidence.witnessed, sent: new Map() } }),
  },
  {
    name: "end-twice",
    pretends: "a request was accepted after it had lapsed",
    breaks: "every request ends exactly once",
    apply: (evidence) => {
      const ended = new Map(evidence.witnessed.ended);
      const [requestId, ends] = [...ended][0] ?? ["", []];
      return { ...evidence, witnessed: { ...evidence.witnessed, ended: ended.set(requestId, [...ends, "accepted"]) } };
    },
  },
  {
    name: "never-end",
    pretends: "a request was left without an end",
    breaks: "every request ends exactly once",
    apply: (evidence) => onRequest(evidence, () => ({ end: null })),
  },
  {
    name: "overfill",
    pretends: "somebody was stored with more than they can take",
    breaks: "nobody has more than they can take, at any moment",
    apply: (evidence) => {
      const fullest = new Map(evidence.witnessed.fullest);
      const agent = evidence.plan.people[0]?.agent;
      if (agent) fullest.set(agent.id, { units: agent.capacity + 1, at: 0 });
      return { ...evidence, witnessed: { ...evidence.witnessed, fullest } };
    },
  },
  {
    name: "pile-up",
    pretends: "somebody was asked for everything at once",
    breaks: "nobody has more than they can take, at any moment",
    apply: (evidence) => onEveryRequest(evidence, (request) => ({ agentId: "agent-1", at: request.at })),
  },
  {
    name: "wake-up",
    pretends: "people were asked twelve hours too early",
    breaks: "nobody is asked while they are not on duty",
    apply: (evidence) => onEveryRequest(evidence, ({ at }) => ({ at: at - 12 * 3_600_000 })),
  },
  {
    name: "call-from-holidays",
    pretends: "everybody had the day off",
    breaks: "nobody is asked while they are not on duty",
    apply: (evidence) => onPeople(evidence, { id: "all-day", from: 0, to: null, reason: null, substituteId: null }),
  },
  {
    name: "empty-chairs",
    pretends: "nobody was there",
    breaks: "nobody is asked while they are not on duty",
    apply: (evidence) => ({ ...evidence, diary: { ...evidence.diary, presence: new Map() } }),
  },
  {
    name: "skip-record",
    pretends: "a change of control left no record",
    breaks: "every change of control has its record",
    apply: (evidence) =>
      onConversation(evidence, ({ records }) => ({
        records: records.filter((record) => record.type !== "control" || record.epoch !== 2),
      })),
  },
  {
    name: "slow-words",
    pretends: "somebody answered a minute later than the report knows",
    breaks: "the report agrees with the recount",
    apply: (evidence) =>
      onFirst(evidence, isOfPerson, ({ messages }) => ({
        messages: messages.map((message) => (isOfPerson(message) ? { ...message, at: message.at + 60_000 } : message)),
      })),
  },
  {
    name: "other-person",
    pretends: "somebody else was asked than the report knows",
    breaks: "the report agrees with the recount",
    apply: (evidence) => onRequest(evidence, () => ({ agentId: "agent-of-nobody" })),
  },
  {
    name: "lost-click",
    pretends: "one click after the work was not counted",
    breaks: "the report agrees with the recount",
    apply: (evidence) => ({ ...evidence, diary: { ...evidence.diary, wrapUps: evidence.diary.wrapUps.slice(1) } }),
  },
  {
    name: "kept-promise",
    pretends: "an answer that was promised came in time, and the report says that it was late",
    breaks: "the report agrees with the recount",
    apply: (evidence) => onKept(evidence, "first responses missed"),
  },
  {
    name: "lost-promise",
    pretends: "a handoff was promised to be over in time, and the report knows nothing of it",
    breaks: "the report agrees with the recount",
    apply: (evidence) => onKept(evidence, "resolutions promised"),
  },
  {
    name: "lost-task",
    pretends: "a follow-up that was promised was not counted",
    breaks: "the report agrees with the recount",
    apply: (evidence) => {
      const tasks = new Map([...evidence.witnessed.tasks].slice(1));
      return { ...evidence, witnessed: { ...evidence.witnessed, tasks } };
    },
  },
  {
    name: "other-rating",
    pretends: "a customer said something else than the report knows",
    breaks: "the report agrees with the recount",
    apply: (evidence) => {
      const ratings = [...evidence.diary.ratings].map(([customer, score], index): [string, number] => {
        return [customer, index === 0 ? 6 - score + (score === 3 ? 1 : 0) : score];
      });
      return { ...evidence, diary: { ...evidence.diary, ratings: new Map(ratings) } };
    },
  },
  {
    name: "no-holiday",
    pretends: "no team had a holiday",
    breaks: "holidays, no-shows and everything else really happened",
    apply: (evidence) => ({ ...evidence, plan: { ...evidence.plan, openings: {} } }),
  },
];

/** As if one more, or less, were in the report. */
function onKept({ reported, ...rest }: Evidence, name: keyof KeptFigures): Evidence {
  const kept = { ...reported.kept, [name]: (reported.kept[name] ?? 0) + 1 };
  return { ...rest, reported: { ...reported, kept } };
}

type Change = (conversation: DayConversation) => Partial<DayConversation>;

function changed(evidence: Evidence, id: string | undefined, change: Change): Evidence {
  const conversations = evidence.conversations.map((one) => (one.id === id ? { ...one, ...change(one) } : one));
  return { ...evidence, conversations };
}

function onConversation(evidence: Evidence, change: Change): Evidence {
  return changed(evidence, evidence.conversations[0]?.id, change);
}

function onFirst(evidence: Evidence, isMeant: (message: Message) => boolean, change: Change): Evidence {
  return changed(evidence, evidence.conversations.find(({ messages }) => messages.some(isMeant))?.id, change);
}

function isConfirmation({ author }: Message): boolean {
  return author.type === "system" && author.moment === "handoff.confirmation";
}

function isOfPerson({ author }: Message): boolean {
  return author.type === "agent";
}

type ChangeRequest = (request: RequestRecord) => Partial<RequestRecord>;

function onEveryRequest({ conversations, ...rest }: Evidence, change: ChangeRequest): Evidence {
  const apply = (record: EngagementRecord) => (record.type === "request" ? { ...record, ...change(record) } : record);
  return { ...rest, conversations: conversations.map((one) => ({ ...one, records: one.records.map(apply) })) };
}

function onRequest(evidence: Evidence, change: ChangeRequest): Evidence {
  const requests = evidence.conversations.flatMap(({ records }) => records.filter(({ type }) => type === "request"));
  return onEveryRequest(evidence, (request) => (request === requests[0] ? change(request) : {}));
}

function onPeople(evidence: Evidence, absence: Evidence["plan"]["people"][number]["agent"]["absences"][number]) {
  const people = evidence.plan.people.map((one) => ({ ...one, agent: { ...one.agent, absences: [absence] } }));
  return { ...evidence, plan: { ...evidence.plan, people } };
}

function asClosing(message: Message): Message {
  return { ...message, author: { ...message.author, type: "system", moment: "handoff.after_hours" } };
}
