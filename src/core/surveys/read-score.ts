import type { Choice, MessageContent, RatingChoiceId } from "../conversation/message.ts";
import { type Score, scores } from "./survey.ts";
import { surveyWords } from "./survey-words.ts";

const bareNumber = /^(\p{Nd})(?:\s*\/\s*(\p{Nd}))?(?:\ufe0f?\u20e3)?[.!]*$/u;
const stars = /^(?:(?:⭐|🌟|★)\ufe0f?){1,5}$/u;
const star = /⭐|🌟|★/gu;

/** A button that was pressed; `null`: it is something else. Buttons stay where they are, so this holds at any time. */
export function pressedScore(content: MessageContent): Score | null {
  if (content.type !== "choice") return null;
  return scores.find((score) => choiceOf(score) === content.choice) ?? null;
}

/** Words that are nothing but a rating: "5", "4/5", "⭐⭐⭐"; `null`: somebody wants something. */
export function writtenScore(text: string): Score | null {
  const said = text.trim();
  if (stars.test(said)) return scoreOf((said.match(star) ?? []).length);
  const [, number, of] = bareNumber.exec(said) ?? [];
  if (number === undefined || (of !== undefined && digitOf(of) !== 5)) return null;
  return scoreOf(digitOf(number));
}

export function ratingChoices(locale: string): readonly Choice[] {
  const { lowest, highest } = surveyWords(locale);
  const names: Readonly<Partial<Record<Score, string>>> = { 1: `1 – ${lowest}`, 5: `5 – ${highest}` };
  return scores.map((score) => ({ id: choiceOf(score), label: names[score] ?? String(score) }));
}

function choiceOf(score: Score): RatingChoiceId {
  return `rating-${score}`;
}

function scoreOf(number: number): Score | null {
  return scores.find((score) => score === number) ?? null;
}

/** Digits of every script stand ten in a row, from nought on. */
function digitOf(character: string): number {
  let value = 0;
  let code = character.codePointAt(0) ?? 0;
  while (value < 10 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code -= 1;
    value += 1;
  }
  return value;
}
