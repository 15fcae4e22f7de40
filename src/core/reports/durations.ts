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
  const sorted = Float64Array.from(values).sort();
  let sum = 0;
  for (const value of sorted) sum += value;
  return {
    count: sorted.length,
    p50Ms: atRank(sorted, 0.5),
    p90Ms: atRank(sorted, 0.9),
    meanMs: Math.round(sum / sorted.length),
  };
}

function atRank(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
