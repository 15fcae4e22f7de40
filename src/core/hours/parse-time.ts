/** Minutes since midnight of `00:00` to `24:00`; `null`: it is none. */
export function parseTime(written: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(written);
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
  return hours * 60 + minutes;
}

/** Days since 1970-01-01 of `2026-12-25`; `null`: there is no such day. */
export function parseDate(written: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return null;
  const at = Date.parse(`${written}T00:00:00Z`);
  // `2026-02-30` is read as a day of March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== written) return null;
  return at / 86_400_000;
}
