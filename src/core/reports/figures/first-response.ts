import { durationsOf } from "../durations.ts";
import type { Figure, FigureContext, FigureValue } from "../figure.ts";
import type { HandoffRow } from "../handoff-row.ts";
import { responseParts } from "../response-parts.ts";

const since =
  "from the handoff to the first words a person wrote to the customer (no bot text, no text of ours, no note)";

export const firstResponse: Figure = {
  id: "first-response.total",
  name: "Time to the first human response",
  formula: `Of handoffs that were answered: the time ${since}. Business hours: only while those it went to were open.`,
  count: ({ handoffs }, context) =>
    durationsBetween(handoffs, context, ({ openedAt, answeredAt }) => [openedAt, answeredAt]),
};

export const firstResponseQueue: Figure = part("queue", "the time until somebody took it, without the ringing");
export const firstResponseRing: Figure = part("ring", "how long people let requests ring until it was taken");
export const firstResponseTyping: Figure = part("typing", "the time from taking it to the first words");

export const openAge: Figure = {
  id: "first-response.open-age",
  name: "Age of unanswered handoffs",
  formula: "Of handoffs that are open and that nobody has answered yet: how old they are now.",
  count: ({ handoffs }, context) =>
    durationsBetween(handoffs, context, ({ openedAt, answeredAt, endedAt }) =>
      answeredAt === null && endedAt === null ? [openedAt, context.now] : [openedAt, null],
    ),
};

export const unanswered: Figure = {
  id: "first-response.never",
  name: "Ended without a human response",
  formula: "Handoffs that ended and that no person answered / all handoffs.",
  count: ({ handoffs }) => ({
    type: "share",
    ...shareOf(handoffs, ({ answeredAt, endedAt }) => answeredAt === null && endedAt !== null),
  }),
};

/** Both clocks of the same rows. Rows without an end have none. */
export function durationsBetween(
  handoffs: readonly HandoffRow[],
  { businessMs }: FigureContext,
  bounds: (row: HandoffRow) => readonly [from: number, to: number | null],
): FigureValue {
  const [wall, business]: [number[], number[]] = [[], []];
  for (const row of handoffs) {
    const [from, to] = bounds(row);
    if (to === null) continue;
    wall.push(Math.max(0, to - from));
    business.push(businessMs(row, from, to));
  }
  return { type: "durations", ...durationsOf(wall), business: durationsOf(business) };
}

function part(name: "queue" | "ring" | "typing", words: string): Figure {
  return {
    id: `first-response.${name}`,
    name: `First response: ${name} part`,
    formula: `Of handoffs that were answered: ${words}. The three parts sum to the whole.`,
    count: ({ handoffs }) => {
      const values: number[] = [];
      for (const row of handoffs) {
        const parts = responseParts(row);
        if (parts) values.push(parts[`${name}Ms`]);
      }
      return { type: "durations", ...durationsOf(values), business: null };
    },
  };
}

function shareOf<Row>(rows: readonly Row[], isPart: (row: Row) => boolean) {
  const of = rows.filter(isPart).length;
  return { part: of, whole: rows.length, value: rows.length === 0 ? null : of / rows.length };
}
