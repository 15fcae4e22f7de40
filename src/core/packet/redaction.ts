import { foldCharacters } from "./fold-characters.ts";

/** Something to take out, in UTF-16 units. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  /** What stands there instead, as `[card]`. */
  readonly label: string;
}

/** Finds one kind of thing in a folded text, in reading order and without overlaps. */
export type Finder = (folded: string) => Iterable<Finding>;

/** One kind after the other: what an earlier one took out, no later one sees. */
export function takeOut(text: string, finders: readonly Finder[]): string {
  let written = text;
  let folded = foldCharacters(text);
  for (const find of finders) {
    const findings = [...find(folded)];
    if (findings.length === 0) continue;
    written = replaceAt(written, findings);
    folded = replaceAt(folded, findings);
  }
  return written;
}

function replaceAt(text: string, findings: readonly Finding[]): string {
  let replaced = "";
  let from = 0;
  for (const { start, end, label } of findings) {
    replaced += text.slice(from, start) + label;
    from = end;
  }
  return replaced + text.slice(from);
}
