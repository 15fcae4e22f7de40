import type { Finding } from "./redaction.ts";

/**
 * Numbers of payment cards, however they are grouped, also with an expiry date or a check number right behind them. What
 * is looked at begins and ends where a group does: within a long number, one part in ten would pass by chance.
 */
export function* findCards(folded: string): Iterable<Finding> {
  for (const run of folded.matchAll(digitRuns)) {
    const groups = [...run[0].matchAll(/[\d\u200b]+/g)]
      .map((group) => groupAt(run.index + group.index, group[0]))
      .filter(({ digits }) => digits !== "");
    let taken = 0;
    for (const [first, { start }] of groups.entries()) {
      const last = start < taken ? undefined : groups[first + cardFrom(folded, groups, first) - 1];
      if (last === undefined || last.start < start) continue;
      taken = withExpiry(folded, last.end);
      yield { start, end: taken, label: "[card]" };
    }
  }
}

/** Digits with at most two separators between them. */
const digitRuns = /\d(?:[ ./_·-]{0,2}[\d\u200b])+/g;
/** What stands behind a number on the card, and the check number that people write behind that. */
const expiry = /[ ,;]{1,3}(?:0[1-9]|1[0-2])(?: ?[/-] ?| )(?:20)?\d{2}(?:[ ,;]{1,3}\d{3,4})?(?!\d)/y;

interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

const [shortest, longest] = [13, 19];

function groupAt(start: number, group: string): Group {
  return { start, end: start + group.length, digits: group.replaceAll("\u200b", "") };
}

/** How many groups from here on are one card, the longest that could be; 0: none. */
function cardFrom(folded: string, groups: readonly Group[], first: number): number {
  let digits = "";
  let best = 0;
  for (let last = first; last < groups.length && digits.length < longest; last++) {
    digits += groups[last]?.digits ?? "";
    const isLong = digits.length >= shortest && digits.length <= longest;
    if (isLong && isCard(digits) && isGroupedAsCard(folded, groups.slice(first, last + 1))) best = last - first + 1;
  }
  return best;
}

/** Groups of one size with a rest, as 4-4-4-4-3; those of American Express; or anything in lonely blanks and dashes. */
function isGroupedAsCard(folded: string, groups: readonly Group[]): boolean {
  const sizes = groups.map(({ digits }) => digits.length);
  const [size = 0] = sizes;
  const rest = sizes.at(-1) ?? 0;
  if (sizes.slice(0, -1).every((each) => each === size) && rest <= size) return true;
  if (/^4 6 [45]$/.test(sizes.join(" "))) return true;
  const [from, to] = [groups[0], groups.at(-1)];
  const isWhole =
    from && to && !/\d[ -]?$/.test(before(folded, from.start)) && !/^[ -]?\d/.test(folded.slice(to.end, to.end + 2));
  return isWhole === true && !/[./_·]|[ -]{2}/.test(folded.slice(from?.start, to?.end));
}

function withExpiry(folded: string, end: number): number {
  expiry.lastIndex = end;
  return end + (expiry.exec(folded)?.[0].length ?? 0);
}

function before(folded: string, index: number): string {
  return folded.slice(Math.max(0, index - 2), index);
}

/** Luhn's sum, which one number in ten satisfies by chance. */
function isCard(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && /^[2-6]/.test(digits);
}
