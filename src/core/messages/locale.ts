/** `de` of `de-AT`; platforms write `de_AT`, too. */
export function languageOf(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? "";
}

/** Of the tags a text exists in: exactly this one, else the language itself, else any variant of it. */
export function pickLocale(tags: readonly string[], locale: string): string | null {
  const [wanted, language] = [normalize(locale), languageOf(locale)];
  const variants = tags.filter((tag) => languageOf(tag) === language);
  const exact = variants.find((tag) => normalize(tag) === wanted);
  return exact ?? variants.find((tag) => normalize(tag) === language) ?? variants.toSorted()[0] ?? null;
}

function normalize(tag: string): string {
  return tag.toLowerCase().replaceAll("_", "-");
}

/** What the platform's formats know of it; English instead of what they do not, never the machine's own language. */
export function intlLocale(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale.replaceAll("_", "-"))[0] ?? "en";
  } catch {
    return "en";
  }
}
