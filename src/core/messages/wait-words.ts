/** How a language says how long something takes. `{from}` is a number, `{to}` a number with its unit. */
export interface WaitWords {
  readonly range: string;
  readonly upTo: string;
  readonly about: string;
  readonly minute: UnitForms;
  readonly hour: UnitForms;
  readonly day: UnitForms;
}

/** By plural category, in the case that the phrases above ask for. */
export interface UnitForms {
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly other: string;
}

const byLanguage: Readonly<Record<string, WaitWords>> = {
  en: {
    ...phrases("{from} to {to}", "up to {to}", "about {to}"),
    ...units(["{n} minute", "{n} minutes"], ["{n} hour", "{n} hours"], ["{n} day", "{n} days"]),
  },
  de: {
    ...phrases("{from} bis {to}", "bis zu {to}", "etwa {to}"),
    ...units(["{n} Minute", "{n} Minuten"], ["{n} Stunde", "{n} Stunden"], ["{n} Tag", "{n} Tage"]),
  },
  es: {
    ...phrases("de {from} a {to}", "hasta {to}", "alrededor de {to}"),
    ...units(["{n} minuto", "{n} minutos"], ["{n} hora", "{n} horas"], ["{n} día", "{n} días"]),
  },
  fr: {
    ...phrases("{from} à {to}", "jusqu'à {to}", "environ {to}"),
    ...units(["{n} minute", "{n} minutes"], ["{n} heure", "{n} heures"], ["{n} jour", "{n} jours"]),
  },
  it: {
    ...phrases("da {from} a {to}", "fino a {to}", "circa {to}"),
    ...units(["{n} minuto", "{n} minuti"], ["{n} ora", "{n} ore"], ["{n} giorno", "{n} giorni"]),
  },
  nl: {
    ...phrases("{from} tot {to}", "hooguit {to}", "ongeveer {to}"),
    ...units(["{n} minuut", "{n} minuten"], ["{n} uur", "{n} uur"], ["{n} dag", "{n} dagen"]),
  },
  pl: {
    ...phrases("od {from} do {to}", "do {to}", "około {to}"),
    ...units(["{n} minuty", "{n} minut"], ["{n} godziny", "{n} godzin"], ["{n} dnia", "{n} dni"]),
  },
  pt: {
    ...phrases("de {from} a {to}", "até {to}", "cerca de {to}"),
    ...units(["{n} minuto", "{n} minutos"], ["{n} hora", "{n} horas"], ["{n} dia", "{n} dias"]),
  },
  tr: {
    ...phrases("{from} ila {to}", "en fazla {to}", "yaklaşık {to}"),
    ...units(["{n} dakika", "{n} dakika"], ["{n} saat", "{n} saat"], ["{n} gün", "{n} gün"]),
  },
  ar: {
    ...phrases("من {from} إلى {to}", "ما يصل إلى {to}", "نحو {to}"),
    minute: { one: "دقيقة واحدة", two: "دقيقتين", few: "{n} دقائق", other: "{n} دقيقة" },
    hour: { one: "ساعة واحدة", two: "ساعتين", few: "{n} ساعات", other: "{n} ساعة" },
    day: { one: "يوم واحد", two: "يومين", few: "{n} أيام", other: "{n} يومًا" },
  },
  ru: {
    ...phrases("от {from} до {to}", "до {to}", "около {to}"),
    ...units(["{n} минуты", "{n} минут"], ["{n} часа", "{n} часов"], ["{n} дня", "{n} дней"]),
  },
  uk: {
    ...phrases("від {from} до {to}", "до {to}", "близько {to}"),
    ...units(["{n} хвилини", "{n} хвилин"], ["{n} години", "{n} годин"], ["{n} дня", "{n} днів"]),
  },
  zh: {
    ...phrases("{from} 到 {to}", "最多 {to}", "约 {to}"),
    ...units(["{n} 分钟", "{n} 分钟"], ["{n} 小时", "{n} 小时"], ["{n} 天", "{n} 天"]),
  },
  ja: {
    ...phrases("{from}〜{to}", "最長{to}", "約{to}"),
    ...units(["{n}分", "{n}分"], ["{n}時間", "{n}時間"], ["{n}日", "{n}日"]),
  },
  hi: {
    ...phrases("{from} से {to}", "अधिकतम {to}", "लगभग {to}"),
    ...units(["{n} मिनट", "{n} मिनट"], ["{n} घंटा", "{n} घंटे"], ["{n} दिन", "{n} दिन"]),
  },
};

/** By language. */
export const waitWords: ReadonlyMap<string, WaitWords> = new Map(Object.entries(byLanguage));

function phrases(range: string, upTo: string, about: string): Pick<WaitWords, "range" | "upTo" | "about"> {
  return { range, upTo, about };
}

type Forms = readonly [one: string, other: string];

function units(minute: Forms, hour: Forms, day: Forms): Pick<WaitWords, "minute" | "hour" | "day"> {
  const forms = ([one, other]: Forms): UnitForms => ({ one, other });
  return { minute: forms(minute), hour: forms(hour), day: forms(day) };
}
