import * as z from "zod";
import type { LookupAnswer } from "../../../src/ports/customer-lookup.ts";
import { givenProperties } from "../../../src/protocol/properties.ts";
import { parseJson } from "../../kit/parse-json.ts";

export const maxAnswerBytes = 64 * 1024;

/** Numbers and truth values are what systems answer; rules compare words. `null` is not known. */
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const answer = z.object({ properties: z.record(z.string(), scalar) });

/** @returns what is known; of an answer that is not understood nothing is believed. */
export function parseAnswer(bytes: Uint8Array): LookupAnswer {
  const parsed = parseJson(bytes, { schema: answer, maxBytes: maxAnswerBytes });
  if (parsed.status === "refused") return { status: "failed", error: parsed.detail };
  const known = Object.entries(parsed.value.properties).filter(([, value]) => value !== null);
  const checked = givenProperties.safeParse(Object.fromEntries(known.map(([name, value]) => [name, String(value)])));
  if (!checked.success) return { status: "failed", error: "The answer holds properties that are not accepted." };
  return { status: "found", properties: checked.data };
}
