export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that `share` of them do not exceed; of an even number, the lower middle is not averaged. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
