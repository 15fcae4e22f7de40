import { type Figure, share } from "../figure.ts";
import type { HandoffRow } from "../handoff-row.ts";
import { durationsBetween } from "./first-response.ts";

export const afterHours: Figure = {
  id: "after-hours",
  name: "After-hours rate",
  formula: "Handoffs that were opened while those they went to were closed / all handoffs.",
  count: ({ handoffs }) => share(handoffs.filter(isAfterHours).length, handoffs.length),
};

export const nextDayAnswer: Figure = {
  id: "after-hours.answer",
  name: "Answer after hours",
  formula:
    "Of answered handoffs that were opened after hours: the time to the first human response. Business hours: from the opening on.",
  count: ({ answers }, context) =>
    durationsBetween(answers.filter(isAfterHours), context, ({ openedAt, answeredAt }) => [openedAt, answeredAt]),
};

function isAfterHours({ openedIn }: HandoffRow): boolean {
  return openedIn !== "open";
}
