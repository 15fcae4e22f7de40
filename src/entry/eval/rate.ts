/** A share of a sample, and between which shares the truth lies in 95 of 100 samples. `null` where there is no sample. */
export interface Rate {
  readonly hits: number;
  readonly n: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The two-sided 95 % point of the normal distribution. */
const z = 1.959963984540054;

/** With Wilson's interval, which is honest for few sentences and for shares near nothing and near all. */
export function rateOf(hits: number, n: number): Rate {
  if (n === 0) return { hits, n, rate: null, low: null, high: null };
  const share = hits / n;
  const spread = 1 + z ** 2 / n;
  const centre = (share + z ** 2 / (2 * n)) / spread;
  const half = (z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))) / spread;
  // Rounding may leave a trace where the bounds are exact.
  const [low, high] = [hits === 0 ? 0 : centre - half, hits === n ? 1 : centre + half];
  return { hits, n, rate: share, low, high };
}
