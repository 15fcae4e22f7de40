/** Fields that many parts of the settings share. What does not fit is refused, never mended: files stay as written. */
import * as z from "zod";

/** `constructor` is what plain objects answer to by themselves, so nothing may be called that. */
const idPattern = /^(?!constructor$)[a-z0-9][a-z0-9-]{0,47}$/;

export const settingsId = z
  .string()
  .regex(idPattern, "must be 1 to 48 of a-z, 0-9 and -, beginning with a letter or digit");

const lineBreaks = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/** Line breaks and tabs are writing, every other control character is an accident. */
const controls = /(?![\n\r\t])\p{Cc}/u;

/** Words of the lead's in one line. */
export function line(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine((text) => text.isWellFormed() && !lineBreaks.test(text), "must be one line of well-formed text");
}

export function filledLine(maxLength: number) {
  return line(maxLength).refine((text) => text.trim() !== "", "must not be blank");
}

/** Words of the lead's, in as many lines as they like. */
export function writing(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine(
      (text) => text.isWellFormed() && !controls.test(text),
      "must be well-formed text without control characters",
    );
}

export const localeTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, "must be a language tag such as `de` or `pt-BR`");

/** Id of a channel, an agent or a customer's address: not ours to shape. */
export const outsideId = filledLine(256);

export function byLocale<Value extends z.ZodType<string>>(value: Value) {
  return z
    .record(localeTag, value)
    .refine((texts) => Object.keys(texts).length <= 60, "must have at most 60 languages");
}
