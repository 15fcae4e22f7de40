import type { ClauseView } from "./hear-message.ts";
import type { Role } from "./lexicon.ts";
import { findTargets } from "./target.ts";
import { has, hasAny, type Unit } from "./unit.ts";

const furthest = 4;
const asPerson: ReadonlySet<Role> = new Set<Role>(["persons"]);
const asAnybody: ReadonlySet<Role> = new Set<Role>(["anybody"]);

/** "Are you human? Then get me one": the last word means whom the customer spoke of before. */
export function resolveReferences(units: readonly Unit[], clauses: readonly ClauseView[], at: number): readonly Unit[] {
  if (!units.some((unit) => has(unit, "references"))) return units;
  const before = clauses.slice(Math.max(0, at - furthest), at);
  const named = before.filter(({ units: said }) => findTargets(said).some(({ kind }) => isOne(kind)));
  if (named.length === 0) return units;
  const isSought = named.some(({ units: said }) => said.some((unit) => hasAny(unit, ["identity", "exists"])));
  const roles = isSought ? asPerson : asAnybody;
  return units.map((unit, index) => (has(unit, "references") && isLast(units[index + 1]) ? { ...unit, roles } : unit));
}

function isOne(kind: string): boolean {
  return kind === "staff" || kind === "person" || kind === "group";
}

function isLast(next: Unit | undefined): boolean {
  return next === undefined || hasAny(next, ["polite", "glue"]);
}
