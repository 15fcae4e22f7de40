/**
 * Whole numbers as text of 64 harmless characters: each as its difference from the one before, small ones in a single
 * character. Times that rise take three or four. Every character has five bits and says whether more follow.
 */
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const places = placesIn(alphabet);
const base = 32;
/** Twice the difference of two of them is still exact. */
const furthest = 2 ** 50;

export const isWritable = (value: unknown): value is number | null =>
  value === null || (Number.isInteger(value) && Math.abs(value as number) <= furthest);

export function numbersToText(values: readonly (number | null)[]): string {
  let text = "";
  let before = 0;
  for (const value of values) {
    if (value === null) {
      text += alphabet.charAt(0);
      continue;
    }
    const step = value - before;
    before = value;
    // Nothing has 0; differences take turns: none 1, one back 2, one on 3.
    for (let rest = step < 0 ? -2 * step : 2 * step + 1; ; rest = Math.floor(rest / base)) {
      text += alphabet.charAt((rest % base) + (rest >= base ? base : 0));
      if (rest < base) break;
    }
  }
  return text;
}

/** @param from where in the text they begin; they are all that follows */
export function numbersFromText(text: string, from: number): (number | null)[] {
  const values: (number | null)[] = [];
  let [before, code, scale] = [0, 0, 1];
  for (let index = from; index < text.length; index++) {
    const place = places[text.charCodeAt(index)] ?? 0;
    code += (place & (base - 1)) * scale;
    scale *= base;
    if (place >= base) continue;
    if (code === 0) values.push(null);
    else {
      before += code % 2 === 0 ? code / -2 : (code - 1) / 2;
      values.push(before);
    }
    [code, scale] = [0, 1];
  }
  return values;
}

/** Numbers below 64 (`width` 1) or 4096 (`width` 2), all of the same width. */
export const mostCodes = { 1: alphabet.length, 2: alphabet.length ** 2 } as const;

export function codesToText(codes: readonly number[], width: 1 | 2): string {
  let text = "";
  for (const code of codes) {
    if (width === 2) text += alphabet.charAt(Math.floor(code / alphabet.length));
    text += alphabet.charAt(code % alphabet.length);
  }
  return text;
}

/** What stands at each of the places that the codes name. */
export function atCodes<Value>(text: string, from: number, width: 1 | 2, values: readonly Value[]): Value[] {
  const found: Value[] = [];
  for (let index = from; index < text.length; index += width) {
    let code = places[text.charCodeAt(index)] ?? 0;
    if (width === 2) code = code * alphabet.length + (places[text.charCodeAt(index + 1)] ?? 0);
    found.push(values[code] as Value);
  }
  return found;
}

function placesIn(characters: string): Uint8Array {
  const found = new Uint8Array(128);
  for (let place = 0; place < characters.length; place++) found[characters.charCodeAt(place)] = place;
  return found;
}
