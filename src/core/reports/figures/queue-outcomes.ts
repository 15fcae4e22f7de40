import { count, type Figure, share } from "../figure.ts";
import type { HandoffRow } from "../handoff-row.ts";
import { type QueueOutcome, queueOutcome } from "../queue-outcome.ts";

export const abandonment: Figure = {
  id: "abandonment",
  name: "Abandonment in the queue",
  formula:
    "Handoffs whose customer went before anybody took them (cancelled, or silent until they were closed unresolved) / all handoffs, both without those that were given up within 10 seconds.",
  count: ({ handoffs }) => {
    const counts = outcomesOf(handoffs);
    return share(counts.abandoned, handoffs.length - counts["short-abandoned"]);
  },
};

export const shortAbandons: Figure = {
  id: "abandonment.short",
  name: "Given up within ten seconds",
  formula: "Handoffs whose customer went within 10 seconds; left out of abandonment and service level.",
  count: ({ handoffs }) => count(outcomesOf(handoffs)["short-abandoned"]),
};

export const flowOuts: Figure = {
  id: "flow-outs",
  name: "Flow-outs",
  formula:
    "Handoffs that left the queue untaken in another way: for a call or an e-mail, for another handoff, to the bot, or closed by somebody. Not abandoned.",
  count: ({ handoffs }) => count(outcomesOf(handoffs)["flowed-out"]),
};

export const stillWaiting: Figure = {
  id: "waiting",
  name: "Still waiting",
  formula: "Handoffs that nobody has taken yet and that are waited for in the queue.",
  count: ({ handoffs }) => count(outcomesOf(handoffs).waiting),
};

export const serviceLevel: Figure = {
  id: "service-level",
  name: "Service level",
  formula:
    "Handoffs that were taken within the wanted time (`within`, 60 seconds by itself) / all handoffs without short abandons and flow-outs. Abandoned ones are never counted as served, and stay in the whole.",
  count: ({ handoffs }, { answerWithinSeconds }) => {
    const counts = outcomesOf(handoffs);
    const inTime = handoffs.filter(
      ({ takenAt, openedAt }) => takenAt !== null && takenAt - openedAt <= answerWithinSeconds * 1_000,
    );
    return share(inTime.length, handoffs.length - counts["short-abandoned"] - counts["flowed-out"]);
  },
};

const known = new WeakMap<readonly HandoffRow[], Readonly<Record<QueueOutcome, number>>>();

function outcomesOf(handoffs: readonly HandoffRow[]): Readonly<Record<QueueOutcome, number>> {
  const before = known.get(handoffs);
  if (before) return before;
  const counts = { taken: 0, waiting: 0, abandoned: 0, "short-abandoned": 0, "flowed-out": 0 };
  for (const row of handoffs) counts[queueOutcome(row)] += 1;
  known.set(handoffs, counts);
  return counts;
}
