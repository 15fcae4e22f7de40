import type { SettingsChanges } from "../../core/settings/parts.ts";
import type { SettingsProblem } from "../../core/settings/problem.ts";
import type { Engine } from "../../engine/engine.ts";
import type { DraftConflict } from "../../engine/settings/examine-draft.ts";
import { readSettingsChanges } from "../../protocol/settings-changes.ts";
import type { PartProblem } from "../../protocol/settings-problems.ts";
import type { Caller } from "../caller.ts";
import { keyReused } from "../idempotency.ts";
import { type ProblemDetails, RequestError } from "../problem.ts";
import type { ProblemCode } from "../problem-catalog.ts";

/** Who did it, as versions and drafts keep it. */
export function authorOf({ keyId }: Caller): string {
  return keyId === "admin" ? keyId : `key:${keyId}`;
}

/** Each part by its own schema: a mistake is told with the part and the place in it. */
export function acceptChanges(given: Readonly<Record<string, unknown>>): SettingsChanges {
  const read = readSettingsChanges(given);
  if (read.status === "read") return read.changes;
  const errors = read.problems.map((problem) => ({
    path: `body.changes.${placeOf(problem)}`,
    message: problem.message,
  }));
  throw new RequestError("invalid", { detail: tellFirst(errors), errors });
}

export function draftMissing(): RequestError {
  return new RequestError("not-found", { detail: "There is no draft with this id." });
}

/** One that was published is no draft any more, and is not nothing either. Looks at the last ones only. */
export async function draftGone({ settings }: Pick<Engine, "settings">, id: string): Promise<RequestError> {
  const { items } = await settings.versions.list({ limit: 50, cursor: null });
  const version = items.find(({ origin }) => origin.type === "draft" && origin.draftId === id);
  if (!version) return draftMissing();
  const detail = `This is no draft any more: it was published as version ${version.number}.`;
  return new RequestError("not-found", { detail });
}

export function versionMissing(): RequestError {
  return new RequestError("not-found", { detail: "There is no version with this number." });
}

export function invalidField(path: string, message: string): RequestError {
  return new RequestError("invalid", { detail: `${path} ${message}.`, errors: [{ path, message }] });
}

type Refused =
  | { readonly status: "missing" | "locked" | "not-scheduled" | "too-large" | "unchanged" | "unknown-version" }
  | { readonly status: "clash" | "settled" | "past" | "too-far" }
  | { readonly status: "stale"; readonly revision: number }
  | { readonly status: "unknown-parts"; readonly parts: readonly string[] }
  | { readonly status: "conflict"; readonly conflicts: readonly DraftConflict[] }
  | { readonly status: "invalid"; readonly problems: readonly SettingsProblem[] };

/** Everything that can be answered instead of what was asked for. */
export function refuse(refused: Refused): RequestError {
  switch (refused.status) {
    case "missing":
      return draftMissing();
    case "locked":
      return new RequestError("draft-scheduled");
    case "not-scheduled":
      return new RequestError("not-found", { detail: "The draft is not scheduled." });
    case "too-large":
      return invalidField("body.changes", "is more than all settings may be");
    case "unchanged":
    case "settled":
      return new RequestError("nothing-to-publish");
    case "unknown-version":
      return invalidField("body", "names a version that is not published yet, or older than the draft's base");
    case "past":
      return invalidField("body.at", "must be in the future; leave it out to publish now");
    case "too-far":
      return invalidField("body.at", "must be within a year");
    case "clash":
      return keyReused();
    case "stale":
      return new RequestError("draft-changed", { detail: `The draft is at revision ${refused.revision} now.` });
    case "unknown-parts":
      return invalidField("body.parts", "names a part that neither that version nor the one in force has");
    case "conflict":
      return withErrors("settings-conflict", refused.conflicts.map(describeConflict));
    case "invalid":
      return withErrors("settings-invalid", refused.problems.map(describeProblem));
  }
}

function withErrors(code: ProblemCode, errors: NonNullable<ProblemDetails["errors"]>): RequestError {
  return new RequestError(code, { detail: tellFirst(errors), errors });
}

function describeConflict({ part, version, author }: DraftConflict) {
  return { path: part, message: `was published in version ${version} by ${author}` };
}

function describeProblem(problem: SettingsProblem) {
  return { path: placeOf(problem), message: problem.message };
}

function placeOf({ part, path }: Pick<PartProblem, "part" | "path">): string {
  return path === "" ? part : `${part}.${path}`;
}

function tellFirst(errors: NonNullable<ProblemDetails["errors"]>): string {
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  return first ? `${first.path}: ${first.message}${more}` : "";
}
