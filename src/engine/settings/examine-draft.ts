import { type CheckContext, checkSettings } from "../../core/settings/check.ts";
import { type DraftPlan, planDraft } from "../../core/settings/plan-draft.ts";
import type { SettingsProblem } from "../../core/settings/problem.ts";
import type { Parts } from "../parts.ts";
import { readAgents } from "../read-agents.ts";
import { type SettingsDraft, type SettingsVersion, versionKey } from "./documents.ts";
import { type ReadCurrent, readContent } from "./read-settings.ts";
import { warnOfRemoval } from "./warn-of-removal.ts";

/** What publishing the draft now would mean, and what stands against it. */
export interface ExaminedDraft extends Pick<DraftPlan, "settings" | "changes"> {
  /** In force, and what it was examined on. */
  readonly version: number;
  readonly problems: readonly SettingsProblem[];
  readonly conflicts: readonly DraftConflict[];
}

/** Somebody published this part after the draft's author looked. */
export interface DraftConflict {
  readonly part: string;
  readonly version: number;
  readonly author: string;
}

export async function examineDraft(parts: Parts, draft: SettingsDraft, current: ReadCurrent): Promise<ExaminedDraft> {
  const { baseVersion, changes } = draft;
  const base = baseVersion === current.number ? current.settings : await readContent(parts, baseVersion);
  if (!base) throw new Error(`Draft ${draft.id} is based on settings version ${baseVersion}, which is missing.`);
  const plan = planDraft({ changes, base, inForce: current.settings });
  return {
    version: current.number,
    settings: plan.settings,
    changes: plan.changes,
    problems: [
      ...checkSettings(plan.settings, await checkContext(parts)),
      ...(await warnOfRemoval(parts, plan.changes)),
    ],
    conflicts: await describeConflicts(parts, plan.conflicts, { after: baseVersion, upTo: current.number }),
  };
}

export async function checkContext({ store, channels, clock }: Parts): Promise<CheckContext> {
  const known = [...channels.values()].map(({ id, kind, capabilities }) => ({
    ...{ id, kind, maxTextLength: capabilities.maxTextLength },
  }));
  return {
    channels: known,
    agentIds: (await readAgents(store)).map(({ id }) => id),
    at: clock.now(),
  };
}

export function errorsAmong(problems: readonly SettingsProblem[]): readonly SettingsProblem[] {
  return problems.filter(({ severity }) => severity === "error");
}

/** Who published each part last. Versions without their content are small. */
async function describeConflicts(
  { store }: Parts,
  conflicts: readonly string[],
  { after, upTo }: { after: number; upTo: number },
): Promise<readonly DraftConflict[]> {
  if (conflicts.length === 0) return [];
  const numbers = Array.from({ length: upTo - after }, (_, index) => upTo - index);
  const stored = await store.load(numbers.map(versionKey));
  const versions = stored.flatMap((document) => (document ? [document.body as SettingsVersion] : []));
  return conflicts.map((part) => {
    const last = versions.find(({ parts }) => parts.some((changed) => changed === part));
    return { part, version: last?.number ?? upTo, author: last?.author ?? "" };
  });
}
