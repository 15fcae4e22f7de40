import { applyChanges } from "../core/settings/parts.ts";
import { compilePolicy, type Policy } from "../core/settings/policy.ts";
import type { Settings, Switches } from "../core/settings/settings.ts";
import type { Parts } from "./parts.ts";
import { readDraft } from "./settings/edit-draft.ts";
import { readCurrent } from "./settings/read-settings.ts";

/** Settings to try out: what is in force, or a draft on top of it. */
export interface WantedSettings {
  /** In force, and what the draft lies on. */
  readonly version: number;
  /** `null`: no draft. */
  readonly draftId: string | null;
  readonly settings: Settings;
}

/** As the store has them now. `null`: there is no such draft. */
export async function readWanted(
  parts: Pick<Parts, "store" | "starter">,
  draftId: string | null,
): Promise<WantedSettings | null> {
  const { number: version, settings } = await readCurrent(parts);
  if (draftId === null) return { version, draftId, settings };
  const stored = await readDraft(parts, draftId);
  return stored && { version, draftId, settings: applyChanges(settings, stored.draft.changes) };
}

export function policyOf({ version, settings }: WantedSettings, switches: Switches): Policy {
  return compilePolicy(version, settings, switches);
}
