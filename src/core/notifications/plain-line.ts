/** Controls, and marks that turn the direction of what follows: a name must not become a second line or header. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Co}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gv;

/** What comes from outside, in one line of bounded length. */
export function plainLine(text: string, maxLength: number): string {
  const line = text.toWellFormed().replace(invisible, " ").replace(/\s+/g, " ").trim();
  if (line.length <= maxLength) return line;
  const kept = line.slice(0, maxLength - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}
