import type { Message } from "../../../src/core/conversation/message.ts";
import type { ControlRecord, EngagementRecord, RequestRecord } from "../../../src/core/conversation/record.ts";

/** Figures counted again from what the logs say, one conversation after the other, knowing nothing of rows. */
export interface Recount {
  readonly handoffs: number;
  readonly firstResponses: readonly number[];
  readonly openAges: number;
  readonly taken: number;
  readonly takenWithinMinute: number;
  readonly abandoned: number;
  readonly shortAbandons: number;
  readonly reassignedTwice: number;
  readonly queueBounces: number;
  readonly backToBotUnanswered: number;
  readonly requests: Readonly<Record<"accepted" | "rejected" | "timed-out", number>>;
  readonly botEngagements: number;
  readonly handedOver: number;
}

export interface Log {
  readonly conversationId: string;
  readonly records: readonly EngagementRecord[];
  readonly messages: readonly Message[];
}

interface Case {
  readonly engagement: string;
  readonly openedAt: number;
  readonly owners: string[];
  takenAt: number | null;
  answeredAt: number | null;
  returned: number;
  end: { readonly at: number; readonly how: string } | null;
}

export function recount(logs: readonly Log[]): Recount {
  const cases = logs.flatMap(casesOf);
  const answered = cases.flatMap(({ openedAt, answeredAt }) => (answeredAt === null ? [] : [answeredAt - openedAt]));
  const gone = cases.filter(
    ({ takenAt, end }) => takenAt === null && (end?.how === "cancelled" || end?.how === "unresolved"),
  );
  const isShort = ({ openedAt, end }: Case) => (end?.at ?? 0) - openedAt < 10_000;
  const ends = logs.flatMap(({ records }) => records.flatMap(endOfRequest));
  const bot = new Set(
    logs.flatMap(({ conversationId, messages }) =>
      messages.flatMap(({ author, engagement }) => (author.type === "bot" ? [`${conversationId} ${engagement}`] : [])),
    ),
  );
  const escalated = new Set(cases.map(({ engagement }) => engagement));
  return {
    handoffs: cases.length,
    firstResponses: answered,
    openAges: cases.filter(({ answeredAt, end }) => answeredAt === null && end === null).length,
    taken: cases.filter(({ takenAt }) => takenAt !== null).length,
    takenWithinMinute: cases.filter(({ takenAt, openedAt }) => takenAt !== null && takenAt - openedAt <= 60_000).length,
    abandoned: gone.filter((each) => !isShort(each)).length,
    shortAbandons: gone.filter(isShort).length,
    reassignedTwice: cases.filter(({ owners }) => changesOf(owners) >= 2).length,
    queueBounces: cases.filter(({ returned, owners }) => returned > 0 || new Set(owners).size < owners.length).length,
    backToBotUnanswered: cases.filter(({ answeredAt, end }) => answeredAt === null && end?.how === "bot").length,
    requests: {
      accepted: ends.filter((end) => end === "accepted").length,
      rejected: ends.filter((end) => end === "rejected").length,
      "timed-out": ends.filter((end) => end === "timed-out").length,
    },
    botEngagements: bot.size,
    handedOver: [...bot].filter((id) => escalated.has(id)).length,
  };
}

function changesOf(owners: readonly string[]): number {
  return owners.filter((owner, index) => index > 0 && owner !== owners[index - 1]).length;
}

function endOfRequest(record: EngagementRecord): readonly string[] {
  return isEndedRequest(record) ? [record.end?.status ?? ""] : [];
}

function isEndedRequest(record: EngagementRecord): record is RequestRecord {
  return record.type === "request" && record.end !== null && record.kind !== "discuss";
}

function casesOf({ conversationId, records, messages }: Log): readonly Case[] {
  const controls = records.filter((record) => record.type === "control").toSorted((one, other) => one.seq - other.seq);
  const cases: Case[] = [];
  let open: Case | null = null;
  for (const [index, control] of controls.entries()) {
    open = follow(open, control, conversationId, cases);
    const until = controls[index + 1]?.epoch ?? Number.POSITIVE_INFINITY;
    if (open) open.answeredAt ??= firstWords(messages, control, until);
  }
  return cases;
}

function follow(open: Case | null, control: ControlRecord, conversationId: string, cases: Case[]): Case | null {
  const { reason, at, to, engagement, agentId } = control;
  const isNew = to === "queue" && (reason.code === "handoff" || reason.code === "reopened");
  if (isNew) {
    if (open) open.end = { at, how: "replaced" };
    const begun = { engagement: `${conversationId} ${engagement}`, openedAt: at, owners: [], returned: 0, end: null };
    const fresh: Case = { ...begun, takenAt: null, answeredAt: null };
    cases.push(fresh);
    return fresh;
  }
  if (!open) return null;
  if (reason.code === "returned") open.returned += 1;
  if (to === "human" && agentId !== null) {
    open.takenAt ??= at;
    open.owners.push(agentId);
  }
  if (to === "queue" || to === "human") return open;
  open.end = { at, how: endOf(control) };
  return null;
}

function endOf({ reason, to }: ControlRecord): string {
  if (reason.code === "cancelled") return "cancelled";
  if (reason.code === "closed") return reason.outcome;
  return to;
}

function firstWords(messages: readonly Message[], { epoch, to }: ControlRecord, until: number): number | null {
  if (to !== "human") return null;
  return (
    messages.find((message) => message.author.type === "agent" && message.epoch >= epoch && message.epoch < until)
      ?.at ?? null
  );
}
