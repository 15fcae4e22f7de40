import { type Figure, share } from "../figure.ts";

export const nextMissed: Figure = {
  id: "sla.next-missed",
  name: "Next responses promised and missed",
  formula:
    "Questions of customers, after a person's first words, whose deadline passed before the next words of a person, whether these came at last or not / such questions that had a deadline. Several messages without an answer between them are one question.",
  count: ({ handoffs }) => {
    let [missed, promised, notKnown] = [0, 0, 0];
    for (const { nextPromised, nextMissed: ofRow } of handoffs) {
      if (typeof nextPromised !== "number" || typeof ofRow !== "number") notKnown += 1;
      else {
        missed += ofRow;
        promised += nextPromised;
      }
    }
    return share(missed, promised, notKnown);
  },
};

export const resolutionMissed: Figure = {
  id: "sla.resolution-missed",
  name: "Resolutions promised and missed",
  formula:
    "Handoffs during which the deadline for the resolution passed, resolved later or not / handoffs that had such a deadline still before them. While the customer is awaited it does not run.",
  count: ({ handoffs }) => {
    let [missed, promised, notKnown] = [0, 0, 0];
    for (const { isResolutionPromised: isPromised, resolutionMissedAt } of handoffs) {
      if (typeof isPromised !== "boolean") notKnown += 1;
      else if (isPromised) promised += 1;
      if (isPromised && typeof resolutionMissedAt === "number") missed += 1;
    }
    return share(missed, promised, notKnown);
  },
};
