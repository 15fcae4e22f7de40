/** How long something took, over many. */
export interface Durations {
  readonly count: number;
  /** `null`: there were none. */
  readonly p50Ms: number | null;
  readonly p90Ms: number | null;
  readonly meanMs: number | null;
}

/** Percentiles by nearest rank: always a value that was there. The mean is rounded to the millisecond. */
export function durationsOf(values: readonly number[]): Durations {
  if (values.length === 0) return { count: 0, p50Ms: null, p90Ms: null, meanMs: null };
  const apart = new Float64Array(values);
  let sum = 0;
  for (const value of apart) sum += value;
  const [half, most] = [rankOf(apart, 0.5), rankOf(apart, 0.9)];
  putInPlace(apart, half, 0);
  // What is left of the half is smaller, and need not be looked at again.
  putInPlace(apart, most, half);
  return {
    count: apart.length,
    p50Ms: apart[half] ?? 0,
    p90Ms: apart[most] ?? 0,
    meanMs: Math.round(sum / apart.length),
  };
}

function rankOf({ length }: Float64Array, share: number): number {
  return Math.max(0, Math.ceil(length * share) - 1);
}

/** Moves values until the one of this rank is where sorting would put it, with the smaller ones before it. */
function putInPlace(values: Float64Array, rank: number, from: number): void {
  let [first, last] = [from, values.length - 1];
  while (first < last) {
    const pivot = middleOf(values[first] ?? 0, values[(first + last) >>> 1] ?? 0, values[last] ?? 0);
    let [low, high] = [first, last];
    while (low <= high) {
      while ((values[low] ?? 0) < pivot) low++;
      while ((values[high] ?? 0) > pivot) high--;
      if (low > high) break;
      const value = values[low] ?? 0;
      values[low++] = values[high] ?? 0;
      values[high--] = value;
    }
    if (rank <= high) last = high;
    else if (rank >= low) first = low;
    else return;
  }
}

function middleOf(one: number, two: number, three: number): number {
  return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
}
