import { isSameValue } from "../../../core/settings/same-value.ts";
import type { SettingsBody } from "../../../protocol/settings.ts";
import { settingsCollections, settingsSections } from "../../../protocol/settings.ts";
import type { SettingsPartBody } from "../../../protocol/settings-changes.ts";

export interface FolderChange {
  readonly part: string;
  /** `null`: there is none. */
  readonly before: SettingsPartBody | null;
  readonly after: SettingsPartBody | null;
}

/** Settings as they come over the wire, part by part. */
export function partsOfBody(settings: SettingsBody): ReadonlyMap<string, SettingsPartBody> {
  const parts = new Map<string, SettingsPartBody>();
  for (const name of keysOf(settingsSections)) parts.set(name, settings[name]);
  for (const name of keysOf(settingsCollections)) {
    for (const [id, value] of Object.entries(settings[name]).sort(byName)) parts.set(`${name}/${id}`, value);
  }
  return parts;
}

export function compareParts(
  before: ReadonlyMap<string, SettingsPartBody>,
  after: ReadonlyMap<string, SettingsPartBody>,
): readonly FolderChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((part) => {
    const change = { part, before: before.get(part) ?? null, after: after.get(part) ?? null };
    return isSameValue(change.before, change.after) ? [] : [change];
  });
}

/** Field by field, as `position: 10 → 20`; a part that comes or goes is one line. */
export function describeChange({ part, before, after }: FolderChange): readonly string[] {
  if (before === null) return [`+ ${part}`];
  if (after === null) return [`- ${part}`];
  return [`~ ${part}`, ...describeFields(before, after, "").map((line) => `    ${line}`)];
}

function describeFields(before: unknown, after: unknown, path: string): readonly string[] {
  if (isSameValue(before, after)) return [];
  if (!isObject(before) || !isObject(after)) return [`${path}: ${shown(before)} → ${shown(after)}`];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => describeFields(before[name], after[name], path === "" ? name : `${path}.${name}`));
}

const longest = 200;

function shown(value: unknown): string {
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function keysOf<Value extends object>(value: Value): readonly (keyof Value)[] {
  return Object.keys(value) as (keyof Value)[];
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}
