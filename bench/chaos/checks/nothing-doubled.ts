import { tokensIn } from "../tokens.ts";
import type { Check } from "./check.ts";

export const nothingDoubled: Check = {
  name: "nothing is in a conversation twice, no customer has two (I1)",
  find({ observed }) {
    const seen = new Set<string>();
    const faults: string[] = [];
    const once = (what: string) => {
      if (seen.has(what)) faults.push(`${what} appears more than once`);
      seen.add(what);
    };
    for (const { id, address, messages } of observed.conversations) {
      once(`a conversation of ${address}`);
      for (const { author, text, seq } of messages) {
        if (author !== "customer") continue;
        const tokens = tokensIn(text, "c");
        if (tokens.length !== 1) faults.push(`message ${seq} of ${id} was posted by nobody`);
        for (const token of tokens) once(`message ${token}`);
      }
    }
    return faults;
  },
};
