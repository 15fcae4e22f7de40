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
    const { whole, handedOver } = answeredByBot(engagements, escalated);
    if (!hasAllEngagements) return share(handedOver.size, whole);
    const ofGroup = new Set(rows.map(({ engagementId }) => engagementId).filter((id) => handedOver.has(id)));
    return share(ofGroup.size, whole);
  },
};

interface AnsweredByBot {
  readonly whole: number;
  readonly handedOver: ReadonlySet<string>;
}

const known = new WeakMap<readonly EngagementRow[], AnsweredByBot>();

/** Kept by the rows they are of: groups that share them ask again and again. */
function answeredByBot(engagements: readonly EngagementRow[], escalated: EscalatedEngagements): AnsweredByBot {
  const before = known.get(engagements);
  if (before) return before;
  let whole = 0;
  const handedOver = new Set<string>();
  for (const { id, botSpoke } of engagements) {
    if (!botSpoke) continue;
    whole += 1;
    if (escalated.has(id)) handedOver.add(id);
  }
  const counted = { whole, handedOver };
  known.set(engagements, counted);
  return counted;
}
