import type { Choice, WaitChoiceId } from "../conversation/message.ts";
import { languageOf } from "./locale.ts";

/** What stands on the buttons of somebody who waits. At most 20 characters, as on every button. */
type Labels = readonly [here: string, later: string, email: string, cancel: string];

export interface WaitWays {
  /** We know an address of theirs, and this is not it: nobody is promised a letter that cannot be written. */
  readonly byEmail: boolean;
}

/** How somebody may wait for a person. */
export function waitChoices(locale: string, { byEmail }: WaitWays): readonly Choice[] {
  const [here, later, email, cancel] = byLanguage.get(languageOf(locale)) ?? english;
  return [
    { id: "wait-here", label: here },
    { id: "wait-later", label: later },
    ...(byEmail ? [{ id: "wait-email", label: email } as const] : []),
    { id: "wait-cancel", label: cancel },
  ];
}

export function waitOf(choice: WaitChoiceId): "here" | "later" | "email" | "cancel" {
  return ways[choice];
}

const ways = { "wait-here": "here", "wait-later": "later", "wait-email": "email", "wait-cancel": "cancel" } as const;

const english: Labels = ["Wait here", "Answer me later", "Answer by e-mail", "Never mind"];

const byLanguage: ReadonlyMap<string, Labels> = new Map<string, Labels>([
  ["en", english],
  ["de", ["Hier warten", "Später antworten", "Per E-Mail antworten", "Doch nicht nötig"]],
  ["es", ["Esperar aquí", "Responder luego", "Por correo", "Ya no hace falta"]],
  ["fr", ["Attendre ici", "Répondez plus tard", "Par e-mail", "Ce n'est plus utile"]],
  ["it", ["Aspetto qui", "Rispondete dopo", "Via e-mail", "Non serve più"]],
  ["nl", ["Hier wachten", "Antwoord later", "Per e-mail", "Hoeft niet meer"]],
  ["pl", ["Poczekam tutaj", "Odpiszcie później", "E-mailem", "Już nie trzeba"]],
  ["pt", ["Espero aqui", "Responder depois", "Por e-mail", "Já não preciso"]],
  ["tr", ["Burada beklerim", "Sonra yanıtlayın", "E-postayla", "Gerek kalmadı"]],
  ["ar", ["سأنتظر هنا", "الرد لاحقًا", "عبر البريد", "لم أعد بحاجة"]],
  ["ru", ["Подожду здесь", "Ответьте позже", "По эл. почте", "Уже не нужно"]],
  ["uk", ["Зачекаю тут", "Відповісти пізніше", "На ел. пошту", "Вже не потрібно"]],
  ["zh", ["在这里等", "稍后回复我", "用邮件回复", "不用了"]],
  ["ja", ["ここで待つ", "後で返信してほしい", "メールで返信", "もう大丈夫です"]],
  ["hi", ["यहीं इंतज़ार", "बाद में जवाब दें", "ईमेल से जवाब", "अब ज़रूरत नहीं"]],
]);
