import { type CoveredClause, createCover } from "./language/phrase-cover.ts";
import type { AnswerKind } from "./lexicons/answers/answer-lexicon.ts";
import { answerLexicons } from "./lexicons/answers/index.ts";
import type { Reading } from "./reading.ts";

/** The answer to "Would you like to talk to a person from our team, or keep going with me?" */
export type OfferAnswer = "person" | "bot";

/**
 * `null` when the message is no answer, or says something of its own that a guess could trample on. A clear yes or no
 * counts with a story behind it: "yes please, my parcel is gone".
 */
export function readOfferAnswer(reading: Reading): OfferAnswer | null {
  if (reading.words.length === 0) return answerOfPicture(reading.original);
  if (reading.plain.text.length > longestAnswer) return null;
  const answers = cover(reading).map(readClauses);
  const whole = answers.filter(({ isWhole }) => isWhole);
  // A "yes" stands in many languages; what takes it back, perhaps only in the one that is spoken.
  if (whole.length === 0 && answers.some(({ isTakenBack }) => isTakenBack)) return null;
  const heard = new Set((whole.length > 0 ? whole : answers).map(({ answer }) => answer).filter((one) => one !== null));
  const [answer = null] = heard;
  return heard.size === 1 ? answer : null;
}

const longestAnswer = 200;
const cover = createCover<AnswerKind>(answerLexicons);

const accepting = ["👍", "👌", "✅", "✔", "🙏"];
const refusing = ["👎", "❌", "🚫", "✖"];

function answerOfPicture(original: string): OfferAnswer | null {
  const has = (pictures: readonly string[]) => pictures.some((picture) => original.includes(picture));
  if (original.includes("?") || has(accepting) === has(refusing)) return null;
  return has(accepting) ? "person" : "bot";
}

interface LanguageAnswer {
  readonly answer: OfferAnswer | null;
  /** The words of the language cover all of the message. */
  readonly isWhole: boolean;
  /** What follows a clear beginning says the opposite. */
  readonly isTakenBack: boolean;
}

type Phrases = readonly ReadonlySet<AnswerKind>[];

function readClauses(clauses: readonly CoveredClause<AnswerKind>[]): LanguageAnswer {
  const firstPartial = clauses.findIndex(({ isWhole }) => !isWhole);
  if (firstPartial < 0) {
    return { answer: combine(clauses.flatMap(readClause)), isWhole: true, isTakenBack: false };
  }
  const rest = clauses.slice(firstPartial);
  const begun = [...clauses.slice(0, firstPartial).flatMap(thoughtsOf), ...thoughtsOf(rest[0]).slice(0, -1)];
  const answer = clearly(combine(begun.map(readThought)), begun);
  const isRefusing = rest.some(({ kinds }) => kinds.has("bot") || kinds.has("decline"));
  return { answer, isWhole: false, isTakenBack: answer === "person" && isRefusing };
}

/** What precedes a story counts only if it can answer nothing else. */
function clearly(answer: OfferAnswer | null, begun: readonly Phrases[]): OfferAnswer | null {
  const says = (...sought: AnswerKind[]) => begun.flat().some((kinds) => sought.some((kind) => kinds.has(kind)));
  if (answer === "bot") return says("decline", "bot", "person") ? "bot" : null;
  return answer === "person" && says("yes", "person", "bot") ? "person" : null;
}

/** "yes but not now": a "but" parts a clause. The last thought of a clause may be an empty one. */
function thoughtsOf(clause: CoveredClause<AnswerKind> | undefined): readonly Phrases[] {
  const thoughts: ReadonlySet<AnswerKind>[][] = [[]];
  for (const kinds of clause?.phrases ?? []) {
    if (kinds.has("but")) thoughts.push([]);
    else thoughts.at(-1)?.push(kinds);
  }
  return thoughts;
}

/** "A person?" and "is that a real person?" ask back. */
function readClause(clause: CoveredClause<AnswerKind>): readonly Thought[] {
  const thoughts = thoughtsOf(clause).map(readThought);
  if (!questionMarks.has(clause.clause.ending)) return thoughts;
  return thoughts.map((thought) => (thought.strength === 3 ? { ...thought, answer: "unclear" } : thought));
}

const questionMarks = new Set(["?", "？", "؟"]);

/** `unclear` makes the whole message so. */
interface Thought {
  readonly answer: OfferAnswer | "unclear" | null;
  /** 3 for who shall go on, 2 for yes and no, 1 for what agrees with anything. */
  readonly strength: number;
}

function readThought(phrases: Phrases): Thought {
  const has = (kind: AnswerKind) => phrases.some((kinds) => kinds.has(kind));
  if (has("decline")) return { answer: "bot", strength: 3 };
  const [person, bot] = [has("person"), has("bot")];
  if (person && bot) return { answer: "unclear", strength: 3 };
  if (person || bot) return { answer: whoGoesOn(phrases, person), strength: 3 };
  const refuses = has("no") || has("not");
  if (has("yes")) return { answer: refuses ? "unclear" : "person", strength: 2 };
  if (refuses) return { answer: "bot", strength: 2 };
  return has("agree") ? { answer: "person", strength: 1 } : { answer: null, strength: 0 };
}

function whoGoesOn(phrases: Phrases, isPerson: boolean): OfferAnswer | "unclear" {
  const [opening, second] = phrases;
  // "no agent please", "no contigo": without a comma it is said of what follows or of the offer.
  if (opening?.has("no") && (second?.has("person") || (opening.has("not") && second?.has("bot")))) return "unclear";
  const isNegated = phrases.some((kinds, place) => kinds.has("not") || (place > 0 && kinds.has("no")));
  return isPerson === isNegated ? "bot" : "person";
}

function combine(thoughts: readonly Thought[]): OfferAnswer | null {
  const strength = Math.max(0, ...thoughts.map((thought) => thought.strength));
  if (strength === 0) return null;
  const answers = new Set(thoughts.filter((thought) => thought.strength === strength).map(({ answer }) => answer));
  const [answer] = answers;
  return answers.size > 1 || answer === "unclear" || answer === undefined ? null : answer;
}
