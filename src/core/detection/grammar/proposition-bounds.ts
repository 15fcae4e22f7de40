import type { Role } from "./lexicon.ts";
import { has, hasAny, type Unit } from "./unit.ts";

/**
 * Where the proposition of a request begins and ends. People type without signs: "i paid two weeks ago can i talk to
 * someone this is urgent". What belongs to the sentence before or behind must not turn the request.
 */

const transparent: readonly Role[] = [
  ...(["glue", "polite", "me", "subject", "you", "ability", "questions", "why", "negators", "noneOf"] as const),
  ...([
    "refusals",
    "negatorsAfter",
    "notNegating",
    "past",
    "reported",
    "hypothetical",
    "asides",
    "identity",
    "strangers",
  ] as const),
  ...([
    "others",
    "talk",
    "reach",
    "call",
    "talking",
    "wish",
    "exists",
    "wishAfter",
    "object",
    "who",
    "obligations",
  ] as const),
];
const furthest = 12;
/** "This is urgent get me a person": behind one of `polite`, these belong to what was said before. */
const saidBefore: readonly Role[] = ["identity", "past", "reported", "hypothetical", "asides"];
/** What may stand before "I" and still belong to its proposition: can I, how do I, if I. */
const beforeSubject: readonly Role[] = ["ability", "questions", "why", "hypothetical", "asides", "wish"];
/** "It says I should …", but not where the verb says who speaks: "no contestaron quiero hablar". */
const verbs: readonly Role[] = ["wish", "ability", "talk", "reach"];
/** What may stand before a question: how can I, why can't I, what hours can I. */
const beforeQuestion: readonly Role[] = ["questions", "why", "hypothetical", "asides", "wish"];
/** What no question begins behind: "it came two weeks ago how can I", "das geht nicht wie kann ich". */
const endings: readonly Role[] = ["past", "identity", "negators", "strangers"];

/** First and last unit of the proposition around the units from `start` to `end`. */
export function boundsOf(units: readonly Unit[], start: number, end: number): { first: number; last: number } {
  return { first: leftEnd(units, start), last: lastOfOwn(units, { start, end, last: rightEnd(units, end) }) };
}

function leftEnd(units: readonly Unit[], start: number): number {
  let first = start;
  const isRefused = hasAny(units[start - 1], ["negators", "refusals", "noneOf"]);
  if (beginsSentence(units, start) && (!isRefused || has(units[start], "ability"))) return first;
  for (let at = start - 1; at >= 0 && start - at <= furthest; at--) {
    const unit = units[at];
    if (!hasAny(unit, transparent)) break;
    if (has(unit, "object") && !has(unit, "subject") && !has(unit, "you")) break;
    if (has(units[at + 1], "polite") && at + 1 < start && hasAny(unit, saidBefore)) break;
    first = at;
    if (beginsSentence(units, at)) break;
  }
  return first;
}

/** "Geht nicht kann mich jemand": where the negator can stand last, it says no of what was before. */
function endsWithNot(unit: Unit | undefined): boolean {
  return has(unit, "negators") && has(unit, "negatorsAfter");
}

function beginsSentence(units: readonly Unit[], at: number): boolean {
  const [unit, before, next] = [units[at], units[at - 1], units[at + 1]];
  if (has(unit, "ability") && !has(unit, "subject") && hasAny(next, ["subject", "you"]))
    return !hasAny(before, beforeQuestion);
  if (beginsWithVerb(unit) && isDone(units, at - 1)) return true;
  if (endsWithNot(before) && hasAny(unit, ["ability", "exists"])) return at > 1;
  if (opensQuestion(unit, next)) return hasAny(before, endings) && !hasAny(before, beforeQuestion);
  if (!hasAny(unit, ["subject", "you"]) || hasAny(before, beforeSubject)) return false;
  if (has(before, "past")) return !isOpening(units, at - 1);
  return !has(before, "reported") || hasAny(unit, verbs);
}

/** "Want" and "can" begin a sentence; "talk" goes on with one: "they never told me to talk". */
function beginsWithVerb(unit: Unit | undefined): boolean {
  return hasAny(unit, ["wish", "ability", "subject", "requests", "requestsLast"]);
}

/** "Me mudé el mes pasado quiero", "nadie contestó quiero": it has happened, or has not, and is told. */
function isDone(units: readonly Unit[], at: number): boolean {
  if (isDenied(units, at)) return true;
  if (!has(units[at], "past") || units[at - 1]?.roles.size !== 0) return false;
  return at > 1 && !hasAny(units[at - 2], ["articles", "strangers", "glue"]);
}

/** "Вы не ответили на мой вопрос хочу": what was not done, and of what. */
function isDenied(units: readonly Unit[], last: number): boolean {
  let at = last;
  while (last - at < longestDenied && hasAny(units[at], ["glue", "strangers"]) && !hasAny(units[at], told)) at--;
  const isTold = has(units[at], "past") || (has(units[at], "reported") && has(units[last + 1], "subject"));
  return isTold && hasAny(units[at - 1], ["negators", "identity"]);
}

const told: readonly Role[] = ["past", "reported"];
const longestDenied = 3;

const asked: readonly Role[] = ["anybody", "persons", "staff", "genuine", "me"];

/** "Is there", "how can", "can somebody". */
function opensQuestion(unit: Unit | undefined, next: Unit | undefined): boolean {
  if (has(unit, "exists")) return !hasAny(unit, ["negators", "noneOf", "wish"]);
  if (has(unit, "questions")) return hasAny(next, ["ability", "subject", "you"]);
  return has(unit, "ability") && !hasAny(unit, ["subject", "negators"]) && hasAny(next, asked);
}

/** "Yesterday I wanted to", but "I paid two weeks ago I want to". */
function isOpening(units: readonly Unit[], before: number): boolean {
  return units.slice(0, before).every((unit) => hasAny(unit, ["glue", "polite"]));
}

function rightEnd(units: readonly Unit[], end: number): number {
  let last = end;
  for (let at = end + 1; at < units.length && at - end <= furthest; at++) {
    if (!hasAny(units[at], transparent) || hasAny(units[at], ["subject", "object"])) break;
    last = at;
  }
  return last;
}

/**
 * "I want a person, this is urgent", "get me a person before I cancel": behind the request these begin what is said next,
 * unless the sentence ends with them: "temsilciyle görüşmem gerekir mi", "to a person if I want".
 */
function lastOfOwn(units: readonly Unit[], { start, end, last }: { start: number; end: number; last: number }): number {
  const goesOn = last < units.length - 1;
  const isAsked = units.slice(0, start + 1).some((unit) => has(unit, "questions"));
  const next = units.findIndex(
    (unit, at) =>
      at > end &&
      at <= last &&
      ((has(unit, "identity") && at < units.length - 1 && !has(units[start], "unclear")) ||
        (has(unit, "hypothetical") && goesOn && !isAsked)),
  );
  return next < 0 ? last : next - 1;
}
