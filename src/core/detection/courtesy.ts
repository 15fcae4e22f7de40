import { normalize } from "./normalize.ts";

const courtesies = new Set(
  [
    "thanks",
    "thank you",
    "thank you very much",
    "thanks a lot",
    "many thanks",
    "thx",
    "ty",
    "ok",
    "okay",
    "ok thanks",
    "ok thank you",
    "great",
    "great thanks",
    "perfect",
    "perfect thanks",
    "cheers",
    "bye",
    "goodbye",
    "got it",
    "got it thanks",
    "danke",
    "vielen dank",
    "danke schon",
    "ok danke",
    "super danke",
    "tschuss",
    "gracias",
    "muchas gracias",
    "ok gracias",
    "vale gracias",
    "vale",
    "merci",
    "merci beaucoup",
    "ok merci",
    "daccord merci",
    "obrigado",
    "obrigada",
    "muito obrigado",
    "muito obrigada",
    "grazie",
    "grazie mille",
    "ok grazie",
    "bedankt",
    "dank je",
    "dank je wel",
    "dank u",
    "dank u wel",
    "dziekuje",
    "dzieki",
    "tesekkurler",
    "tesekkur ederim",
    "sagol",
    "спасибо",
    "большое спасибо",
    "дякую",
    "شكرا",
    "شكرا جزيلا",
    "谢谢",
    "多谢",
    "好的",
    "ありがとう",
    "ありがとうございます",
    "धन्यवाद",
  ].map((phrase) => normalize(phrase).text.trim()),
);

const emoji = /\p{Extended_Pictographic}/u;

/** A bare thanks or a lone emoji: it ends a conversation, and must not open it again. */
export function isCourtesy(text: string): boolean {
  if (text.length > 60) return false;
  const { text: words } = normalize(text);
  // Signs alone are a question or an impatient nudge, unless they are a picture of a thumb.
  if (words.trim() === "") return emoji.test(text) && !text.includes("?");
  return courtesies.has(words.trim());
}
