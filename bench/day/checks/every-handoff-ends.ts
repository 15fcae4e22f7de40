import { outcomeOf } from "../outcome.ts";
import { allCases } from "../recount.ts";
import type { Check } from "./check.ts";

/** I5: nothing that a person was asked for is forgotten. */
export const everyHandoffEnds: Check = {
  name: "every handoff ends in a named outcome",
  find: (evidence) => {
    const cases = allCases(evidence);
    const withCase = new Set(cases.map(({ conversationId }) => conversationId));
    return [
      ...evidence.conversations.filter(({ id }) => !withCase.has(id)).map(({ id }) => `${id} never became a handoff`),
      ...cases.flatMap((one) =>
        outcomeOf(one, evidence) === "lost" ? [`${one.conversationId} ended ${one.end?.how ?? "nowhere"}`] : [],
      ),
    ];
  },
};
