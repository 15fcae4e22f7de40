import * as z from "zod";
import { SummaryError } from "../../../src/ports/summarizer.ts";
import type { ModelRound } from "../../kit/anthropic/read-round.ts";
import { parseJson } from "../../kit/parse-json.ts";

const maxBytes = 256 * 1024;
const anyObject = z.record(z.string(), z.unknown());

/** From the model's answer to JSON that nobody has believed yet. */
export function parseSummary({ stopReason, text }: ModelRound): unknown {
  if (stopReason === "refusal") {
    throw new SummaryError("Claude refused to summarise.", { failure: "refusal", retryable: false });
  }
  // A cut one is cut again; a broken one may come out whole the next time.
  if (stopReason !== "end_turn") throw malformed("The summary was cut off.", false);
  const parsed = parseJson(new TextEncoder().encode(text), { schema: anyObject, maxBytes });
  if (parsed.status === "refused") throw malformed(`The summary is malformed. ${parsed.detail}`, true);
  return parsed.value;
}

function malformed(message: string, retryable: boolean): SummaryError {
  return new SummaryError(message, { failure: "malformed", retryable });
}
