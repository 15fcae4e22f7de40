import type { EngagementRow } from "../engagement-row.ts";
import { type Figure, type FigureValue, share } from "../figure.ts";
import type { HandoffRow } from "../handoff-row.ts";
import { createNumberSet, type NumberOf, type NumberSet } from "../id-numbers.ts";
import { isSatisfied, type RatedEngagement } from "../rating.ts";

export const satisfaction: Figure = {
  id: "csat.escalated",
  name: "Satisfaction of escalated cases",
  formula: "Mean of the ratings (1 to 5) of engagements with at least one handoff that a person answered.",
  count: ({ ratings }) => mean(ratings.filter(({ wasAnswered }) => wasAnswered)),
};

export const satisfied: Figure = {
  id: "csat.escalated.top-two",
  name: "Satisfied, of escalated cases",
  formula: "Ratings of 4 or 5 / all ratings, of engagements with at least one handoff that a person answered.",
  count: ({ ratings }) => {
    const answered = ratings.filter(({ wasAnswered }) => wasAnswered);
    return share(answered.filter(({ score }) => isSatisfied(score)).length, answered.length);
  },
};

export const ratingRate: Figure = {
  id: "csat.escalated.response",
  name: "Ratings given",
  formula:
    "Ratings / engagements that have ended, or were rated, with at least one handoff that a person answered. In groups that engagements have no part in, as queues: those of the handoffs of the group.",
  count: ({ ratings, handoffs, engagements, hasAllEngagements }, { numberOf }) => {
    const rated = ratings.filter(({ wasAnswered }) => wasAnswered);
    if (hasAllEngagements) return share(rated.length, answeredIn(handoffs, numberOf).size);
    const ofRatings = new Set(rated.map(({ engagementId }) => engagementId));
    let ofHandoffs: NumberSet | null = null;
    // Ids are many, and few rows need theirs to be looked at.
    const isAnswered = (row: EngagementRow) => {
      if (typeof row.isAnswered === "boolean") return row.isAnswered;
      ofHandoffs ??= answeredIn(handoffs, numberOf);
      return ofHandoffs.has(numberOf(row, "id"));
    };
    const isAsked = (row: EngagementRow) =>
      (row.endedAt !== null && isAnswered(row)) || (ofRatings.size > 0 && ofRatings.has(row.id));
    return share(rated.length, engagements.filter(isAsked).length);
  },
};

export const botSatisfaction: Figure = {
  id: "csat.bot",
  name: "Satisfaction without people",
  formula: "Mean of the ratings (1 to 5) of all other engagements.",
  count: ({ ratings }) => mean(ratings.filter(({ wasAnswered }) => !wasAnswered)),
};

/** Engagements with a handoff that was answered and has ended. */
function answeredIn(handoffs: readonly HandoffRow[], numberOf: NumberOf): NumberSet {
  const found = createNumberSet();
  for (const row of handoffs) {
    if (row.answeredAt !== null && row.endedAt !== null) found.add(numberOf(row, "engagementId"));
  }
  return found;
}

function mean(ratings: readonly RatedEngagement[]): FigureValue {
  const sum = ratings.reduce((total, { score }) => total + score, 0);
  return { type: "mean", count: ratings.length, value: ratings.length === 0 ? null : sum / ratings.length };
}
