import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";

/** Crockford's alphabet: in order, without letters that look like digits. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const timeDigits = 10;
const randomDigits = 16;

/**
 * `{prefix}_{10 digits of time}{16 digits of chance}`, after ULID. Within one millisecond, and when the clock steps
 * back, the last one is counted up, so that ids of one process always rise.
 */
export function createIds(clock: Pick<Clock, "now">): Ids {
  let lastAt = 0;
  let digits: Uint8Array = new Uint8Array(randomDigits);
  return {
    next(prefix) {
      const now = clock.now();
      if (now > lastAt) {
        lastAt = now;
        digits = crypto.getRandomValues(new Uint8Array(randomDigits)).map((byte) => byte & 31);
      } else if (!countUp(digits)) {
        lastAt += 1;
      }
      return `${prefix}_${timeText(lastAt)}${textOf(digits)}`;
    },
  };
}

/** `false` when it ran over and begins again at zero. */
function countUp(digits: Uint8Array): boolean {
  for (let place = digits.length - 1; place >= 0; place--) {
    const next = (digits[place] ?? 0) + 1;
    digits[place] = next & 31;
    if (next < 32) return true;
  }
  return false;
}

function timeText(at: number): string {
  let rest = at;
  let text = "";
  for (let place = 0; place < timeDigits; place++) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function textOf(digits: Uint8Array): string {
  return Array.from(digits, (digit) => alphabet.charAt(digit)).join("");
}
