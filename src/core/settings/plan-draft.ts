import { applyChanges, diffSettings, type Part, type PartChange, partsOf, type SettingsChanges } from "./parts.ts";
import { isSameValue } from "./same-value.ts";
import type { Settings } from "./settings.ts";

/** What publishing a draft now would mean. */
export interface DraftPlan {
  /** The version in force with the draft's parts on it, and nothing else of the draft's base. */
  readonly settings: Settings;
  /** What would become different; empty when the draft says what is in force already. */
  readonly changes: readonly PartChange[];
  /** Parts that somebody else published after the draft's author looked, with another content. */
  readonly conflicts: readonly Part[];
}

interface Drafted {
  readonly changes: SettingsChanges;
  /** The version the author has seen. */
  readonly base: Settings;
  readonly inForce: Settings;
}

export function planDraft({ changes, base, inForce }: Drafted): DraftPlan {
  const settings = applyChanges(inForce, changes);
  const [seen, now] = [partsOf(base), partsOf(inForce)];
  const planned = diffSettings(inForce, settings);
  const conflicts = planned.map(({ part }) => part).filter((part) => !isSameValue(seen.get(part), now.get(part)));
  return { settings, changes: planned, conflicts };
}
