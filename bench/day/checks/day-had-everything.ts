import { happenings } from "../happenings.ts";
import type { Check } from "./check.ts";

/** Promises that nothing has tested are not shown. */
export const dayHadEverything: Check = {
  name: "holidays, no-shows and everything else really happened",
  find: (evidence) =>
    Object.entries(happenings(evidence))
      .filter(([, times]) => times === 0)
      .map(([name]) => `nothing of this kind: ${name}`),
};
