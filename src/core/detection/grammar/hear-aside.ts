import { isRefused } from "./hear-alone.ts";
import type { Judged, Verdict } from "./judge.ts";
import type { Role } from "./lexicon.ts";
import { findTargets, type Target } from "./target.ts";
import { has, hasAny, type Unit } from "./unit.ts";

/**
 * Whom one wants, thrown in without a verb between other sentences: "nothing works human please", "not a bot a person".
 * As a whole message or clause `hear-alone` hears the same.
 */

/** Behind these somebody is only spoken of: "as an agent please", "my agent please", "are you an agent please". */
const ofAnother: readonly Role[] = [
  ...(["glue", "me", "you", "who", "strangers", "others", "identity", "reported", "past", "hypothetical"] as const),
];
const articles: readonly Role[] = ["articles", "glue"];
const refusing: readonly Role[] = ["negators", "refusals", "noneOf", "negatorsAfter"];
/** With what another sentence begins. */
const beginning: readonly Role[] = ["subject", "you", "strangers", "questions", "ability", "exists"];

/** "My order is broken human please", "a real person please my card was stolen"; "no agent please" refuses. */
export function hearCall(units: readonly Unit[], target: Target): Verdict {
  if (target.kind !== "staff" || has(units[target.end], "strangersAfter")) return null;
  let end = target.end;
  while (has(units[end], "polite") && !hasAny(units[end], refusing)) end++;
  if (hasAny(units[end], refusing)) return null;
  const start = hasAny(units[target.start - 1], articles) ? target.start - 1 : target.start;
  const isAsked = end > target.end && (start === target.start || target.isGenuine);
  const isBegged =
    has(units[start], "articles") && has(units[start - 1], "polite") && !hasAny(units[start - 2], ofAnother);
  const isFirst = units.slice(0, start).every((unit) => has(unit, "polite"));
  if (end === target.end && !isBegged) return null;
  if (isRefused(units, target) && !hasAny(units[start - 1], ["subject", "ability"])) return "refused";
  if (isFirst) return end === units.length || (end > target.end && hasAny(units[end], beginning)) ? "request" : null;
  return end === units.length && ((isAsked && !hasAny(units[start - 1], ofAnother)) || isBegged) ? "request" : null;
}

const between: readonly Role[] = ["glue", "polite", "turns", "negators", "refusals", "noneOf"];
/** Who says or asks what somebody is. */
const ofIdentity: readonly Role[] = [
  "identity",
  "subject",
  "you",
  "reported",
  "past",
  "hypothetical",
  "exists",
  "object",
];

/** "Not a bot a person", "a person and not a bot": the one is refused, so the other is wanted. */
export function hearContrasts(units: readonly Unit[]): Judged[] {
  if (!units.some(namesMachine)) return [];
  const targets = findTargets(units);
  return targets.flatMap((one, at): Judged[] => {
    const other = targets[at + 1];
    if (!other || !isContrast(units, one, other) || !isThrownIn(units, one.start)) return [];
    return [{ verdict: "request", start: one.start, end: other.end - 1, isFirst: false }];
  });
}

/** Asked of every word of every message. */
export function namesMachine({ roles }: Unit): boolean {
  return roles.has("machines") || roles.has("devices");
}

function isContrast(units: readonly Unit[], one: Target, other: Target): boolean {
  const gap = units.slice(one.end, other.start);
  if (isMachine(one))
    return isPerson(units, other) && isRefused(units, one) && gap.every((unit) => hasAny(unit, between));
  return (
    isMachine(other) && isPerson(units, one) && isRefused(units, other) && gap.every((unit) => hasAny(unit, between))
  );
}

function isMachine({ kind }: Target): boolean {
  return kind === "machine" || kind === "device";
}

function isPerson(units: readonly Unit[], target: Target): boolean {
  return (
    (target.kind === "staff" || target.kind === "person" || target.kind === "anybody") && !isRefused(units, target)
  );
}

/** "… not a bot a person": nothing but an article before it, no "is a", and no person that the "not" is said of. */
function isThrownIn(units: readonly Unit[], start: number): boolean {
  let before = start - 1;
  while (hasAny(units[before], refusing) || hasAny(units[before], ["polite"])) before--;
  if (hasAny(units[before], articles)) before--;
  return !hasAny(units[before], ofIdentity) && !hasAny(units[before], ["glue", "staff", "persons"]);
}
