import { describe, expect, it, test } from "vitest";
import { builtInCatalogs } from "../../../src/core/messages/built-in-catalogs.ts";
import { describeMoment, describeWait } from "../../../src/core/messages/expected-wait.ts";

describe("a wait", () => {
  it.each([
    ["en", "5 to 10 minutes", "up to 1 minute", "1 to 2 hours", "about 2 days"],
    ["de", "5 bis 10 Minuten", "bis zu 1 Minute", "1 bis 2 Stunden", "etwa 2 Tage"],
    ["es", "de 5 a 10 minutos", "hasta 1 minuto", "de 1 a 2 horas", "alrededor de 2 días"],
    ["fr", "5 à 10 minutes", "jusqu'à 1 minute", "1 à 2 heures", "environ 2 jours"],
    ["it", "da 5 a 10 minuti", "fino a 1 minuto", "da 1 a 2 ore", "circa 2 giorni"],
    ["nl", "5 tot 10 minuten", "hooguit 1 minuut", "1 tot 2 uur", "ongeveer 2 dagen"],
    ["pl", "od 5 do 10 minut", "do 1 minuty", "od 1 do 2 godzin", "około 2 dni"],
    ["pt", "de 5 a 10 minutos", "até 1 minuto", "de 1 a 2 horas", "cerca de 2 dias"],
    ["tr", "5 ila 10 dakika", "en fazla 1 dakika", "1 ila 2 saat", "yaklaşık 2 gün"],
    ["ar", "من 5 إلى 10 دقائق", "ما يصل إلى دقيقة واحدة", "من ساعة واحدة إلى ساعتين", "نحو يومين"],
    ["ru", "от 5 до 10 минут", "до 1 минуты", "от 1 до 2 часов", "около 2 дней"],
    ["uk", "від 5 до 10 хвилин", "до 1 хвилини", "від 1 до 2 годин", "близько 2 днів"],
    ["zh", "5 到 10 分钟", "最多 1 分钟", "1 到 2 小时", "约 2 天"],
    ["ja", "5〜10分", "最長1分", "1〜2時間", "約2日"],
    ["hi", "5 से 10 मिनट", "अधिकतम 1 मिनट", "1 से 2 घंटे", "लगभग 2 दिन"],
    ["de-CH", "5 bis 10 Minuten", "bis zu 1 Minute", "1 bis 2 Stunden", "etwa 2 Tage"],
    ["sv", "5–10 minuter", "~1 minut", "1–2 timmar", "~2 dygn"],
    ["xx", "5 to 10 minutes", "up to 1 minute", "1 to 2 hours", "about 2 days"],
  ])("in %s is %s", (locale, minutes, shortest, hours, days) => {
    expect(describeWait({ fromMinutes: 5, toMinutes: 10 }, locale)).toBe(minutes);
    expect(describeWait({ fromMinutes: 0, toMinutes: 0.4 }, locale)).toBe(shortest);
    expect(describeWait({ fromMinutes: 60, toMinutes: 120 }, locale)).toBe(hours);
    expect(describeWait({ fromMinutes: 2_880, toMinutes: 2_880 }, locale)).toBe(days);
  });

  it.each([
    [4.2, 6.1, "4 to 7 minutes"],
    [12, 33, "10 to 35 minutes"],
    [0.3, 8, "up to 8 minutes"],
    [60, 90, "60 to 90 minutes"],
    [60, 91, "1 to 2 hours"],
    [20, 100, "up to 2 hours"],
    [7, 3, "about 7 minutes"],
    [1_400, 2_161, "up to 2 days"],
  ])("from %d to %d minutes is rounded to %s", (fromMinutes, toMinutes, words) => {
    expect(describeWait({ fromMinutes, toMinutes }, "en")).toBe(words);
  });
});

