import type * as z from "zod";
import type { PartChange } from "../../core/settings/parts.ts";
import type { Settings, Switches } from "../../core/settings/settings.ts";
import type { SettingsDraft, SettingsVersion, SwitchChange } from "../../engine/settings/documents.ts";
import { type ExaminedDraft, errorsAmong } from "../../engine/settings/examine-draft.ts";
import type { VersionInFull } from "../../engine/settings/versions.ts";
import type { SettingsBody } from "../../protocol/settings.ts";
import type * as bodies from "../../protocol/settings-api.ts";
import type * as use from "../../protocol/settings-use.ts";
import { isoTime } from "./time.ts";

type VersionBody = z.output<typeof bodies.settingsVersion>;
type DraftBody = z.output<typeof bodies.settingsDraft>;

export function presentVersion(version: SettingsVersion): VersionBody {
  const { number, author, note, at, base, origin, parts } = version;
  return {
    ...{ number, author, note, at: isoTime(at), base },
    draft: origin.type === "draft" ? { id: origin.draftId, name: origin.name } : null,
    restoredFrom: origin.type === "restored" ? origin.number : null,
    parts: [...parts],
  };
}

/** What the workspace started with was written by nobody, at no time. */
const unwritten = { author: null, note: "", at: null, base: null, draft: null, restoredFrom: null, parts: [] };

export function presentVersionInFull({ number, version, settings }: VersionInFull) {
  const about = version ? presentVersion(version) : { number, ...unwritten };
  return { ...about, settings: presentSettings(settings) };
}

type Writable<Value> = { -readonly [Name in keyof Value]: Writable<Value[Name]> };

/** Settings go over the wire as they are; only the types on it know nothing of `readonly`. */
function presentSettings(settings: Settings): SettingsBody {
  return settings as Writable<Settings>;
}

export function presentChange({ part, before, after }: PartChange) {
  return { part, before, after };
}

export function presentDraft(draft: SettingsDraft): DraftBody {
  const { id, name, note, author, updatedBy, revision, baseVersion, schedule, failure } = draft;
  return {
    ...{ id, name, note, author, createdAt: isoTime(draft.createdAt), updatedBy, updatedAt: isoTime(draft.updatedAt) },
    ...{ revision, baseVersion, parts: Object.keys(draft.changes).sort() },
    schedule: schedule && { at: isoTime(schedule.at), by: schedule.by, note: schedule.note },
    failure: failure && {
      at: isoTime(failure.at),
      because: failure.because,
      problems: [...failure.problems],
      conflicts: [...failure.conflicts],
    },
  };
}

export function presentCheck(examined: ExaminedDraft): z.output<typeof bodies.draftCheck> {
  const { version, changes, problems, conflicts } = examined;
  const isPublishable = changes.length > 0 && conflicts.length === 0 && errorsAmong(problems).length === 0;
  return {
    ...{ version, isPublishable, changes: changes.map(presentChange) },
    ...{ problems: [...problems], conflicts: [...conflicts] },
  };
}

export function presentSwitches({ closed, incident }: Switches): z.output<typeof use.settingsSwitches> {
  return {
    closed: closed && { until: isoTime(closed.until), by: closed.by, at: isoTime(closed.at) },
    incident: incident && {
      ...{ until: isoTime(incident.until), by: incident.by, at: isoTime(incident.at) },
      byLocale: { ...incident.byLocale },
    },
  };
}

export function presentSwitchChange(change: SwitchChange): z.output<typeof use.switchChange> {
  const { id, at, by, until, byLocale } = change;
  return {
    ...{ id, switch: change.switch, at: isoTime(at), by },
    until: until === null ? null : isoTime(until),
    byLocale: byLocale && { ...byLocale },
  };
}
