import type { Choice } from "../conversation/message.ts";
import { languageOf } from "./locale.ts";

/** What stands on the buttons. At most 20 characters: longer ones are cut or refused by messengers. */
interface ButtonLabels {
  readonly person: string;
  readonly bot: string;
}

/** The two answers to an offer of a person. */
export function choicesFor(locale: string): readonly Choice[] {
  const { person, bot } = labelsFor(locale);
  return [
    { id: "person", label: person },
    { id: "bot", label: bot },
  ];
}

/** On the button that is always there: the way to a person that needs no words. */
export function permanentButtonLabel(locale: string): string {
  return labelsFor(locale).person;
}

const english: ButtonLabels = { person: "Talk to a person", bot: "Keep going" };

const byLanguage: ReadonlyMap<string, ButtonLabels> = new Map([
  ["en", english],
  ["de", { person: "Mit Mensch sprechen", bot: "Weitermachen" }],
  ["es", { person: "Hablar con alguien", bot: "Seguir aquí" }],
  ["fr", { person: "Parler à quelqu'un", bot: "Continuer ici" }],
  ["it", { person: "Parlare con qualcuno", bot: "Continua qui" }],
  ["nl", { person: "Met iemand praten", bot: "Verdergaan" }],
  ["pl", { person: "Połącz z człowiekiem", bot: "Kontynuuj" }],
  ["pt", { person: "Falar com uma pessoa", bot: "Continuar aqui" }],
  ["tr", { person: "Temsilciye bağlan", bot: "Devam et" }],
  ["ar", { person: "التحدث مع شخص", bot: "المتابعة هنا" }],
  ["ru", { person: "Нужен человек", bot: "Продолжить" }],
  ["uk", { person: "Потрібна людина", bot: "Продовжити" }],
  ["zh", { person: "转人工客服", bot: "继续" }],
  ["ja", { person: "担当者と話す", bot: "このまま続ける" }],
  ["hi", { person: "व्यक्ति से बात करें", bot: "जारी रखें" }],
]);

function labelsFor(locale: string): ButtonLabels {
  return byLanguage.get(languageOf(locale)) ?? english;
}
