import type { CaseHandoff, SettingsOutcome } from "../../core/casehandoff/case-handoff.ts";
import type { SettingsChanges } from "../../core/settings/parts.ts";
import type { WorkspaceSettings } from "../settings/workspace-settings.ts";

interface Wanted {
  readonly changes: SettingsChanges;
  readonly baseVersion: number;
  readonly note: string;
}

/**
 * The names in the settings, as a version with a note like any other: what others published meanwhile is not written
 * over, and what would not hold together is not published. Each step has a key, so that a repetition is one version.
 */
export async function publishNames(
  settings: Pick<WorkspaceSettings, "drafts" | "publish">,
  { id, started, run }: CaseHandoff,
  { changes, baseVersion, note }: Wanted,
): Promise<SettingsOutcome> {
  if (Object.keys(changes).length === 0) return { status: "unchanged" };
  const by = started?.by ?? "";
  const key = (step: string) => ({ key: `case-handoff:${id}:${run.direction}:${step}`, fingerprint: id });
  const created = await settings.drafts.create({ name: note, note, changes, by, baseVersion }, key("draft"));
  if (created.status !== "created" && created.status !== "repeated") {
    throw new Error(`Case handoff ${id}: the settings' draft was refused (${created.status}).`);
  }
  const draftId = created.status === "created" ? created.draft.id : created.result;
  const idempotency = key("publish");
  const published = await settings.publish({ draftId, by, note, revision: null, idempotency });
  switch (published.status) {
    case "published":
      return { status: "published", version: published.version.number };
    case "repeated":
      return { status: "published", version: Number(published.result) };
    case "conflict":
      return { status: "conflict", draftId, problems: published.conflicts.map(({ part }) => part) };
    case "invalid":
      return { status: "invalid", draftId, problems: published.problems.map(({ message }) => message) };
    default:
      return { status: "unchanged" };
  }
}
