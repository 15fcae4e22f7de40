import type { EngagementRow } from "../engagement-row.ts";
import { count, type EscalatedEngagements, type Figure, share, tally } from "../figure.ts";
import type { HandoffRow } from "../handoff-row.ts";

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
    return share(hasAllEngagements ? engagementsOf(rows, handedOver) : handedOver.size, whole, notKnown);
  },
};

/** How many of them these handoffs are of. Each id is looked up once and put nowhere: there are many groups. */
function engagementsOf(rows: readonly HandoffRow[], handedOver: AnsweredByBot["handedOver"]): number {
  const isSeen = new Uint8Array(handedOver.size);
  let seen = 0;
  for (const { engagementId } of rows) {
    const place = handedOver.get(engagementId);
    if (place === undefined || isSeen[place]) continue;
    isSeen[place] = 1;
    seen += 1;
  }
  return seen;
}

interface AnsweredByBot {
  readonly whole: number;
  /** By id, numbered from 0. */
  readonly handedOver: ReadonlyMap<string, number>;
  /** Nobody kept whether the bot wrote in them. */
  readonly notKnown: number;
}

const known = new WeakMap<readonly EngagementRow[], AnsweredByBot>();

/** Kept by the rows they are of: groups that share them ask again and again. */
export function answeredByBot(engagements: readonly EngagementRow[], escalated: EscalatedEngagements): AnsweredByBot {
  const before = known.get(engagements);
  if (before) return before;
  let [whole, notKnown] = [0, 0];
  const handedOver = new Map<string, number>();
  for (const row of engagements) {
    const { botSpoke } = row;
    if (botSpoke === null) notKnown += 1;
    if (!botSpoke) continue;
    whole += 1;
    if (wasHandedOver(row, escalated) && !handedOver.has(row.id)) handedOver.set(row.id, handedOver.size);
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
