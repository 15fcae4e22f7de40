import { applyCalendar, type CalendarChanges, type CalendarMode } from "../../core/hours/apply-calendar.ts";
import type { LeftOut } from "../../core/hours/read-calendar.ts";
import type { CalendarProblem } from "../../core/hours/read-calendar-lines.ts";
import { applyChanges } from "../../core/settings/parts.ts";
import type { SettingsDraft } from "./documents.ts";
import type { DraftRefused, SeenDraft } from "./edit-draft.ts";
import type { WorkspaceSettings } from "./workspace-settings.ts";

export interface CalendarImport {
  readonly hoursId: string;
  /** iCalendar. */
  readonly calendar: string;
  readonly mode: CalendarMode;
  readonly at: number;
}

export type CalendarImported =
  | ({
      readonly status: "imported";
      readonly draft: SettingsDraft;
      readonly leftOut: readonly LeftOut[];
    } & CalendarChanges)
  | { readonly status: "no-hours" }
  | { readonly status: "unreadable"; readonly problems: readonly CalendarProblem[] }
  | { readonly status: "too-large" }
  | DraftRefused;

/** Somebody else changed the draft this often while a calendar was read: they are at it, the caller looks again. */
const mostLooks = 10;

/**
 * A calendar as exceptions of the hours as the draft has them, else as they are in force. Only the draft is changed
 * (I16), and not at all where it would say the same.
 */
export async function importCalendar(
  { drafts, versions }: Pick<WorkspaceSettings, "drafts" | "versions">,
  seen: SeenDraft,
  { hoursId, calendar, mode, at }: CalendarImport,
): Promise<CalendarImported> {
  for (let looks = 1; ; looks += 1) {
    const draft = await drafts.get(seen.id);
    if (!draft) return { status: "missing" };
    const { revision } = draft;
    if (seen.revision !== null && seen.revision !== revision) return { status: "stale", revision };
    const hours = applyChanges((await versions.current()).settings, draft.changes).hours[hoursId];
    if (!hours) return { status: "no-hours" };
    const applied = applyCalendar(calendar, hours, mode, at);
    if (applied.status === "refused") return { status: "unreadable", problems: applied.problems };
    const { added, changed, removed, unchanged, leftOut } = applied;
    const imported = { status: "imported", added, changed, removed, unchanged, leftOut } as const;
    if (applied.hours === hours) return { ...imported, draft };
    const change = { name: null, note: null, changes: { [`hours/${hoursId}`]: applied.hours }, undo: [] };
    const edited = await drafts.change({ ...seen, revision }, change);
    if (edited.status === "changed") return { ...imported, draft: edited.draft };
    const isOnlyLate = edited.status === "stale" && seen.revision === null && looks < mostLooks;
    if (!isOnlyLate) return edited;
  }
}
