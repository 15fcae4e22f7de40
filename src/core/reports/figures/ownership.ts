import { type Figure, share, tally } from "../figure.ts";
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
  count: ({ handoffs }) => shareOf(handoffs, (row) => isQueueBounce(row) || isOfferBounce(row)),
};

export const queueBounces: Figure = {
  id: "bounces.queue",
  name: "Queue bounces",
  formula:
    "Handoffs that waited again after a person had had them, or came to a person for the second time / all handoffs.",
  count: ({ handoffs }) => shareOf(handoffs, isQueueBounce),
};

export const offerBounces: Figure = {
  id: "bounces.offer",
  name: "Offer bounces",
  formula: "Handoffs that were declined at least twice / all handoffs.",
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

function isQueueBounce({ returned, hadTwice }: HandoffRow): boolean {
  return returned > 0 || hadTwice;
}

function isOfferBounce({ rejected }: HandoffRow): boolean {
  return rejected >= 2;
}

function shareOf(handoffs: readonly HandoffRow[], isPart: (row: HandoffRow) => boolean) {
  return share(handoffs.filter(isPart).length, handoffs.length);
}
