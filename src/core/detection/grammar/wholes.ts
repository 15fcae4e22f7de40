import type { Role } from "./lexicon.ts";
import { sequencesOf } from "./parse-entries.ts";
import type { Entry } from "./phrase-tree.ts";
import type { Unit } from "./unit.ts";

/** What says something as a whole message or clause, its words written together. */
export interface Wholes {
  readonly roles: ReadonlyMap<string, ReadonlySet<Role>>;
  /** Their lengths, each with their first letter: most clauses are turned away by it and not written together. */
  readonly shapes: ReadonlySet<number>;
}

const longest = 12;

export function wholesFrom(entries: readonly Entry[]): Wholes {
  const roles = new Map<string, Set<Role>>();
  for (const { phrase, role } of entries) {
    for (const words of sequencesOf(phrase)) {
      const text = words.join("");
      roles.set(text, (roles.get(text) ?? new Set()).add(role));
    }
  }
  return { roles, shapes: new Set(roles.keys().map((text) => shapeOf(text.length, text.charCodeAt(0)))) };
}

/** What these words say when nothing else is said. */
export function wholeOf(units: readonly Unit[], { roles, shapes }: Wholes): ReadonlySet<Role> | undefined {
  if (units.length > longest) return undefined;
  let [length, first] = [0, 0];
  for (const { text } of units) {
    if (length === 0) first = text.charCodeAt(0);
    length += text.length;
  }
  return shapes.has(shapeOf(length, first)) ? roles.get(units.map(({ text }) => text).join("")) : undefined;
}

function shapeOf(length: number, first: number): number {
  return length * 0x10000 + first;
}
