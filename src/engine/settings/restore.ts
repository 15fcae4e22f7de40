import { checkSettings } from "../../core/settings/check.ts";
import { planRestore } from "../../core/settings/plan-restore.ts";
import type { SettingsProblem } from "../../core/settings/problem.ts";
import type { Idempotency } from "../commands.ts";
import type { Parts } from "../parts.ts";
import type { SettingsVersion } from "./documents.ts";
import { checkContext, errorsAmong } from "./examine-draft.ts";
import { versionAfter, versionCommit } from "./new-version.ts";
import { readContent, readCurrent } from "./read-settings.ts";
import { claimsOf, type EarlierRequest } from "./repeated-request.ts";
import { onceCommitted } from "./until-committed.ts";

export interface RestoreRequest {
  readonly number: number;
  /** `null`: all of the version. */
  readonly parts: readonly string[] | null;
  readonly by: string;
  readonly note: string;
  readonly idempotency: Idempotency | null;
}

export type Restored =
  | { readonly status: "published"; readonly version: SettingsVersion }
  | { readonly status: "missing" }
  | { readonly status: "unknown-parts"; readonly parts: readonly string[] }
  | { readonly status: "invalid"; readonly problems: readonly SettingsProblem[] }
  | { readonly status: "unchanged" }
  | EarlierRequest
  | { readonly status: "settled" };

/** History is never taken back: what was before comes again as a new version. */
export function restoreVersion(parts: Parts, request: RestoreRequest): Promise<Restored> {
  return onceCommitted<Restored>(parts, request.idempotency, async () => {
    const [current, old] = [await readCurrent(parts), await readContent(parts, request.number)];
    if (!old) return { answer: { status: "missing" }, commit: null };
    const plan = planRestore(current.settings, old, request.parts);
    if (plan.status === "unknown-parts") return { answer: plan, commit: null };
    const { settings, changes } = plan;
    if (changes.length === 0) return { answer: { status: "unchanged" }, commit: null };
    const problems = errorsAmong(checkSettings(settings, await checkContext(parts)));
    if (problems.length > 0) return { answer: { status: "invalid", problems }, commit: null };
    const origin = { type: "restored", number: request.number } as const;
    const { by: author, note } = request;
    const version = versionAfter(current, { author, note, at: parts.clock.now(), origin, settings, changes });
    const commit = versionCommit(current, version, settings);
    const claims = claimsOf(request.idempotency, String(version.number));
    return { answer: { status: "published", version }, commit: { ...commit, claims } };
  });
}
