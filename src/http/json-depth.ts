const opening = new Set(["{", "["].map((character) => character.charCodeAt(0)));
const closing = new Set(["}", "]"].map((character) => character.charCodeAt(0)));
const quote = 0x22;
const backslash = 0x5c;

/** Counts brackets outside of strings before anything is built from them; whether it is JSON, the parser says. */
export function isTooDeep(bytes: Uint8Array, maxDepth: number): boolean {
  let depth = 0;
  let isText = false;
  let isEscaped = false;
  for (const byte of bytes) {
    if (isEscaped) isEscaped = false;
    else if (isText && byte === backslash) isEscaped = true;
    else if (byte === quote) isText = !isText;
    else if (!isText && closing.has(byte)) depth -= 1;
    else if (!isText && opening.has(byte)) {
      depth += 1;
      if (depth > maxDepth) return true;
    }
  }
  return false;
}
