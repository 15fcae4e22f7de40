import type { Role } from "./lexicon.ts";
import { has, hasAny, type Unit } from "./unit.ts";
import { type Wholes, wholeOf } from "./wholes.ts";

/**
 * Whether a clause can be passed over: nine of ten hold no word of who is asked for and no phrase that asks. What is
 * named here is all that the clause may be heard by; a rule that hears by other words must be added.
 */

const [telling, refusing, wishing, cutting] = [1, 2, 4, 8];

/** Behind `spokenOf` nothing is heard. */
const cuts: readonly Role[] = ["turns", "joins", "spokenOf"];
const tellingRoles: readonly Role[] = [
  ...(["staff", "persons", "anybody", "groups", "trades", "titles", "speaking", "who", "departments"] as const),
  ...(["genuine", "machines", "devices", "requests", "requestsLast", "unclear", "retractions"] as const),
];
const meanings: ReadonlyMap<Role, number> = new Map<Role, number>([
  ...tellingRoles.map((role): [Role, number] => [role, telling]),
  ...(["negators", "refusals"] as const).map((role): [Role, number] => [role, refusing]),
  ...(["wish", "conditions"] as const).map((role): [Role, number] => [role, wishing]),
  ...cuts.map((role): [Role, number] => [role, cutting]),
]);

export function saysNothing(units: readonly Unit[], wholes: Wholes): boolean {
  let meant = 0;
  for (const { roles } of units) for (const role of roles) meant |= meanings.get(role) ?? 0;
  if ((meant & telling) !== 0 || (meant & (refusing | wishing)) === (refusing | wishing)) return false;
  if (wholeOf(units, wholes) ?? wholeOf(withoutPoliteness(units), wholes)) return false;
  return (
    (meant & cutting) === 0 ||
    !partsOf(units).some((part) => wholeOf(part, wholes) ?? wholeOf(withoutPoliteness(part), wholes))
  );
}

function withoutPoliteness(units: readonly Unit[]): readonly Unit[] {
  return units.filter((unit) => !has(unit, "polite"));
}

/** As `hearClause` cuts it. */
function partsOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const places = units.flatMap((unit, at) => (hasAny(unit, cuts) ? [at] : []));
  return [...places, units.length].map((place, number) => units.slice((places[number - 1] ?? -1) + 1, place));
}
