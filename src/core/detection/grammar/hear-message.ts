import { type AloneOptions, hearAlone } from "./hear-alone.ts";
import { hearContrasts, namesMachine } from "./hear-aside.ts";
import { type Heard, hearClause } from "./hear-clause.ts";
import { joinClauses } from "./join-clauses.ts";
import type { RequestFound, RequestOptions } from "./request-grammar.ts";
import { saysNothing } from "./says-nothing.ts";
import { has, hasAny, type Unit } from "./unit.ts";
import { type Wholes, wholeOf } from "./wholes.ts";

/** A clause as one language sees it. */
export interface ClauseView {
  readonly units: readonly Unit[];
  readonly ending: string;
  /** The same words where a whole phrase took some of them that may mean more: "is anyone there I can talk to". */
  readonly inParts?: () => readonly Unit[] | null;
}

/** A message as one language sees it. */
export interface MessageView {
  readonly clauses: readonly ClauseView[];
  readonly wholes: Wholes;
}

/** What the message asks for: in each clause, the language that knows most of its words is believed. */
export function hearMessage(written: readonly MessageView[], options: RequestOptions): RequestFound | null {
  const views = written.map((view) => ({ ...view, clauses: joinClauses(view) }));
  const alone = hearWhole(written, options);
  if (alone?.verdict === "request") return alone;
  const heard = views.map((view) => hearClauses(view, options));
  let unclear = alone;
  for (let at = 0; at < (views[0]?.clauses.length ?? 0); at++) {
    if (heard.every((clauses) => clauses[at]?.length === 0)) continue;
    if (heard.some((clauses) => clauses[at] === forgotten)) continue;
    const found = best(
      views.map((view, number) => ({ units: view.clauses[at]?.units ?? [], heard: heard[number]?.[at] ?? [] })),
    );
    if (found?.verdict === "request") return found;
    unclear ??= found;
  }
  return unclear;
}

const mostClausesAlone = 8;

function hearWhole(views: readonly MessageView[], { departmentsCount }: RequestOptions): RequestFound | null {
  const heard = views.map((view) => {
    const units = view.clauses.length > mostClausesAlone ? [] : view.clauses.flatMap((clause) => clause.units);
    return { units, verdict: hearAlone(units, { departmentsCount, wholes: view.wholes }) };
  });
  // "No" is nothing in some language: the one that understands the refusal is right.
  const refused = Math.max(0, ...heard.map(({ units, verdict }) => (verdict === "refused" ? coverageOf(units) : 0)));
  for (const wanted of order) {
    const found = heard.find(
      ({ units, verdict }) => verdict === wanted && (refused === 0 || coverageOf(units) > refused),
    );
    if (found) return { verdict: wanted, start: found.units[0]?.start ?? 0, end: found.units.at(-1)?.end ?? 0 };
  }
  return null;
}

function hearClauses({ clauses, wholes }: MessageView, { departmentsCount }: RequestOptions): Heard[][] {
  let isReported = false;
  const heard: Heard[][] = [];
  for (const [at, clause] of clauses.entries()) {
    const before = clauses[at - 1];
    if (before && endsSentence(before.ending)) isReported = false;
    const found = isReported ? [] : hearOne(clause, before, { departmentsCount, wholes });
    heard.push(afterWithdrawal(found));
    if (found.some(({ verdict }) => verdict === "withdrawn") && !isMereNo(clause, before)) forget(heard, at);
    isReported ||= announcesWords(clause);
  }
  return heard;
}

function afterWithdrawal(heard: readonly Heard[]): Heard[] {
  return heard.slice(heard.findLastIndex(({ verdict }) => verdict === "withdrawn") + 1);
}

/** What was heard before is gone; not looked through again, so that a text full of withdrawals stays linear. */
function forget(heard: Heard[][], before: number): void {
  for (let at = before - 1; at >= 0 && heard[at] !== forgotten; at--) heard[at] = forgotten;
}

const forgotten: Heard[] = [];
const nothing: Heard[] = [];

/** "I want a person. No bots, no!" After a whole sentence "no" says too little. */
function isMereNo({ units }: ClauseView, before: ClauseView | undefined): boolean {
  return units.length === 1 && !has(units[0], "retractions") && ".!…".includes(before?.ending ?? ".");
}

