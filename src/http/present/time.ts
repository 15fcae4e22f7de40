/** Milliseconds inside, ISO 8601 on the wire. */
export function isoTime(at: number): string {
  return new Date(at).toISOString();
}
