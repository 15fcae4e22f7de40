const longestMs = 24 * 3_600_000;

/** RFC 9110 Retry-After, as seconds or as a date; `null` when there is none or it makes no sense. Never over a day. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const value = header.trim();
  if (/^\d{1,9}$/.test(value)) return Math.min(Number(value) * 1000, longestMs);
  // Every date form of HTTP begins with the name of a day.
  if (!/^[A-Za-z]{3}/.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.min(Math.max(at - nowMs, 0), longestMs);
}
