import { type Figure, share } from "../figure.ts";
import { isMissed } from "../first-response-promise.ts";

export const slaMissed: Figure = {
  id: "sla.missed",
  name: "First responses promised and missed",
  formula:
    "Handoffs whose deadline for the first response passed unanswered, counted from the instant it passed / handoffs that had such a deadline.",
  count: ({ handoffs }, { now }) => {
    const promised = handoffs.filter(({ isPromised }) => isPromised);
    return share(promised.filter((row) => isMissed(row, now)).length, promised.length);
  },
};
