/** Text as detection reads it: lower case, no diacritics, one space for every run of others; with the way back. */
export interface Normalized {
  readonly text: string;
  /** For every unit of `text`, where it stands in the original. */
  readonly offsets: readonly number[];
}

/** Detection reads this much of a message; more cannot make it slow. */
export const readUnits = 4_000;

const separator = /[^\p{L}\p{N}]/u;
const mark = /\p{M}/u;
const blank = " ";

/** Built as a list: asking a growing string for its end copies it every time, and long messages would be slow. */
export function normalize(original: string): Normalized {
  const offsets: number[] = [];
  const units: string[] = [];
  let offset = 0;
  let endsInBlank = true;
  for (const symbol of original.slice(0, readUnits)) {
    for (const unit of asciiUnits[symbol.charCodeAt(0)] ?? foldedUnits(symbol)) {
      if (unit === blank && endsInBlank) continue;
      endsInBlank = unit === blank;
      units.push(unit);
      for (let index = 0; index < unit.length; index++) offsets.push(offset);
    }
    offset += symbol.length;
  }
  return { text: units.join(""), offsets };
}

/** What a symbol becomes: nothing, a blank, or letters and digits. */
function foldedUnits(symbol: string): readonly string[] {
  return [...symbol.normalize("NFKD").toLowerCase()]
    .filter((unit) => !mark.test(unit) && unit !== "'" && unit !== "’")
    .map((unit) => (separator.test(unit) ? blank : unit));
}

/** Most of most messages: looked up. */
const asciiUnits = Array.from({ length: 128 }, (_, code) => foldedUnits(String.fromCharCode(code)));
