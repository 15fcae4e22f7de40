import type { Check } from "./check.ts";

export const onlyExpectedAnswers: Check = {
  name: "a valid request is answered 2xx, or told to come again",
  find: ({ ledger }) => [...new Set(ledger.oddAnswers)],
};
