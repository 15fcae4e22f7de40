import type { EngagementRow } from "../engagement-row.ts";
import { count, type EscalatedEngagements, type Figure, type FigureContext, share, tally } from "../figure.ts";
import type { HandoffRow } from "../handoff-row.ts";
import { createNumberSet, type NumberSet } from "../id-numbers.ts";

export const handoffs: Figure = {
  id: "handoffs",
  name: "Handoffs",
  formula: "Handoffs that were opened. Several of one engagement count each.",
  count: (facts) => count(facts.handoffs.length),
};

export const handoffReasons: Figure = {
  id: "handoffs.reasons",
  name: "Handoffs by reason",
  formula: "Handoffs by the signal, or what else brought them about.",
  count: (facts) => tally(facts.handoffs.map(({ reason }) => reason)),
};

export const handoffRate: Figure = {
  id: "handoff-rate",
  name: "Handoff rate",
  formula:
    "Engagements in which the bot wrote at least one message and that had at least one handoff (of this group) / engagements in which the bot wrote at least one message.",
  count: ({ engagements, handoffs: rows, hasAllEngagements }, context) => {
    const { whole, handedOver, notKnown } = answeredByBot(engagements, context);
    const part = hasAllEngagements ? engagementsOf(rows, handedOver, context) : handedOver;
    return share(part.size, whole, notKnown);
  },
};

/** Those of them that these handoffs are of. */
function engagementsOf(rows: readonly HandoffRow[], handedOver: NumberSet, { numberOf }: FigureContext): NumberSet {
  const found = createNumberSet();
  for (const row of rows) {
    const engagement = numberOf(row, "engagementId");
    if (handedOver.has(engagement)) found.add(engagement);
  }
  return found;
}

interface AnsweredByBot {
  readonly whole: number;
  /** By the numbers of their ids. */
  readonly handedOver: NumberSet;
  /** Nobody kept whether the bot wrote in them. */
  readonly notKnown: number;
}

const known = new WeakMap<readonly EngagementRow[], AnsweredByBot>();

/** Kept by the rows they are of: groups that share them ask again and again. */
export function answeredByBot(engagements: readonly EngagementRow[], context: FigureContext): AnsweredByBot {
  const before = known.get(engagements);
  if (before) return before;
  const { escalated, numberOf } = context;
  let [whole, notKnown] = [0, 0];
  const handedOver = createNumberSet();
  for (const row of engagements) {
    const { botSpoke } = row;
    if (botSpoke === null) notKnown += 1;
    if (!botSpoke) continue;
    whole += 1;
    if (wasHandedOver(row, escalated)) handedOver.add(numberOf(row, "id"));
  }
  const counted = { whole, handedOver, notKnown };
  known.set(engagements, counted);
  return counted;
}

/** The engagement has counted its handoffs; for those that had not, the table of handoffs is asked. */
export function wasHandedOver(row: EngagementRow, escalated: Pick<EscalatedEngagements, "has">): boolean {
  const opened = row.handoffs;
  return typeof opened === "number" ? opened > 0 : escalated.has(row.id);
}
