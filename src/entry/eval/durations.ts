/** How long things took, to one percent, in memory that does not grow with their number. */
export interface Durations {
  readonly count: number;
  add(ms: number): void;
  /** The time that `share` of them did not exceed; `null` when there were none. */
  percentile(share: number): number | null;
}

/** From a ten-thousandth of a millisecond to minutes, each bound one percent above the last. */
const shortestMs = 1e-4;
const step = Math.log(1.01);
const bounds = 2_200;

export function createDurations(): Durations {
  const counts = new Uint32Array(bounds);
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(ms) {
      const index = Math.ceil(Math.log(Math.max(ms, shortestMs) / shortestMs) / step);
      const bound = Math.min(index, bounds - 1);
      counts[bound] = (counts[bound] ?? 0) + 1;
      count++;
    },
    percentile(share) {
      if (count === 0) return null;
      let left = Math.max(1, Math.ceil(count * share));
      const index = counts.findIndex((some) => {
        left -= some;
        return left <= 0;
      });
      return shortestMs * Math.exp(index * step);
    },
  };
}