function hearOne(clause: ClauseView, before: ClauseView | undefined, options: AloneOptions): Heard[] {
  const { units, ending, inParts } = clause;
  if (saysNothing(units, options.wholes) && !isHalfAgainstMachine(before)) return nothing;
  const heard = hearClause(units, { ...options, isQuestion: isQuestion(ending) });
  const isOpen = heard.length > 0 && heard.every(({ verdict }) => verdict === null || verdict === "unclear");
  const parts = isOpen ? inParts?.() : null;
  const again = parts ? hearClause(parts, { ...options, isQuestion: isQuestion(ending) }) : [];
  if (again.some(({ verdict }) => verdict === "request")) return again;
  if (heard.length > 0) return heard;
  if (before && isContrasted(before, units))
    return [{ verdict: "request", start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 }];
  if (!isSaidAlone(units, ending, before) && !isAnswered(before, options)) return heard;
  const verdict = hearAlone(units, options);
  return verdict === "request" ? [{ verdict, start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 }] : [];
}

/** "Nothing works, not a bot, a person": the two halves are each a clause. */
function isContrasted(before: ClauseView, units: readonly Unit[]): boolean {
  return (
    before.ending === "," && before.units.length <= longestHalf && hearContrasts([...before.units, ...units]).length > 0
  );
}

function isHalfAgainstMachine(clause: ClauseView | undefined): boolean {
  return clause?.ending === "," && clause.units.length <= longestHalf && clause.units.some(namesMachine);
}

const longestHalf = 6;

/** "My order is broken. Human please." Not: a title beneath somebody's name. */
function isSaidAlone(units: readonly Unit[], ending: string, before: ClauseView | undefined): boolean {
  if (units.some((unit) => has(unit, "polite"))) return true;
  return (!before || endsSentence(before.ending)) && before?.ending !== "\n" && ending !== "," && ending !== "\n";
}

/** "No, a human": a refusal of what was offered, and what is wanted in its place. */
function isAnswered(before: ClauseView | undefined, { wholes }: AloneOptions): boolean {
  return before?.ending === "," && wholeOf(before.units, wholes)?.has("declines") === true;
}

function endsSentence(ending: string): boolean {
  return !(",،、:：；;-–—".includes(ending) && ending !== "");
}

function isQuestion(ending: string): boolean {
  return ending === "?" || ending === "؟" || ending === "？";
}

/** "She said: talk to an agent." Not: "nobody has answered, I want …", "I did what it says, I want …". */
function announcesWords({ units, ending }: ClauseView): boolean {
  if (":：".includes(ending) && ending !== "") return units.some((unit) => hasAny(unit, ["reported", "spokenOf"]));
  if (ending !== "," || !has(units.at(-1), "reported")) return false;
  return (
    !units.some((unit) => hasAny(unit, ["negators", "noneOf", "notNegating"])) &&
    !units.slice(-3).some((unit) => has(unit, "questions"))
  );
}

interface Candidate {
  readonly units: readonly Unit[];
  readonly heard: readonly Heard[];
}

const order = ["request", "unclear"] as const;

function best(candidates: readonly Candidate[]): RequestFound | null {
  const ranked = candidates
    .map((candidate) => ({ ...candidate, coverage: coverageOf(candidate.units) }))
    .sort((one, other) => other.coverage - one.coverage);
  const most = ranked[0]?.coverage ?? 0;
  const least = ranked[0] && knowsAll(ranked[0].units) ? most : most * leastShare;
  for (const { heard, coverage } of ranked) {
    if (coverage < least) return null;
    if (heard.some(({ verdict }) => verdict === "refused") && !heard.some(({ verdict }) => verdict === "request"))
      return null;
    for (const verdict of order) {
      const found = heard.find((one) => one.verdict === verdict);
      if (found) return { verdict, start: found.start, end: found.end };
    }
  }
  return null;
}

/** Another language is believed only when it knows nearly as many letters of the clause. */
const leastShare = 0.7;

/** Then the clause is in that language, and what others make of some of its words is none of its meaning. */
function knowsAll(units: readonly Unit[]): boolean {
  return units.every(({ roles }) => roles.size > 0);
}

function coverageOf(units: readonly Unit[]): number {
  return units.reduce((sum, { roles, start, end }) => sum + (roles.size > 0 ? end - start : 0), 0);
}
