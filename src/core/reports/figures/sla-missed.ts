import { type Figure, share } from "../figure.ts";
import { isMissed } from "../first-response-promise.ts";
import type { HandoffRow } from "../handoff-row.ts";

export const slaMissed: Figure = {
  id: "sla.missed",
  name: "First responses promised and missed",
  formula:
    "Handoffs whose deadline for the first response passed unanswered, counted from the instant it passed / handoffs that had such a deadline. By agent: who answered, or has it.",
  count: ({ answers }, { now }) => {
    const promised = answers.filter(isPromised);
    return share(promised.filter((row) => isMissed(row, now)).length, promised.length);
  },
};

/** Rows of before also name a deadline that had passed when they were opened. */
function isPromised(row: HandoffRow): boolean {
  return row.isPromised && (row.missedAt === null || row.missedAt >= row.openedAt);
}
