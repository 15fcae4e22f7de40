/**
 * Formats are dear to make and cheap to use, so each is made once per language and time zone. Western digits and the
 * common calendar everywhere: a locale like `ar-SA` would otherwise bring its own.
 */
function once<Names extends readonly string[], Made>(make: (...names: Names) => Made): (...names: Names) => Made {
  const made = new Map<string, Made>();
  return (...names) => {
    const key = names.join(" ");
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= maxFormats) made.clear();
    const fresh = make(...names);
    made.set(key, fresh);
    return fresh;
  };
}

const maxFormats = 500;
const common = { numberingSystem: "latn", calendar: "gregory" } as const;

export const pluralRules = once((locale: string) => new Intl.PluralRules(locale));

export const relativeFormat = once((locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }));

export const unitFormat = once(
  (locale: string, unit: "minute" | "hour" | "day") =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long", numberingSystem: "latn" }),
);

/** For reading a clock of that zone, not for showing. */
export const partsFormat = once(
  (timeZone: string) =>
    new Intl.DateTimeFormat("en", {
      ...common,
      timeZone,
      hourCycle: "h23",
      ...({ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const),
    }),
);

export const dateFormat = once(
  (locale: string, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { ...common, timeZone, day: "numeric", month: "long" }),
);

export const weekdayFormat = once(
  (locale: string, timeZone: string) => new Intl.DateTimeFormat(locale, { ...common, timeZone, weekday: "long" }),
);

export const timeFormat = once(
  (locale: string, timeZone: string) => new Intl.DateTimeFormat(locale, { ...common, timeZone, timeStyle: "short" }),
);
