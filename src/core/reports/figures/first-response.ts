import { durationsOf } from "../durations.ts";
import { type Figure, type FigureContext, type FigureValue, leftOut, shareOf } from "../figure.ts";
import type { HandoffRow } from "../handoff-row.ts";
import { type ResponseParts, responseParts } from "../response-parts.ts";

const since =
  "from the handoff to the first words a person wrote to the customer (no bot text, no text of ours, no note)";

export const firstResponse: Figure = {
  id: "first-response.total",
  name: "Time to the first human response",
  formula: `Of handoffs that were answered: the time ${since}. Business hours: only while those it went to were open. By agent: who wrote them.`,
  count: ({ answers }, context) =>
    durationsBetween(answers, context, ({ openedAt, answeredAt }) => [openedAt, answeredAt]),
};

export const firstResponseQueue: Figure = part("queue", "the time in queues until the answer, without the ringing");
export const firstResponseRing: Figure = part("ring", "how long people let requests ring until the answer");
export const firstResponseTyping: Figure = part("typing", "the time with people, from taking it to the first words");

export const openAge: Figure = {
  id: "first-response.open-age",
  name: "Age of unanswered handoffs",
  formula: "Of handoffs that are open and that nobody has answered yet: how old they are now.",
  count: ({ answers }, context) =>
    durationsBetween(answers, context, ({ openedAt, answeredAt, endedAt }) =>
      answeredAt === null && endedAt === null ? [openedAt, context.now] : [openedAt, null],
    ),
};

export const unanswered: Figure = {
  id: "first-response.never",
  name: "Ended without a human response",
  formula: "Handoffs that ended and that no person answered / all handoffs.",
  count: ({ answers }) => shareOf(answers, ({ answeredAt, endedAt }) => answeredAt === null && endedAt !== null),
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
  const key = `${name}Ms` as const;
  return {
    id: `first-response.${name}`,
    name: `First response: ${name} part`,
    formula: `Of handoffs that were answered: ${words}; of every wait, also after it came back to the queue. The three parts sum to the whole.`,
    count: ({ answers }) => {
      const parts = partsOf(answers);
      return { type: "durations", ...durationsOf(parts[key]), business: null, ...leftOut(parts.notKnown) };
    },
  };
}

type AllParts = { readonly [Part in keyof ResponseParts]: number[] } & { readonly notKnown: number };

const known = new WeakMap<readonly HandoffRow[], AllParts>();

/** Kept by the rows they are of, as there are three figures of them. */
function partsOf(answers: readonly HandoffRow[]): AllParts {
  const before = known.get(answers);
  if (before) return before;
  const [queueMs, ringMs, typingMs]: [number[], number[], number[]] = [[], [], []];
  let notKnown = 0;
  for (const row of answers) {
    const parts = responseParts(row);
    if (parts) {
      queueMs.push(parts.queueMs);
      ringMs.push(parts.ringMs);
      typingMs.push(parts.typingMs);
    } else if (row.answeredAt !== null) notKnown += 1;
  }
  const all = { queueMs, ringMs, typingMs, notKnown };
  known.set(answers, all);
  return all;
}
