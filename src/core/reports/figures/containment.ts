import { type Figure, share } from "../figure.ts";
import { isDissatisfied } from "../rating.ts";
import { answeredByBot, wasHandedOver } from "./handoff-rate.ts";

export const containment: Figure = {
  id: "containment.loose",
  name: "Containment (loose)",
  formula:
    "1 − handoff rate: engagements in which the bot wrote and that had no handoff / engagements in which the bot wrote.",
  count: ({ engagements, hasAllEngagements }, context) => {
    if (hasAllEngagements) return null;
    const { whole, handedOver, notKnown } = answeredByBot(engagements, context);
    return share(whole - handedOver.size, whole, notKnown);
  },
};

export const strictContainment: Figure = {
  id: "containment.strict",
  name: "Containment (strict)",
  formula:
    "Engagements in which the bot wrote, with no handoff, no rating of 1 or 2, and no new engagement of the same customer on any channel within 24 hours of the end or the last message (to the hour) / engagements in which the bot wrote and whose 24 hours are over.",
  count: ({ engagements, hasAllEngagements }, { escalated }) => {
    if (hasAllEngagements) return null;
    let [part, whole, notKnown] = [0, 0, 0];
    for (const row of engagements) {
      if (row.botSpoke === null) notKnown += 1;
      if (!row.botSpoke) continue;
      const isLost =
        wasHandedOver(row, escalated) || isDissatisfied(escalated.ratingOf(row) ?? Number.POSITIVE_INFINITY);
      const cameAgain = escalated.cameAgain(row);
      // What is lost is lost at once; what is contained shows after a day.
      if (!isLost && cameAgain === null) continue;
      whole += 1;
      if (!isLost && cameAgain === false) part += 1;
    }
    return share(part, whole, notKnown);
  },
};
