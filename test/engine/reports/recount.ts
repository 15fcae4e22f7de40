import type { EngagementRecord, RequestRecord } from "../../../src/core/conversation/record.ts";
import { type Case, casesOf, type Log } from "./recount-cases.ts";
import { type Promised, promisesOf, type Targets } from "./recount-promises.ts";

/** Figures counted again from what the logs say, one conversation after the other, knowing nothing of rows. */
export interface Recount {
  readonly cases: readonly Counted[];
  readonly takenWithinMinute: number;
  readonly abandoned: number;
  readonly shortAbandons: number;
  readonly backToBotUnanswered: number;
  readonly requests: Readonly<Record<"accepted" | "rejected" | "timed-out", number>>;
  readonly botEngagements: ReadonlySet<string>;
  readonly handedOver: number;
  readonly missedHandoffs: number;
}

/** A handoff, with all that is counted of it. */
export interface Counted extends Case {
  readonly responseMs: number | null;
  readonly parts: { readonly queue: number; readonly ring: number; readonly typing: number } | null;
  readonly reassigned: number;
  readonly isQueueBounce: boolean;
  readonly isOfferBounce: boolean;
  readonly promised: Promised | null;
}

export interface Terms {
  readonly targets: Targets | null;
  readonly now: number;
  /** Whether words ask for a person. */
  readonly asks: (text: string) => boolean;
}

export function recount(logs: readonly Log[], terms: Terms): Recount {
  const cases = logs.flatMap((log) => countedCases(log, terms));
  const gone = cases.filter(
    ({ takenAt, end }) => takenAt === null && (end?.how === "cancelled" || end?.how === "unresolved"),
  );
  const isShort = ({ openedAt, end }: Case) => (end?.at ?? 0) - openedAt < 10_000;
  const ends = logs.flatMap(({ records }) => records.filter(isEndedRequest).map(({ end }) => end?.status));
  const bot = engagementsWith(logs, ({ author, delivery }) => author.type === "bot" && delivery.status !== "withheld");
  const asked = engagementsWith(
    logs,
    ({ author, content }) => author.type === "customer" && content.type === "text" && terms.asks(content.text),
  );
  const helped = new Set(
    logs.flatMap(({ conversationId, records }) =>
      records.flatMap((record) =>
        record.type === "control" && record.to === "human" ? [`${conversationId}.e${record.engagement}`] : [],
      ),
    ),
  );
  const escalated = new Set(cases.map(({ engagement }) => engagement));
  const left = [...bot].filter((id) => !escalated.has(id));
  return {
    cases,
    takenWithinMinute: cases.filter(({ takenAt, openedAt }) => takenAt !== null && takenAt - openedAt <= 60_000).length,
    abandoned: gone.filter((each) => !isShort(each)).length,
    shortAbandons: gone.filter(isShort).length,
    backToBotUnanswered: cases.filter(({ answer, end }) => answer === null && end?.how === "bot").length,
    requests: {
      accepted: ends.filter((end) => end === "accepted").length,
      rejected: ends.filter((end) => end === "rejected").length,
      "timed-out": ends.filter((end) => end === "timed-out").length,
    },
    botEngagements: bot,
    handedOver: bot.size - left.length,
    missedHandoffs: left.filter((id) => asked.has(id) && !helped.has(id)).length,
  };
}

function countedCases(log: Log, { targets, now }: Terms): readonly Counted[] {
  const promises = targets ? promisesOf(log, targets, now) : [];
  return casesOf(log).map((each, index) => {
    const { openedAt, answer, owners, returned, takenAt } = each;
    const requests = log.records.filter(isEndedRequest).filter(({ epoch }) => isWithin(epoch, each));
    const declined = requests.filter(
      ({ kind, end }) => kind === "offer" && end?.status === "rejected" && end.at <= (takenAt ?? end.at),
    );
    return {
      ...each,
      responseMs: answer && answer.at - openedAt,
      parts: partsOf(each, offersIn(log.records, each)),
      reassigned: owners.filter(({ agentId, isMove }, at) => at > 0 && !isMove && agentId !== owners[at - 1]?.agentId)
        .length,
      isQueueBounce: returned > 0 || new Set(owners.map(({ agentId }) => agentId)).size < owners.length,
      isOfferBounce: declined.length >= 2,
      promised: promises[index] ?? null,
    };
  });
}

function isWithin(epoch: number, { fromEpoch, toEpoch }: Case): boolean {
  return epoch >= fromEpoch && epoch < toEpoch;
}

function offersIn(records: readonly EngagementRecord[], each: Case): readonly RequestRecord[] {
  return records.filter(
    (record): record is RequestRecord =>
      record.type === "request" && record.kind === "offer" && isWithin(record.epoch, each),
  );
}

/** Every millisecond until the answer is one of the three. */
function partsOf({ openedAt, waits, answer }: Case, offers: readonly RequestRecord[]): Counted["parts"] {
  if (!answer) return null;
  const until = answer.at;
  const waited = covered(waits.map(({ from, to }) => [from, Math.min(to, until)]));
  const ring = covered(offers.map(({ at, end }) => [at, Math.min(end?.at ?? until, until)]));
  return { queue: waited - ring, ring, typing: until - openedAt - waited };
}

/** How much time spans cover together: those that overlap count once. */
function covered(spans: readonly (readonly [number, number])[]): number {
  let [sum, reached] = [0, Number.NEGATIVE_INFINITY];
  for (const [from, to] of spans.toSorted(([one], [other]) => one - other)) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return sum;
}

function isEndedRequest(record: EngagementRecord): record is RequestRecord {
  return record.type === "request" && record.end !== null && record.kind !== "discuss";
}

function engagementsWith(
  logs: readonly Log[],
  isWanted: (message: Log["messages"][number]) => boolean,
): ReadonlySet<string> {
  return new Set(
    logs.flatMap(({ conversationId, messages }) =>
      messages.flatMap((message) => (isWanted(message) ? [`${conversationId}.e${message.engagement}`] : [])),
    ),
  );
}
