const firstMs = 500;
const longestMs = 15 * 60_000;

/** Whatever a platform asks for: a lane must not stand still for a day. Doubles with every failure, with up to half of it taken off by chance so that retries do not march in step. */
export function backoffMs(failures: number, random: () => number, retryAfterMs: number | null = null): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 20));
  return Math.min(longestMs, Math.max(retryAfterMs ?? 0, Math.round(full * (1 - random() / 2))));
}
