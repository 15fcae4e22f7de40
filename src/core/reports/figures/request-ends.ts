import type { RequestEnd } from "../../requests/ask.ts";
import { durationsOf } from "../durations.ts";
import { count, type Figure, share, tally } from "../figure.ts";
import type { RequestRow } from "../request-row.ts";

export const requests: Figure = {
  id: "requests",
  name: "Requests",
  formula:
    "Requests to take a conversation that have ended, by routing and by colleagues; consultations are not among them.",
  count: ({ requests: rows }) => count(endsOf(rows).all),
};

export const acceptance = rate("accepted", "Acceptance");
export const rejection = rate("rejected", "Rejection");
export const timeout = rate("timed-out", "Time-out");

export const nonResponse: Figure = {
  id: "requests.not-taken",
  name: "Non-response",
  formula: "Requests that were declined or lapsed / requests that the person asked could decide about.",
  count: ({ requests: rows }) => {
    const { rejected, "timed-out": lapsed, decided } = endsOf(rows);
    return share(rejected + lapsed, decided);
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
  count: ({ requests: rows }) => {
    const rang: number[] = [];
    for (const row of rows) if (isToTake(row)) rang.push(row.endedAt - row.askedAt);
    return { type: "durations", ...durationsOf(rang), business: null };
  },
};

function rate(end: Decision, name: string): Figure {
  return {
    id: `requests.${end}`,
    name,
    formula: `Requests that were ${end} / requests that were accepted, rejected or timed out. Those that were taken back, or went to a quicker colleague, do not count.`,
    count: ({ requests: rows }) => {
      const ends = endsOf(rows);
      return share(ends[end], ends.decided);
    },
  };
}

function isToTake({ kind }: RequestRow): boolean {
  return kind !== "discuss";
}

/** What the person asked could decide about. */
type Decision = Extract<RequestEnd, "accepted" | "rejected" | "timed-out">;
type Ends = Readonly<Record<Decision | "all" | "decided", number>>;

const known = new WeakMap<readonly RequestRow[], Ends>();

/** Of requests to take a conversation; kept by the rows they are of. */
function endsOf(rows: readonly RequestRow[]): Ends {
  const before = known.get(rows);
  if (before) return before;
  const ends = { all: 0, decided: 0, accepted: 0, rejected: 0, "timed-out": 0 };
  for (const row of rows) {
    if (!isToTake(row)) continue;
    ends.all += 1;
    const { end } = row;
    if (end !== "accepted" && end !== "rejected" && end !== "timed-out") continue;
    ends.decided += 1;
    ends[end] += 1;
  }
  known.set(rows, ends);
  return ends;
}
