import { type Circumstances, type Judged, turn } from "./judge.ts";
import type { Role } from "./lexicon.ts";
import { readProposition } from "./proposition.ts";
import { has, hasAny, type Unit } from "./unit.ts";

const longestName = 2;
const asking: readonly Role[] = ["subject", "ability", "wish", "polite"];

/**
 * "Can I talk to Ruth", "passami Davide": a name is a word that nobody can list, so it may as well be a friend's, told to
 * an assistant that dials. At most it is asked what was meant.
 */
export function hearName(units: readonly Unit[], circumstances: Circumstances): Judged[] {
  const at = units.findIndex((unit) => has(unit, "speaking"));
  if (at < 0) return [];
  const start = has(units[at + 1], "glue") && !has(units[at + 1], "articles") ? at + 2 : at + 1;
  let end = start;
  while (end - start < longestName && isName(units[end])) end++;
  const isLast = end > start && units.slice(end).every((unit) => has(unit, "polite"));
  if (!isLast || !isOwnWish(units, at)) return [];
  const proposition = readProposition(units, at, at);
  const isForAnother = proposition.roles.has("you") && !hasAny(units[at], ["me", "requestsLast"]);
  if (isForAnother || turn(proposition, circumstances) !== "kept") return [];
  return [{ verdict: "unclear", start: at, end: end - 1, isFirst: proposition.isFirst }];
}

function isName(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.roles.size === 0 && name.test(unit.text);
}

const name = /^\p{L}{3,}$/u;

/** "Can I talk to", "put me through to"; not "how to talk to". */
function isOwnWish(units: readonly Unit[], at: number): boolean {
  const ahead = units.slice(0, at + 1);
  return !ahead.some((unit) => has(unit, "questions")) && (at === 0 || ahead.some((unit) => hasAny(unit, asking)));
}
