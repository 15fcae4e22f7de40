/** Text as detection reads it: lower case, no diacritics, one space for every run of others; with the way back. */
export interface Normalized {
  readonly text: string;
  /** For every unit of `text`, where it stands in the original. */
  readonly offsets: readonly number[];
}

/** Detection reads this much of a message; more cannot make it slow. */
const readUnits = 4_000;

const separator = /[^\p{L}\p{N}]/u;
const mark = /\p{M}/u;
const apostrophe = /['’]/;

export function normalize(original: string): Normalized {
  const offsets: number[] = [];
  let text = "";
  let offset = 0;
  let endsBlank = true;
  for (const symbol of original.slice(0, readUnits)) {
    const units = symbol < "\x80" ? symbol : symbol.normalize("NFKD");
    for (const unit of units) {
      const plain = plainUnit(unit);
      if (plain === "" || (plain === " " && endsBlank)) continue;
      endsBlank = plain === " ";
      text += plain;
      for (let index = 0; index < plain.length; index++) offsets.push(offset);
    }
    offset += symbol.length;
    // One symbol can stand for eighteen.
    if (offsets.length >= readUnits) break;
  }
  return { text, offsets };
}

/** Empty for what is left out. */
function plainUnit(unit: string): string {
  if ((unit >= "a" && unit <= "z") || (unit >= "0" && unit <= "9")) return unit;
  if (unit === " ") return unit;
  if (apostrophe.test(unit) || mark.test(unit)) return "";
  return separator.test(unit) ? " " : unit.toLowerCase();
}
