import { type Figure, type FigureValue, share } from "../figure.ts";
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
  formula: "Ratings / ended engagements with at least one handoff that a person answered.",
  count: ({ ratings, handoffs }) => {
    const rated = ratings.filter(({ wasAnswered }) => wasAnswered).length;
    const ended = handoffs.filter(({ answeredAt, endedAt }) => answeredAt !== null && endedAt !== null);
    return share(rated, new Set(ended.map(({ engagementId }) => engagementId)).size);
  },
};

export const botSatisfaction: Figure = {
  id: "csat.bot",
  name: "Satisfaction without people",
  formula: "Mean of the ratings (1 to 5) of all other engagements.",
  count: ({ ratings }) => mean(ratings.filter(({ wasAnswered }) => !wasAnswered)),
};

function mean(ratings: readonly RatedEngagement[]): FigureValue {
  const sum = ratings.reduce((total, { score }) => total + score, 0);
  return { type: "mean", count: ratings.length, value: ratings.length === 0 ? null : sum / ratings.length };
}
