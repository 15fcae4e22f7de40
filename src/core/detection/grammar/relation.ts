import type { Role } from "./lexicon.ts";
import type { Target } from "./target.ts";
import { has, hasAny, type Unit } from "./unit.ts";

/** What the customer wants with the target. */
export interface Relation {
  readonly type: RelationType;
  /** The unit that says it. */
  readonly at: number;
}

export type RelationType = "talk" | "reach" | "call" | "talking" | "wish" | "exists" | "ability";

const contacts = ["talk", "reach", "call", "talking"] as const;
const states = ["wish", "exists"] as const;
/** What may stand between a verb and the target. */
const between: readonly Role[] = [
  ...(["glue", "polite", "me", "subject", "you", "ability", "negators", "refusals", "noneOf", "notNegating"] as const),
  ...(["strangers", "others", "questions", "who", "help", "obligations"] as const),
];
/** What may stand between who is to act, the verb, and what asks for it: "kann sich das bitte mal jemand ansehen". */
const besideActs: readonly Role[] = ["glue", "polite", "me", "object", "ability", "obligations", "who"];
const furthest = 8;
/** "Speak with a bloody human": words nobody can list. */
const mostUnknown = 2;

export function findRelation(units: readonly Unit[], target: Target): Relation | null {
  const left = walk(units, target, -1);
  if (left && isContact(left) && left.type !== "call") return left;
  const right = walk(units, target, 1);
  if (right && isContact(right)) return right;
  return left ?? right ?? askedToAct(units, target);
}

const asking: readonly Role[] = ["ability", "obligations"];

/** "Can a person look at this", "a person should look at this", "das muss ein Mensch prüfen". */
function askedToAct(units: readonly Unit[], { start, end }: Target): Relation | null {
  if (!actsIn(units, start, end)) return null;
  if (has(units[end], "obligations") || isLookedFor(units, start, end)) return { type: "ability", at: end };
  let at = start - 1;
  while ((hasAny(units[at], besideActs) || has(units[at], "negators")) && !hasAny(units[at], asking)) at--;
  return has(units[at], "ability") || (at > 0 && has(units[at], "obligations")) ? { type: "ability", at } : null;
}

/** "Anybody on duty who can sort this out?" */
function isLookedFor(units: readonly Unit[], start: number, end: number): boolean {
  return has(units[end], "who") && units.slice(0, start).every((unit) => hasAny(unit, ["glue", "polite", "exists"]));
}

function actsIn(units: readonly Unit[], start: number, end: number): boolean {
  let next = end;
  while (hasAny(units[next], besideActs) && !has(units[next], "acts")) next++;
  return has(units[next], "acts") || units.slice(start, end).some((unit) => has(unit, "acts"));
}

export function isContact({ type }: Relation): boolean {
  return contacts.some((contact) => contact === type);
}

function walk(units: readonly Unit[], target: Target, step: 1 | -1): Relation | null {
  let unknown = 0;
  let behind: Relation | null = null;
  const from = step < 0 ? target.start - 1 : target.end;
  for (let at = from, steps = 0; at >= 0 && at < units.length && steps < furthest; at += step, steps++) {
    const unit = units[at];
    const type = step < 0 ? relationOf(unit) : relationBehind(units, at);
    if (type === "wish" && step > 0) {
      behind ??= { type, at };
      continue;
    }
    if (type) return unknown === 0 || type === "talk" || type === "talking" ? { type, at } : null;
    if (hasAny(unit, between) || isNumber(unit)) continue;
    if (step > 0 && isWhatFor(units, at)) continue;
    const isUnknown = unit !== undefined && unit.roles.size === 0;
    if (step > 0 || !isUnknown || target.kind !== "staff" || ++unknown > mostUnknown) return behind;
  }
  return behind;
}

/** "Can the person responsible for refunds contact me", "mit jemandem vom Restaurant sprechen". */
function isWhatFor(units: readonly Unit[], at: number): boolean {
  if (!has(units[at - 1], "glue")) return false;
  if (has(units[at + 1], "subject") && has(units[at + 2], "ability")) return true;
  if (has(units[at + 1], "talk") && isEnd(units[at + 2])) return true;
  return hasAny(units[at + 1], ["reach", "call"]) && has(units[at + 2], "me");
}

const digits = /^\d+$/;

/** "Can an agent on 555 1234 call me". */
function isNumber(unit: Unit | undefined): boolean {
  return unit !== undefined && digits.test(unit.text);
}

function relationBehind(units: readonly Unit[], at: number): RelationType | undefined {
  const unit = units[at];
  return has(unit, "wishAfter") || isInverted(units, at) ? "wish" : contacts.find((role) => has(unit, role));
}

/** "A human I want". */
function isInverted(units: readonly Unit[], at: number): boolean {
  return has(units[at], "wish") && has(units[at - 1], "subject") && isEnd(units[at + 1]);
}

function isEnd(next: Unit | undefined): boolean {
  return next === undefined || has(next, "polite");
}

function relationOf(unit: Unit | undefined): RelationType | undefined {
  return [...contacts, ...states].find((role) => has(unit, role));
}
