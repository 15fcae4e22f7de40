import type { Reading } from "../reading.ts";
import type { Signal } from "../signal.ts";
import { isEmphatic } from "./emphasis.ts";
import { type FoundMood, findMood } from "./find-mood.ts";

/**
 * The customer is unhappy with us. One phrase that says so is enough; what also stands in ordinary questions (a long
 * wait, a curse) counts when both come together or the customer raises the voice.
 */
export function findFrustration(reading: Reading): Signal | null {
  const found = findMood(reading, "frustration").filter(({ clause }) => !clause.isQuoted);
  const shown = found.find(({ kind }) => kind === "unhappy") ?? hinted(found, reading);
  return shown ? { id: "frustration", start: shown.start, end: shown.end } : null;
}

function hinted(found: readonly FoundMood<"frustration">[], { original }: Reading): FoundMood<"frustration"> | null {
  const [first] = found;
  if (!first) return null;
  return found.some(({ kind }) => kind !== first.kind) || isEmphatic(original) ? first : null;
}
