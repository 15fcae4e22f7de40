import { type Figure, shareOf, tally } from "../figure.ts";
import type { HandoffRow } from "../handoff-row.ts";

export const reassignments: Figure = {
  id: "reassignments",
  name: "Reassignments",
  formula:
    "Handoffs by how often they changed from one person to another after the first. Bulk moves and declined requests do not count.",
  count: ({ handoffs }) => tally(handoffs.map(({ reassigned }) => String(reassigned))),
};

export const oftenReassigned: Figure = {
  id: "reassignments.twice",
  name: "Reassigned twice or more",
  formula: "Handoffs that were reassigned at least twice / all handoffs.",
  count: ({ handoffs }) => shareOf(handoffs, ({ reassigned }) => reassigned >= 2),
};

export const bounces: Figure = {
  id: "bounces",
  name: "Bounce rate",
  formula: "Handoffs with a queue bounce or an offer bounce / all handoffs.",
  count: ({ handoffs }) => shareOf(handoffs, (row) => either(isQueueBounce(row), isOfferBounce(row))),
};

export const queueBounces: Figure = {
  id: "bounces.queue",
  name: "Queue bounces",
  formula:
    "Handoffs that waited again after a person had had them, or came to a person who had had them before / all handoffs.",
  count: ({ handoffs }) => shareOf(handoffs, isQueueBounce),
};

export const offerBounces: Figure = {
  id: "bounces.offer",
  name: "Offer bounces",
  formula: "Handoffs that were declined at least twice before somebody took them / all handoffs.",
  count: ({ handoffs }) => shareOf(handoffs, isOfferBounce),
};

export const bouncedToBot: Figure = {
  id: "bounces.bot",
  name: "Given back to the bot unanswered",
  formula: "Handoffs that went back to the bot without any message of a person / all handoffs.",
  count: ({ handoffs }) =>
    shareOf(handoffs, ({ outcome, answeredAt }) => outcome === "given-to-bot" && answeredAt === null),
};

export const exhausted: Figure = {
  id: "exhausted",
  name: "Nobody took it",
  formula: 'Handoffs for which the policy for "nobody takes it" ran / all handoffs.',
  count: ({ handoffs }) => shareOf(handoffs, ({ isExhausted }) => isExhausted),
};

/** `null`: not known. */
function isQueueBounce({ returned, hadTwice }: HandoffRow): boolean | null {
  return returned > 0 || hadTwice;
}

/** Rows of before do not say when it was declined; where it was taken once only, all of it was before that. */
function isOfferBounce({ rejected, rejectedBeforeTaken, returned }: HandoffRow): boolean | null {
  if (rejected < 2) return false;
  if (typeof rejectedBeforeTaken === "number") return rejectedBeforeTaken >= 2;
  return returned === 0 ? true : null;
}

function either(one: boolean | null, other: boolean | null): boolean | null {
  if (one || other) return true;
  return one === null || other === null ? null : false;
}
