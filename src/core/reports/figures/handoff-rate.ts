import type { EngagementRow } from "../engagement-row.ts";
import { count, type EscalatedEngagements, type Figure, share, tally } from "../figure.ts";

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
  count: ({ engagements, handoffs: rows, hasAllEngagements }, { escalated }) => {
    const { whole, handedOver, notKnown } = answeredByBot(engagements, escalated);
    if (!hasAllEngagements) return share(handedOver.size, whole, notKnown);
    const ofGroup = new Set<string>();
    for (const { engagementId } of rows) if (handedOver.has(engagementId)) ofGroup.add(engagementId);
    return share(ofGroup.size, whole, notKnown);
  },
};

interface AnsweredByBot {
  readonly whole: number;
  readonly handedOver: ReadonlySet<string>;
  /** Nobody kept whether the bot wrote in them. */
  readonly notKnown: number;
}

const known = new WeakMap<readonly EngagementRow[], AnsweredByBot>();

/** Kept by the rows they are of: groups that share them ask again and again. */
export function answeredByBot(engagements: readonly EngagementRow[], escalated: EscalatedEngagements): AnsweredByBot {
  const before = known.get(engagements);
  if (before) return before;
  let [whole, notKnown] = [0, 0];
  const handedOver = new Set<string>();
  for (const row of engagements) {
    const { botSpoke } = row;
    if (botSpoke === null) notKnown += 1;
    if (!botSpoke) continue;
    whole += 1;
    if (wasHandedOver(row, escalated)) handedOver.add(row.id);
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
