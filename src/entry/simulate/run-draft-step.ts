import type { SettingsDraft } from "../../engine/settings/documents.ts";
import type { Cast } from "./cast.ts";
import type { Check, Ran } from "./outcome.ts";
import { describeProblems, publishOf } from "./run-settings-step.ts";
import type { DraftStep, PublishDraftStep, RestoreStep } from "./script-drafts.ts";
import type { ExpectedOfSettings } from "./script-expect-many.ts";
import type { World } from "./world.ts";

const by = "script";

/** A colleague begins something; nothing of it is in force. */
export async function runDraftStep({ engine }: World, cast: Cast, { draft: name, parts }: DraftStep): Promise<Ran> {
  const wanted = { name, note: "", changes: parts, by, baseVersion: null };
  const created = await engine.settings.drafts.create(wanted, null);
  const remark = `begun: draft ${name}`;
  if (created.status !== "created") return { remark: null, checks: [{ claim: remark, problem: created.status }] };
  cast.addDraft(created.draft);
  return { remark, checks: [] };
}

export async function runPublishDraftStep(
  world: World,
  cast: Cast,
  { publishDraft: name }: PublishDraftStep,
): Promise<Ran> {
  const draft = cast.draftOf(name);
  const claim = `draft ${name} can be published`;
  if (!draft) return { remark: null, checks: [{ claim, problem: "nobody has begun it" }] };
  const problem = await publishOf(world, draft.id);
  await world.pass(0);
  return problem === null
    ? { remark: `published: draft ${name}`, checks: [] }
    : { remark: null, checks: [{ claim, problem }] };
}

export async function runRestoreStep(world: World, { restore }: RestoreStep): Promise<Ran> {
  const { version: number, parts } = restore;
  const restored = await world.engine.settings.restore({ number, parts, by, note: "", idempotency: null });
  await world.pass(0);
  const named = `${parts.join(", ")} as in version ${number}`;
  if (restored.status === "published") return { remark: `restored: ${named}`, checks: [] };
  const problem = restored.status === "invalid" ? describeProblems(restored.problems) : restored.status;
  return { remark: null, checks: [{ claim: `${named} can be restored`, problem }] };
}

export async function checkSettings(
  { engine }: World,
  cast: Cast,
  { version, received, untouchedDrafts = [] }: ExpectedOfSettings,
): Promise<Check[]> {
  const checks: Check[] = [];
  if (version !== undefined) {
    const { number } = await engine.settings.versions.current();
    checks.push({ claim: `version: ${version}`, problem: number === version ? null : `found ${number}` });
  }
  if (received !== undefined) {
    const { text: textId, version: from, by: wanted } = received;
    const page = await engine.settings.receipts({ textId, version: from }, { limit: 1_000, cursor: null });
    const found = page.items
      .map((id) => cast.customerOf(id) ?? id)
      .sort()
      .join(", ");
    const claim = `text ${textId} of version ${from} was received by: ${wanted.join(", ") || "nobody"}`;
    const isSo = found === [...wanted].sort().join(", ");
    checks.push({ claim, problem: isSo ? null : `found ${found || "nobody"}` });
  }
  for (const name of untouchedDrafts) {
    const begun = cast.draftOf(name);
    const now = begun ? await engine.settings.drafts.get(begun.id) : null;
    checks.push({ claim: `draft ${name} is as it was begun`, problem: whatBecame(begun, now) });
  }
  return checks;
}

function whatBecame(begun: SettingsDraft | null, now: SettingsDraft | null): string | null {
  if (!begun) return "nobody has begun it";
  if (!now) return "it is gone";
  return now.revision === begun.revision && JSON.stringify(now.changes) === JSON.stringify(begun.changes)
    ? null
    : `it was changed by ${now.updatedBy}`;
}
