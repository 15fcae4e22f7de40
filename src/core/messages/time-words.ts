/** How a language says when something is, as a phrase that fits after "we're back" and after "we'll call you". */
export interface TimeWords {
  readonly today: string;
  readonly tomorrow: string;
  /** From Sunday. */
  readonly weekdays: readonly [string, string, string, string, string, string, string];
  /** Around a date such as "12 January". */
  readonly on: (date: string) => string;
  readonly at: (clock: string, hour: number, minute: number) => string;
}

const asItIs = (date: string): string => date;
const spaced =
  (before: string, after = "") =>
  (words: string) =>
    `${before}${words}${after}`;

const byLanguage: Readonly<Record<string, TimeWords>> = {
  en: {
    today: "today",
    tomorrow: "tomorrow",
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    on: asItIs,
    at: spaced(" at "),
  },
  de: {
    today: "heute",
    tomorrow: "morgen",
    weekdays: ["am Sonntag", "am Montag", "am Dienstag", "am Mittwoch", "am Donnerstag", "am Freitag", "am Samstag"],
    on: spaced("am "),
    at: spaced(" um ", " Uhr"),
  },
  es: {
    today: "hoy",
    tomorrow: "mañana",
    weekdays: ["el domingo", "el lunes", "el martes", "el miércoles", "el jueves", "el viernes", "el sábado"],
    on: spaced("el "),
    at: (clock, hour) => ` a ${hour === 1 ? "la" : "las"} ${clock}`,
  },
  fr: {
    today: "aujourd'hui",
    tomorrow: "demain",
    weekdays: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
    on: (date) => `le ${date.replace(/^1 /, "1er ")}`,
    at: (clock) => ` à ${clock.replace(":", "h")}`,
  },
  it: {
    today: "oggi",
    tomorrow: "domani",
    weekdays: ["domenica", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato"],
    on: (date) => (/^(8|11) /.test(date) ? `l'${date}` : `il ${date.replace(/^1 /, "1º ")}`),
    at: (clock, hour) => (hour === 1 ? ` all'${clock}` : ` alle ${clock}`),
  },
  nl: {
    today: "vandaag",
    tomorrow: "morgen",
    weekdays: ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
    on: spaced("op "),
    at: spaced(" om ", " uur"),
  },
  pl: {
    today: "dziś",
    tomorrow: "jutro",
    weekdays: ["w niedzielę", "w poniedziałek", "we wtorek", "w środę", "w czwartek", "w piątek", "w sobotę"],
    on: asItIs,
    at: spaced(" o "),
  },
  pt: {
    today: "hoje",
    tomorrow: "amanhã",
    weekdays: [
      "no domingo",
      ...(["na segunda-feira", "na terça-feira", "na quarta-feira", "na quinta-feira", "na sexta-feira"] as const),
      "no sábado",
    ],
    on: (date) => `em ${date.replace(/^1 /, "1º ")}`,
    at: (clock, hour) => ` ${hour <= 1 ? "à" : "às"} ${clock}`,
  },
  tr: {
    today: "bugün",
    tomorrow: "yarın",
    weekdays: [
      ...(["pazar günü", "pazartesi günü", "salı günü", "çarşamba günü", "perşembe günü"] as const),
      ...(["cuma günü", "cumartesi günü"] as const),
    ],
    on: asItIs,
    at: (clock, hour, minute) => ` saat ${clock}'${turkishAt(minute === 0 ? hour : minute)}`,
  },
  ar: {
    today: "اليوم",
    tomorrow: "غدًا",
    weekdays: ["يوم الأحد", "يوم الاثنين", "يوم الثلاثاء", "يوم الأربعاء", "يوم الخميس", "يوم الجمعة", "يوم السبت"],
    on: spaced("يوم "),
    at: spaced(" الساعة "),
  },
  ru: {
    today: "сегодня",
    tomorrow: "завтра",
    weekdays: ["в воскресенье", "в понедельник", "во вторник", "в среду", "в четверг", "в пятницу", "в субботу"],
    on: asItIs,
    at: spaced(" в "),
  },
  uk: {
    today: "сьогодні",
    tomorrow: "завтра",
    weekdays: ["у неділю", "у понеділок", "у вівторок", "у середу", "у четвер", "у п'ятницю", "у суботу"],
    on: asItIs,
    at: (clock, hour) => ` ${hour === 11 ? "об" : "о"} ${clock}`,
  },
  zh: {
    today: "今天",
    tomorrow: "明天",
    weekdays: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
    on: asItIs,
    at: asItIs,
  },
  ja: {
    today: "今日",
    tomorrow: "明日",
    weekdays: ["日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日"],
    on: asItIs,
    at: asItIs,
  },
  hi: {
    today: "आज",
    tomorrow: "कल",
    weekdays: ["रविवार को", "सोमवार को", "मंगलवार को", "बुधवार को", "गुरुवार को", "शुक्रवार को", "शनिवार को"],
    on: spaced("", " को"),
    at: spaced(" ", " बजे"),
  },
};

/** By language. */
export const timeWords: ReadonlyMap<string, TimeWords> = new Map(Object.entries(byLanguage));

/** The ending follows the vowel and consonant in which the number ends when it is spoken: dokuz'da, beş'te. */
function turkishAt(spoken: number): string {
  const tens = ["da", "da", "de", "da", "ta", "de"] as const;
  const ones = ["da", "de", "de", "te", "te", "te", "da", "de", "de", "da"] as const;
  const ending = spoken % 10 === 0 ? tens[spoken / 10] : ones[spoken % 10];
  return ending ?? "da";
}
