import { detectLanguage } from "../language/detect-language.ts";
import { onFirstUse } from "../language/on-first-use.ts";
import { promiseLexicons } from "../lexicons/promises/index.ts";
import type { PromiseKind } from "../lexicons/promises/promise-lexicon.ts";
import { patternsOf } from "../phrase-grammar.ts";
import { createPatternIndex } from "../phrase-index.ts";
import type { Found } from "../phrase-search.ts";
import type { Clause, Reading } from "../reading.ts";
import type { Signal } from "../signal.ts";

/**
 * A bot's text states that a person comes: it transfers, has passed the case on, somebody will get in touch. An offer, a
 * question, a condition and a refusal promise nothing, nor does what a courier or the money will do.
 */
export function findBrokenPromise(reading: Reading): Signal | null {
  const found = languagesOf(reading).flatMap((language) => findIn(language, reading));
  const promises = found.filter(({ kind }) => kind in needsTeam);
  if (promises.length === 0) return null;
  const sentences = sentencesOf(reading);
  const kept = promises.find((promise) => isPromised(promise, found, sentences));
  return kept ? { id: "broken-promise", start: kept.start, end: kept.end } : null;
}

/** `unless` is what a lexicon calls harmless. */
type Kind = PromiseKind | "unless";

/** Of what may be a promise. */
const needsTeam: Readonly<Partial<Record<Kind, boolean>>> = {
  promise: false,
  held: false,
  passing: true,
  closing: true,
};

/** "será transferido" is Spanish and Portuguese; what turns it around is only known in the language itself. */
function languagesOf(reading: Reading): readonly string[] {
  const spoken = detectLanguage(reading);
  return spoken?.certainty === "certain" ? [spoken.language] : Object.keys(promiseLexicons);
}

interface Meaning extends Found {
  readonly language: string;
  readonly kind: Kind;
}

const indexes = new Map(
  Object.entries(promiseLexicons).map(([language, lexicon]) => [
    language,
    onFirstUse(() => createPatternIndex(patternsOf(lexicon), { staysInClause: true })),
  ]),
);

function findIn(language: string, reading: Reading): readonly Meaning[] {
  const found = indexes.get(language)?.().find(reading) ?? [];
  return found.map((one) => ({ ...one, language, kind: one.id as Kind }));
}

interface Sentence {
  readonly isQuestion: boolean;
}

const sentenceEnds = new Set([".", "?", "!", "…", "\n", "。", "．", "！", "？", "؟", "।"]);
const questionMarks = new Set(["?", "？", "؟"]);

function sentencesOf({ clauses }: Reading): ReadonlyMap<Clause, Sentence> {
  const sentences = new Map<Clause, Sentence>();
  let begun: Clause[] = [];
  for (const [place, clause] of clauses.entries()) {
    begun.push(clause);
    if (!sentenceEnds.has(clause.ending) && place < clauses.length - 1) continue;
    const sentence = { isQuestion: questionMarks.has(clause.ending) };
    for (const part of begun) sentences.set(part, sentence);
    begun = [];
  }
  return sentences;
}

function isPromised(promise: Meaning, found: readonly Meaning[], sentences: ReadonlyMap<Clause, Sentence>): boolean {
  const { clause, language, kind } = promise;
  if (clause.isQuoted) return false;
  const sentence = sentences.get(clause);
  const inSentence = found.filter((other) => other.language === language && sentences.get(other.clause) === sentence);
  const harmless = inSentence.filter((other) => other.kind === "unless");
  if (harmless.some((other) => overlap(other, promise))) return false;
  const isThere = (sought: Kind) =>
    inSentence.some((other) => other.kind === sought && !harmless.some((taken) => overlap(taken, other)));
  if (needsTeam[kind] && !isThere("team")) return false;
  if (kind !== "held" && (sentence?.isQuestion || isThere("offer"))) return false;
  const inClause = inSentence.filter((other) => other.clause === clause);
  if (kind === "closing" && !inClause.some((other) => other.kind === "opening" && other.end <= promise.start))
    return false;
  return !inClause.some((other) => other.kind === "matter" || (other.kind === "denial" && isNear(other, promise)));
}

function overlap(one: Found, other: Found): boolean {
  return one.start < other.end && other.start < one.end;
}

/** "I am not going to transfer you", "ich verbinde Sie nicht": in some languages the denial stands behind. */
function isNear(denial: Found, promise: Found): boolean {
  if (overlap(denial, promise)) return true;
  const [from, to] = denial.end <= promise.start ? [denial.end, promise.start] : [promise.end, denial.start];
  return promise.clause.words.filter(({ start, end }) => start >= from && end <= to).length <= furthestWords;
}

const furthestWords = 3;
