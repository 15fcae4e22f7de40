import type { DetectionError } from "./find-errors.ts";
import type { Judgement } from "./judge-text.ts";
import type { Row } from "./read-row.ts";

/** An error in two lines: the text stands alone, because it may run from right to left. */
export function printError(row: Row, { decision, signals }: Judgement, errors: readonly DetectionError[]): string {
  const what = errors.map(({ type, signal }) => `${type} ${signal}`).join(", ");
  const found = signals.map(({ id, start, end }) => `${id} "${printable(row.text.slice(start, end))}"`);
  const seen = found.length === 0 ? "nothing" : found.join(", ");
  const head = `${row.file}:${row.line}  ${row.language ?? "?"}  ${what}; found: ${seen}; decided: ${decision}`;
  return `${head}\n    ${printable(row.text)}`;
}

/** A sentence from anywhere must not steer the terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, " ");
}
