import * as z from "zod";

/** BCP 47, in the spelling it should have: `PT-br` is read as `pt-BR`. */
export const languageTag = z
  .string()
  .max(35)
  .overwrite((tag) => canonical(tag) ?? tag)
  .refine((tag) => canonical(tag) !== null, "must be a language tag such as de or pt-BR");

/** Whatever the platform's own list says of the letters, it knows what a tag may look like. */
function canonical(tag: string): string | null {
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8}){0,7}$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
