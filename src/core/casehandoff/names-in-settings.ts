import { type Part, type PartValue, partsOf, type SettingsChanges } from "../settings/parts.ts";
import type { Settings } from "../settings/settings.ts";

/** A place in the settings that names a person. */
export interface NamedPlace {
  readonly part: Part;
  /** Within the part, as `then.destination.id`. */
  readonly path: string;
}

type Path = readonly (string | number)[];

/**
 * Where settings name a person, however deep: what says `{type: "agent", id}` (destinations of rules and their
 * fall-backs, who is told, alerts, task owners), and fields that hold nothing but a person (`headId`, `onCall`). A part
 * that grows another one of these is found without anything being changed here.
 */
export function namesInSettings(settings: Settings, agentId: string): readonly NamedPlace[] {
  return [...partsOf(settings)].flatMap(([part, value]) =>
    pathsIn(value, agentId).map((path) => ({ part, path: path.join(".") })),
  );
}

/** The same settings with somebody else in all of these places, part by part. */
export function replaceName(settings: Settings, agentId: string, replacementId: string): SettingsChanges {
  const changed = [...partsOf(settings)].flatMap(([part, value]): [string, PartValue][] => {
    const paths = pathsIn(value, agentId);
    if (paths.length === 0) return [];
    return [[part, paths.reduce((whole, path) => withValue(whole, path, replacementId) as PartValue, value)]];
  });
  return Object.fromEntries(changed);
}

/** The parts as they are now, to be put back later. */
export function partsAsTheyAre(settings: Settings, changes: SettingsChanges): SettingsChanges {
  const parts = new Map<string, PartValue>(partsOf(settings));
  return Object.fromEntries(Object.keys(changes).map((part) => [part, parts.get(part) ?? null]));
}

/** Fields that name one person. */
const personFields = new Set(["headId", "onCall", "agentId", "substituteId", "ownerId"]);

function pathsIn(value: unknown, agentId: string, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => pathsIn(each, agentId, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  const fields: readonly [string, unknown][] = Object.entries(value);
  const isPerson = fields.some(([name, held]) => name === "type" && held === "agent");
  return fields.flatMap(([name, held]): readonly Path[] => {
    const names = (isPerson && name === "id") || personFields.has(name);
    if (names && held === agentId) return [[...path, name]];
    return pathsIn(held, agentId, [...path, name]);
  });
}

function withValue(whole: unknown, [first, ...rest]: Path, value: string): unknown {
  if (first === undefined) return value;
  if (Array.isArray(whole)) return whole.map((each, index) => (index === first ? withValue(each, rest, value) : each));
  const object = whole as Readonly<Record<string, unknown>>;
  return { ...object, [first]: withValue(object[first], rest, value) };
}
