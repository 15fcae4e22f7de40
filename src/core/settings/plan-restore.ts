import { applyChanges, diffSettings, type PartChange, type PartValue, partsOf } from "./parts.ts";
import type { Settings } from "./settings.ts";

export type RestorePlan =
  | { readonly status: "planned"; readonly settings: Settings; readonly changes: readonly PartChange[] }
  /** Neither the old version nor the one in force has them. */
  | { readonly status: "unknown-parts"; readonly parts: readonly string[] };

/** What was, over what is: all of it, or the named parts alone. A part that did not exist then is removed. */
export function planRestore(inForce: Settings, old: Settings, parts: readonly string[] | null): RestorePlan {
  if (parts === null) return { status: "planned", settings: old, changes: diffSettings(inForce, old) };
  const then: ReadonlyMap<string, PartValue> = partsOf(old);
  const now: ReadonlyMap<string, PartValue> = partsOf(inForce);
  const unknown = parts.filter((part) => !then.has(part) && !now.has(part));
  if (unknown.length > 0) return { status: "unknown-parts", parts: unknown };
  const settings = applyChanges(inForce, Object.fromEntries(parts.map((part) => [part, then.get(part) ?? null])));
  return { status: "planned", settings, changes: diffSettings(inForce, settings) };
}
