import type { Evidence } from "./evidence.ts";
import type { DayFigures } from "./figures.ts";
import type { HandoffCase } from "./handoff-case.ts";
import { isOpen, type Opening, openMs } from "./opening-times.ts";
import type { ResponseParts } from "./response-parts.ts";

export interface CountedCase extends HandoffCase {
  readonly parts: ResponseParts | null;
  /** Times it was declined before somebody took it for the first time. */
  readonly declined: number;
}

export interface EndedRequest {
  readonly agentId: string;
  readonly queueId: string;
  readonly how: string;
  readonly rangMs: number;
}

export interface Counted {
  readonly cases: readonly CountedCase[];
  /** The same, for what is asked about the answer. */
  readonly answers: readonly CountedCase[];
  readonly requests: readonly EndedRequest[];
}

/** The formulas of docs/reports.md, over the handoffs and requests of one group. */
export function countFigures({ cases, answers, requests }: Counted, evidence: Evidence): DayFigures {
  return {
    handoffs: cases.length,
    ...responseFigures(answers, evidence),
    ...queueFigures(cases, evidence),
    ...requestFigures(requests),
  };
}

function responseFigures(cases: readonly CountedCase[], { plan }: Evidence) {
  const answered = cases.flatMap(({ openedAt, answeredAt, queueId }) =>
    answeredAt === null ? [] : [{ from: openedAt, to: answeredAt, opening: openingOf(queueId, plan) }],
  );
  const wall = answered.map(({ from, to }) => to - from);
  const business = answered.map(({ from, to, opening }) => openMs(opening, from, to));
  const parts = cases.flatMap((one) => one.parts ?? []);
  const unanswered = cases.filter(({ answeredAt }) => answeredAt === null);
  return {
    answered: answered.length,
    "first response p50": atRank(wall, 0.5),
    "first response p90": atRank(wall, 0.9),
    "first response mean": mean(wall),
    "queue part mean": mean(parts.map(({ queueMs }) => queueMs)),
    "ring part mean": mean(parts.map(({ ringMs }) => ringMs)),
    "typing part mean": mean(parts.map(({ typingMs }) => typingMs)),
    "in business hours p50": atRank(business, 0.5),
    "in business hours p90": atRank(business, 0.9),
    "in business hours mean": mean(business),
    "open and unanswered": unanswered.filter(({ end }) => end === null).length,
    "ended unanswered": unanswered.filter(({ end }) => end !== null).length,
  };
}

const shortMs = 10_000;

function queueFigures(cases: readonly CountedCase[], { plan, witnessed }: Evidence) {
  const untaken = cases.filter(({ takenAt, end }) => takenAt === null && end !== null);
  const left = untaken.filter(({ end }) => end?.how === "cancelled" || end?.how === "unresolved");
  const short = left.filter(({ openedAt, end }) => (end?.at ?? 0) - openedAt < shortMs).length;
  const flowedOut = untaken.length - left.length;
  const inTime = cases.filter(({ takenAt, openedAt }) => takenAt !== null && takenAt - openedAt <= 60_000);
  const changes = cases.map(({ owners }) => owners.filter((id, index) => index > 0 && id !== owners[index - 1]).length);
  const isAfterHours = ({ openedAt, stays }: HandoffCase) =>
    !isOpen(openingOf(stays[0]?.queueId ?? "", plan), openedAt);
  return {
    "taken within 60 s": inTime.length,
    "counted for the service level": cases.length - short - flowedOut,
    "gave up": left.length - short,
    "counted for giving up": cases.length - short,
    "nobody took it": cases.filter((one) => wasExhausted(one, witnessed.exhaustions)).length,
    "opened after hours": cases.filter(isAfterHours).length,
    "reassigned twice or more": changes.filter((count) => count >= 2).length,
    reassignments: changes.reduce((sum, count) => sum + count, 0),
    "queue bounces": cases.filter((one) => one.returned > 0 || new Set(one.owners).size < one.owners.length).length,
    "offer bounces": cases.filter(({ declined }) => declined >= 2).length,
  };
}

function wasExhausted({ conversationId, openedAt, end }: HandoffCase, at: ReadonlyMap<string, readonly number[]>) {
  const until = end?.at ?? Number.POSITIVE_INFINITY;
  return (at.get(conversationId) ?? []).some((told) => told >= openedAt && told <= until);
}

function requestFigures(requests: readonly EndedRequest[]) {
  const ended = (how: string) => requests.filter((request) => request.how === how).length;
  const [accepted, rejected, timedOut] = [ended("accepted"), ended("rejected"), ended("timed-out")];
  const rang = requests.map(({ rangMs }) => rangMs);
  return {
    requests: requests.length,
    accepted,
    rejected,
    "timed out": timedOut,
    decided: accepted + rejected + timedOut,
    "ring p50": atRank(rang, 0.5),
    "ring mean": mean(rang),
  };
}

function openingOf(queueId: string, { openings }: Evidence["plan"]): Opening {
  return openings[queueId] ?? "always";
}

/** Nearest rank: a value that was there. */
function atRank(values: readonly number[], share: number): number | null {
  return values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1] ?? null;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}
