/** Whether one word becomes the other by so many letters left out, put in, changed or swapped with their neighbour. */
export function isWithinEdits(one: string, other: string, limit: number): boolean {
  if (Math.abs(one.length - other.length) > limit) return false;
  const { start, end } = sharedEnds(one, other);
  const differing = Math.max(one.length, other.length) - start - end;
  if (limit === 1 ? differing > 2 : start + end < fewestShared) return false;
  return distanceIsWithin(one.slice(start, one.length - end), other.slice(start, other.length - end), limit);
}

/** Of a long word with two errors, so much is still right at its ends. */
const fewestShared = 3;

/** How many letters are the same at the beginning, and behind that at the end: no edit is there. */
function sharedEnds(one: string, other: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end))
    end++;
  return { start, end };
}

function distanceIsWithin(one: string, other: string, limit: number): boolean {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return false;
    [beforeLast, last] = [last, current];
  }
  return (last[other.length] ?? limit + 1) <= limit;
}