describe("a moment", () => {
  /** A Thursday, 23:30 in Berlin. */
  const now = Date.UTC(2026, 10, 19, 22, 30);
  const [today, tomorrow] = [Date.UTC(2026, 10, 19, 22, 45), Date.UTC(2026, 10, 20, 8, 0)];
  const [monday, january] = [Date.UTC(2026, 10, 23, 8, 0), Date.UTC(2027, 0, 12, 13, 5)];

  it.each([
    ["en", "today at 23:45", "tomorrow at 9:00", "Monday at 9:00", "12 January at 14:05"],
    ["en-US", "today at 11:45 PM", "tomorrow at 9:00 AM", "Monday at 9:00 AM", "January 12 at 2:05 PM"],
    ["de", "heute um 23:45 Uhr", "morgen um 9:00 Uhr", "am Montag um 9:00 Uhr", "am 12. Januar um 14:05 Uhr"],
    ["es", "hoy a las 23:45", "mañana a las 9:00", "el lunes a las 9:00", "el 12 de enero a las 14:05"],
    ["fr", "aujourd'hui à 23h45", "demain à 9h00", "lundi à 9h00", "le 12 janvier à 14h05"],
    ["it", "oggi alle 23:45", "domani alle 9:00", "lunedì alle 9:00", "il 12 gennaio alle 14:05"],
    ["nl", "vandaag om 23:45 uur", "morgen om 9:00 uur", "maandag om 9:00 uur", "op 12 januari om 14:05 uur"],
    ["pl", "dziś o 23:45", "jutro o 9:00", "w poniedziałek o 9:00", "12 stycznia o 14:05"],
    ["pt", "hoje às 23:45", "amanhã às 9:00", "na segunda-feira às 9:00", "em 12 de janeiro às 14:05"],
    ["tr", "bugün saat 23:45'te", "yarın saat 9:00'da", "pazartesi günü saat 9:00'da", "12 Ocak saat 14:05'te"],
    ["ar", "اليوم الساعة 23:45", "غدًا الساعة 9:00", "يوم الاثنين الساعة 9:00", "يوم 12 يناير الساعة 14:05"],
    ["ru", "сегодня в 23:45", "завтра в 9:00", "в понедельник в 9:00", "12 января в 14:05"],
    ["uk", "сьогодні о 23:45", "завтра о 9:00", "у понеділок о 9:00", "12 січня о 14:05"],
    ["zh", "今天23:45", "明天9:00", "星期一9:00", "1月12日14:05"],
    ["ja", "今日23:45", "明日9:00", "月曜日9:00", "1月12日14:05"],
    ["hi", "आज 23:45 बजे", "कल 9:00 बजे", "सोमवार को 9:00 बजे", "12 जनवरी को 14:05 बजे"],
    ["sv", "i dag, 23:45", "i morgon, 09:00", "måndag, 09:00", "12 januari, 14:05"],
    ["not a locale", "today at 23:45", "tomorrow at 9:00", "Monday at 9:00", "12 January at 14:05"],
  ])("in %s is %s", (locale, ...words) => {
    expect([today, tomorrow, monday, january].map((at) => describeMoment(at, "Europe/Berlin", locale, now))).toEqual(
      words,
    );
  });

  it("is today or tomorrow by the clock of the zone", () => {
    expect(describeMoment(today, "America/New_York", "en", now)).toBe("today at 17:45");
    expect(describeMoment(tomorrow, "America/New_York", "en", now)).toBe("tomorrow at 3:00");
    expect(describeMoment(tomorrow, "Asia/Tokyo", "en", now)).toBe("today at 17:00");
  });

  it("says the weekday up to six days ahead, then the date", () => {
    const inDays = (days: number) => describeMoment(tomorrow + (days - 1) * 86_400_000, "UTC", "en", now);
    expect([2, 6, 7, -1].map(inDays)).toEqual([
      "Saturday at 8:00",
      "Wednesday at 8:00",
      "26 November at 8:00",
      "18 November at 8:00",
    ]);
  });

  it.each([
    ["es", 1, "mañana a la 1:00"],
    ["it", 1, "domani all'1:00"],
    ["pt", 1, "amanhã à 1:00"],
    ["uk", 11, "завтра об 11:00"],
    ["tr", 6, "yarın saat 6:00'da"],
    ["tr", 20, "yarın saat 20:00'de"],
  ])("minds the hour in %s", (locale, hour, words) => {
    expect(describeMoment(Date.UTC(2026, 10, 20, hour), "UTC", locale, now)).toBe(words);
  });

  it.each([
    ["fr", 1, "le 1er janvier à 9h00"],
    ["it", 8, "l'8 gennaio alle 9:00"],
    ["it", 1, "il 1º gennaio alle 9:00"],
    ["pt", 1, "em 1º de janeiro às 9:00"],
  ])("minds the date in %s", (locale, day, words) => {
    expect(describeMoment(Date.UTC(2027, 0, day, 9), "UTC", locale, now)).toBe(words);
  });

  it("uses one calendar and one kind of digits everywhere", () => {
    expect(describeMoment(january, "Europe/Berlin", "ar-SA", now)).toBe("يوم 12 يناير الساعة 14:05");
    expect(describeMoment(january, "Europe/Berlin", "fa-IR", now)).toMatch(/12.*14:05/);
  });
});

test("every language of the catalog has words of its own for both", () => {
  for (const language of Object.keys(builtInCatalogs)) {
    if (language === "en") continue;
    const [wait, range] = ["en", language].map((one) => describeWait({ fromMinutes: 1, toMinutes: 2 }, one));
    const [said, english] = [language, "en"].map((one) => describeMoment(0, "UTC", one, 0));
    expect(range).not.toBe(wait);
    expect(said).not.toBe(english);
  }
});
