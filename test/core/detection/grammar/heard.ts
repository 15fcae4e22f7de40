import { read } from "../../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../../src/core/detection/signals/explicit-request.ts";

/** What the words of a message ask for, in any language. */
export function heard(text: string): "request" | "unclear" | "nothing" {
  const signal = findExplicitRequest(read(text), { departmentsCount: true });
  if (!signal) return "nothing";
  return signal.id === "explicit-request" ? "request" : "unclear";
}
