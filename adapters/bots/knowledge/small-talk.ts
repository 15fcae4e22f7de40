import { wordsOf } from "./terms.ts";

const greetings = new Set([
  "hi",
  "hello",
  "hey",
  "hallo",
  "hola",
  "good",
  "morning",
  "afternoon",
  "evening",
  "day",
  "there",
]);
const thanks = new Set([
  "thanks",
  "thank",
  "thx",
  "you",
  "so",
  "very",
  "much",
  "many",
  "a",
  "lot",
  "ok",
  "okay",
  "great",
  "perfect",
  "cool",
  "danke",
  "merci",
  "gracias",
]);

/** A greeting or a thanks and nothing else: "hi, where is my order" is a question. */
export function smallTalkOf(text: string): "greeting" | "thanks" | null {
  const words = wordsOf(text.slice(0, 200));
  if (words.length === 0 || words.length > 6) return null;
  if (words.every((word) => greetings.has(word))) return "greeting";
  return words.every((word) => thanks.has(word)) ? "thanks" : null;
}
