import type { Role } from "./lexicon.ts";
import { has, hasAny, type Unit } from "./unit.ts";

/** Words that stand together and name whom, or what, the customer may be asking for. */
export interface Target {
  readonly kind: TargetKind;
  /** Units of the clause; `end` is behind the last. */
  readonly start: number;
  readonly end: number;
  /** A topic as well: "support". */
  readonly isTopic: boolean;
  /** "A real person": cannot be meant otherwise. */
  readonly isGenuine: boolean;
}

export type TargetKind = Someone | "department" | "machine" | "device" | "who";
type Someone = "staff" | "person" | "anybody" | "group" | "trade" | "named";

const nouns: readonly Role[] = [
  "staff",
  "persons",
  "anybody",
  "groups",
  "trades",
  "departments",
  "help",
  "machines",
  "devices",
];
const peopled: readonly Role[] = ["persons", "anybody", "groups", "trades", "departments"];
const things: readonly Role[] = ["machines", "devices"];
const furthestLink = 3;

export function findTargets(units: readonly Unit[]): Target[] {
  const targets: Target[] = [];
  for (let index = 0; index < units.length; ) {
    const target = targetAt(units, index);
    if (target) targets.push(target);
    index = target?.end ?? index + 1;
  }
  return targets;
}

function targetAt(units: readonly Unit[], start: number): Target | null {
  if (isWho(units, start)) return { kind: "who", start, end: start + 1, isTopic: false, isGenuine: false };
  const name = nameEnd(units, start);
  if (name > 0) return { kind: "named", start, end: name, isTopic: false, isGenuine: false };
  if (!mayBegin(units[start])) return null;
  let end = start + 1;
  while (mayContinue(units, end)) end++;
  const named = units.slice(start, end);
  const linked = linkedEnd(units, named, end);
  const all = units.slice(start, linked);
  const kind = kindOf(all);
  if (kind === null) return null;
  const is = (role: Role) => all.some((unit) => has(unit, role));
  return { kind, start, end: linked, isTopic: is("help"), isGenuine: is("genuine") };
}

/** "Wen kann ich", but "holt mir wen": where the word is "somebody" as well, a question must follow. */
function isWho(units: readonly Unit[], at: number): boolean {
  if (!has(units[at], "who")) return false;
  return !has(units[at], "anybody") || hasAny(units[at + 1], ["ability", "subject", "obligations", "hypothetical"]);
}

const longestName = 2;

/** Behind "Mr King", "Frau Doktor Anna Schmidt"; 0 where no title stands, or no name behind it. */
function nameEnd(units: readonly Unit[], start: number): number {
  let titled = start;
  while (has(units[titled], "titles") && !has(units[titled], "staff")) titled++;
  let end = titled;
  while (titled > start && end - titled < longestName && units[end]?.roles.size === 0) end++;
  return end > titled ? end : 0;
}

/** "Chat" and "contact" are verbs when they come first. */
function mayBegin(unit: Unit | undefined): boolean {
  if (has(unit, "genuine")) return true;
  return hasAny(unit, isVerb(unit) ? nouns.filter((role) => role !== "help") : nouns);
}

/** "Human contact", but "an agent contact me"; and "kein Bot ein Mensch" are two. */
function mayContinue(units: readonly Unit[], at: number): boolean {
  if (hasAny(units[at - 1], things) && hasAny(units[at], ["staff", "persons", "anybody"])) return false;
  if (has(units[at], "help") && isVerb(units[at])) return has(units[at - 1], "genuine") && !has(units[at + 1], "me");
  return hasAny(units[at], nouns) || has(units[at], "genuine");
}

function isVerb(unit: Unit | undefined): boolean {
  return hasAny(unit, ["talk", "reach", "call"]);
}

/** "Someone from your support team": a department behind a person, over function words. */
function linkedEnd(units: readonly Unit[], named: readonly Unit[], end: number): number {
  if (!named.some((unit) => hasAny(unit, ["anybody", "persons", "groups", "staff"]))) return end;
  for (let index = end; index <= end + furthestLink; index++) {
    if (index > end && hasAny(units[index], ["departments", "staff"])) {
      let behind = index + 1;
      while (mayContinue(units, behind)) behind++;
      return behind;
    }
    if (!hasAny(units[index], ["glue", "you"])) return end;
  }
  return end;
}

function kindOf(units: readonly Unit[]): TargetKind | null {
  const is = (role: Role) => units.some((unit) => has(unit, role));
  if (is("machines")) return "machine";
  if (is("devices")) return "device";
  if (is("staff")) return "staff";
  if (is("genuine") && units.some((unit) => hasAny(unit, peopled))) return "staff";
  if (is("persons")) return is("departments") ? "staff" : "person";
  if (is("anybody")) return is("departments") ? "staff" : "anybody";
  if (is("groups")) return is("departments") ? "staff" : "group";
  if (is("trades")) return "trade";
  if (is("departments")) return "department";
  return null;
}
