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
  const named = before.flatMap(({ units: said }) =>
    findTargets(said).map(({ kind, isGenuine }) => ({ kind, said, isGenuine })),
  );
  const persons = named.filter(({ kind }) => kind === "staff" || kind === "person" || kind === "group");
  const isSought = persons.some(
    ({ said, isGenuine }) => isGenuine || said.some((unit) => hasAny(unit, ["identity", "exists"])),
  );
  return units.map((unit, index) => {
    if (!has(unit, "references") || !isLast(units[index + 1])) return unit;
    if (has(units[index - 1], "genuine")) return named.length > 0 ? { ...unit, roles: asPerson } : unit;
    return persons.length > 0 ? { ...unit, roles: isSought ? asPerson : asAnybody } : unit;
  });
}

function isLast(next: Unit | undefined): boolean {
  return next === undefined || hasAny(next, ["polite", "glue"]);
}
