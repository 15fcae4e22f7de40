import { type Figure, share } from "../figure.ts";
import { wasHandedOver } from "./handoff-rate.ts";

export const missedHandoffs: Figure = {
  id: "handoffs.missed",
  name: "Missed handoffs",
  formula:
    "Engagements in which the customer asked for a person (in words or by the button) or wrote of a risk, and neither a handoff nor a person followed / engagements in which the bot wrote and that had no handoff. Judged by what was noticed, and of all of them: no sample that somebody reads.",
  count: ({ engagements, hasAllEngagements }, { escalated }) => {
    if (hasAllEngagements) return null;
    let [missed, whole, notKnown] = [0, 0, 0];
    for (const row of engagements) {
      if (row.botSpoke === false || wasHandedOver(row, escalated)) continue;
      const { hasShownNeed } = row;
      if (row.botSpoke === null || typeof hasShownNeed !== "boolean") notKnown += 1;
      else {
        whole += 1;
        if (hasShownNeed && row.agentId === null) missed += 1;
      }
    }
    return share(missed, whole, notKnown);
  },
};
