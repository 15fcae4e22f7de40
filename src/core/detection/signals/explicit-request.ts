import { type RequestOptions, requestGrammar } from "../grammar/request-grammar.ts";
import { inSteps } from "../in-steps.ts";
import { requestLexicons } from "../lexicons/requests.ts";
import type { Reading } from "../reading.ts";
import type { Signal } from "../signal.ts";

/** Put together when it is first needed: the start of a process, and of a Worker above all, has no time for it. */
const grammar = inSteps(() => requestGrammar(requestLexicons));

export const prepareRequests = grammar.prepare;

/** The customer asks for a person, in any of our languages; or may be asking for one. */
export function findExplicitRequest(reading: Reading, options: RequestOptions): Signal | null {
  const found = grammar.get()(reading, options);
  if (!found) return null;
  const { verdict, start, end } = found;
  return { id: verdict === "request" ? "explicit-request" : "unclear-request", start, end };
}
