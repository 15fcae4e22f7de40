/** What holds for every text that comes to us, whoever wrote it. */

export const wellFormed = [
  (text: string) => text.isWellFormed(),
  "must be well-formed Unicode, without halves of surrogate pairs",
] as const;

/** NUL is removed rather than refused: keyboards cannot type it, but careless software appends it. */
export function withoutNul(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}

/**
 * A name that is shown in one line and looks like what it is: neither line breaks nor the marks that turn the direction
 * of what follows, so that `fdp.exe` never reads as `exe.pdf`.
 */
export function inOneLine(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp} ]{2,}|[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .trim();
}
