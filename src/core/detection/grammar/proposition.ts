import type { Role } from "./lexicon.ts";
import { boundsOf } from "./proposition-bounds.ts";
import { has, hasAny, type Unit } from "./unit.ts";

/** What stands around a request in the same proposition, and may turn it. */
export interface Proposition {
  /** First and last unit of the request itself. */
  readonly start: number;
  readonly end: number;
  readonly roles: ReadonlySet<Role>;
  readonly isNegated: boolean;
  /** "Can I not": it asks, and refuses nothing. */
  readonly isInverted: boolean;
  /** "Is there no human": what is not there is missed. */
  readonly isLacking: boolean;
  /** Said of other people: "customers want to". */
  readonly isOfOthers: boolean;
  /** Nothing stands before it, or nothing but "help". */
  readonly isFirst: boolean;
}

const obliging: readonly Role[] = ["ability"];
const others: readonly Role[] = ["groups", "persons", "staff"];

/** `behind`: the unit behind whom is asked for, which says what that person should do. */
export function readProposition(units: readonly Unit[], start: number, end: number, behind?: number): Proposition {
  const { first, last } = boundsOf(units, start, end);
  const left = units.slice(first, start);
  const inside = units.slice(start, end + 1);
  const right = units.slice(end + 1, last + 1);
  const roles = new Set(
    [...left, ...inside, ...right].flatMap((unit) =>
      unit === units[behind ?? -1] && has(unit, "obligations") ? obliging : [...unit.roles],
    ),
  );
  return {
    start,
    end,
    roles,
    isNegated: isNegated({ left, inside, right }, units, { start, end }),
    isInverted: units.some(
      (unit, at) => at >= first && at < end && has(unit, "ability") && has(units[at + 1], "subject"),
    ),
    isLacking: [...left, ...inside].some((unit) => has(unit, "exists") && has(unit, "negators")),
    isOfOthers: first > 0 && hasAny(units[first - 1], others) && !isAsked(units, first - 1),
    isFirst: first === 0 || has(units[first - 1], "help"),
  };
}

/** "Customers want to call", but "can somebody please call". */
function isAsked(units: readonly Unit[], at: number): boolean {
  let before = at - 1;
  while (hasAny(units[before], ["glue", "polite"])) before--;
  return has(units[before], "ability");
}

interface Parts {
  readonly left: readonly Unit[];
  readonly inside: readonly Unit[];
  readonly right: readonly Unit[];
}

function isNegated(
  { left, inside, right }: Parts,
  units: readonly Unit[],
  place: { start: number; end: number },
): boolean {
  const negates = (part: readonly Unit[], from: number, roles: readonly Role[]) =>
    part.some((unit, index) => hasAny(unit, roles) && !isOfMachine(units, from + index, place));
  return (
    negates(left, place.start - left.length, ["negators", "refusals"]) ||
    isNoneOf(units, place.start) ||
    negates(inside, place.start, ["negators", "refusals", "noneOf"]) ||
    negates(right, place.end + 1, ["negatorsAfter"])
  );
}

/** "No agent needed": it stands right before. */
function isNoneOf(units: readonly Unit[], start: number): boolean {
  let at = start - 1;
  while (hasAny(units[at], ["glue", "genuine"]) && !has(units[at], "noneOf")) at--;
  return has(units[at], "noneOf") && !hasAny(units[start], ["talk", "reach", "call", "talking", "wish", "exists"]);
}

const furthestMachine = 3;

/** "A person and not a bot": the negation has an object of its own. */
function isOfMachine(units: readonly Unit[], at: number, { start, end }: { start: number; end: number }): boolean {
  for (let index = at + 1; index <= at + furthestMachine; index++) {
    if (hasAny(units[index], ["machines", "devices"])) return index < start || index > end;
    if (!hasAny(units[index], ["glue", "you", "talk", "talking", "object"])) return false;
  }
  return false;
}
