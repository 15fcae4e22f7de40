import { isSameValue } from "./same-value.ts";
import type { Collection, Settings } from "./settings.ts";

/** What there is once. It can be changed and never removed. */
export const sectionNames = ["company", "detection", "handoff", "abuse", "people", "reasons", "surveys"] as const;

/** What there are many of, each by its id. */
export const collectionNames = [
  "rules",
  "phrases",
  "texts",
  "hours",
  "queues",
  "teams",
  "slas",
  "taskTemplates",
  "testIdentities",
] as const;

export type SectionName = (typeof sectionNames)[number];
export type CollectionName = (typeof collectionNames)[number];
type Member<Name extends CollectionName> = Settings[Name] extends Collection<infer Value> ? Value : never;

/** The unit of drafting, publishing and restoring: `detection` or `rules/legal-first`. A name on the wire. */
export type Part = SectionName | `${CollectionName}/${string}`;
export type PartValue = Settings[SectionName] | { [Name in CollectionName]: Member<Name> }[CollectionName];

/** By part; `null` removes it. Values have the shape of their part: whoever takes them in has checked it. */
export type SettingsChanges = Readonly<Record<string, PartValue | null>>;

export interface PartChange {
  readonly part: Part;
  /** `null`: there was none. */
  readonly before: PartValue | null;
  /** `null`: there is none any more. */
  readonly after: PartValue | null;
}

/** The sections first, then each collection by id: the same settings always give the same order. */
export function partsOf(settings: Settings): ReadonlyMap<Part, PartValue> {
  const parts = new Map<Part, PartValue>(sectionNames.map((name) => [name, settings[name]]));
  for (const name of collectionNames) {
    const members: Collection<PartValue & { readonly id: string }> = settings[name];
    for (const id of Object.keys(members).sort()) {
      const value = members[id];
      if (value) parts.set(`${name}/${id}`, value);
    }
  }
  return parts;
}

/** The settings with these parts as given and all others as they are. A section is never removed. */
export function applyChanges(settings: Settings, changes: SettingsChanges): Settings {
  const parts = new Map<string, PartValue>(partsOf(settings));
  for (const [part, value] of Object.entries(changes)) {
    if (value !== null) parts.set(part, value);
    else if (part.includes("/")) parts.delete(part);
  }
  return fromParts(parts);
}

/** What became different, part by part; nothing for what was written anew with the same content. */
export function diffSettings(before: Settings, after: Settings): readonly PartChange[] {
  const [old, fresh] = [partsOf(before), partsOf(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((part) => {
    const change = { part, before: old.get(part) ?? null, after: fresh.get(part) ?? null };
    return isSameValue(change.before, change.after) ? [] : [change];
  });
}

function fromParts(parts: ReadonlyMap<string, PartValue>): Settings {
  const sections: Record<string, PartValue> = {};
  const collections: Record<string, Record<string, PartValue>> = {};
  for (const name of collectionNames) collections[name] = {};
  for (const [part, value] of parts) {
    const [name = "", id] = part.split("/");
    const members = collections[name];
    if (id === undefined) sections[name] = value;
    else if (members) members[id] = value;
  }
  // Each part was in settings before, or was checked on its way in.
  return { ...sections, ...collections } as unknown as Settings;
}
