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

export type TargetKind = "staff" | "person" | "anybody" | "group" | "department" | "machine" | "device" | "who";

const nouns: readonly Role[] = ["staff", "persons", "anybody", "groups", "departments", "help", "machines", "devices"];
const peopled: readonly Role[] = ["persons", "anybody", "groups", "departments"];
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
  if (has(units[start], "who")) return { kind: "who", start, end: start + 1, isTopic: false, isGenuine: false };
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

/** "Chat" and "contact" are verbs when they come first. */
function mayBegin(unit: Unit | undefined): boolean {
  if (has(unit, "genuine")) return true;
  return hasAny(unit, isVerb(unit) ? nouns.filter((role) => role !== "help") : nouns);
}

/** "Human contact", but "an agent contact me". */
function mayContinue(units: readonly Unit[], at: number): boolean {
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
  if (is("groups")) return "group";
  if (is("departments")) return "department";
  return null;
}
