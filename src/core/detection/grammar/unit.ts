import type { Role } from "./lexicon.ts";

/** A word or phrase of a clause, with what it can be in one language; without any role when that language knows nothing of it. */
export interface Unit {
  readonly roles: ReadonlySet<Role>;
  /** Its words written together. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A word as typed, and the words of the lexicons that may have been meant when it is none. */
export interface Token {
  readonly text: string;
  readonly corrected: readonly string[];
  readonly start: number;
  readonly end: number;
}

export function has(unit: Unit | undefined, role: Role): boolean {
  return unit?.roles.has(role) ?? false;
}

export function hasAny(unit: Unit | undefined, roles: readonly Role[]): boolean {
  if (unit === undefined || unit.roles.size === 0) return false;
  for (const role of roles) if (unit.roles.has(role)) return true;
  return false;
}
