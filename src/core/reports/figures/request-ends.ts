import type { RequestEnd } from "../../requests/ask.ts";
import { durationsOf } from "../durations.ts";
import { count, type Figure, share, tally } from "../figure.ts";
import type { RequestRow } from "../request-row.ts";

export const requests: Figure = {
  id: "requests",
  name: "Requests",
  formula:
    "Requests to take a conversation that have ended, by routing and by colleagues; consultations are not among them.",
  count: ({ requests: rows }) => count(rows.filter(isToTake).length),
};

export const acceptance = rate("accepted", "Acceptance");
export const rejection = rate("rejected", "Rejection");
export const timeout = rate("timed-out", "Time-out");

export const nonResponse: Figure = {
  id: "requests.not-taken",
  name: "Non-response",
  formula: "Requests that were declined or lapsed / requests that the person asked could decide about.",
  count: ({ requests: rows }) => {
    const decided = rows.filter(isDecided);
    return share(decided.filter(({ end }) => end !== "accepted").length, decided.length);
  },
};

export const rejectionReasons: Figure = {
  id: "requests.rejected.reasons",
  name: "Why requests were declined",
  formula: "Declined requests by the reason that was chosen.",
  count: ({ requests: rows }) =>
    tally(rows.flatMap((row) => (isToTake(row) && row.end === "rejected" ? [row.because ?? "none"] : []))),
};

export const ringing: Figure = {
  id: "requests.ring",
  name: "How long requests rang",
  formula: "Of requests to take a conversation: from asking to however they ended.",
  count: ({ requests: rows }) => ({
    type: "durations",
    ...durationsOf(rows.filter(isToTake).map(({ askedAt, endedAt }) => endedAt - askedAt)),
    business: null,
  }),
};

function rate(end: RequestEnd, name: string): Figure {
  return {
    id: `requests.${end}`,
    name,
    formula: `Requests that were ${end} / requests that were accepted, rejected or timed out. Those that were taken back, or went to a quicker colleague, do not count.`,
    count: ({ requests: rows }) => {
      const decided = rows.filter(isDecided);
      return share(decided.filter((row) => row.end === end).length, decided.length);
    },
  };
}

function isToTake({ kind }: RequestRow): boolean {
  return kind !== "discuss";
}

function isDecided(row: RequestRow): boolean {
  return isToTake(row) && (row.end === "accepted" || row.end === "rejected" || row.end === "timed-out");
}
