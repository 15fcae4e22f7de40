import { shorten } from "../messages/shorten.ts";
import { redact } from "../packet/redact.ts";
import { plainLine } from "./plain-line.ts";

const excerptLength = 200;
/** A longer message is cut before it is looked through: what is far behind is not shown anyway. */
const lookedAt = 2_000;

/** A first look at what a customer wrote, without numbers of cards, accounts and the like; never the whole of a long one. */
export function excerptOf(text: string): string | null {
  // Redacted before it is cut, so that half a number is never left over.
  const line = plainLine(redact(text.slice(0, lookedAt)), lookedAt);
  return line === "" ? null : shorten(line, excerptLength);
}
