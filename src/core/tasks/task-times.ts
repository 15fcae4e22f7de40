import { addBusinessMs } from "../hours/business-time.ts";
import type { Hours } from "../hours/hours.ts";
import type { TaskTimes } from "./task-event.ts";
import type { TaskTemplate } from "./task-template.ts";

/** What is not done so long after it was due is late. Counted as the task itself is. */
const graceMs = 60 * 60_000;
const minute = 60_000;

export interface TimeFrame {
  readonly at: number;
  /** The team's; `null`: the clock on the wall. */
  readonly hours: Hours | null;
  /** The whole company is closed until then; `null`: it is not. */
  readonly closedUntil: number | null;
}

/** When a task of a template is due, late, and when its owner is reminded. */
export function timesOf(
  { dueMinutes, dueIn, remindBefore }: Pick<TaskTemplate, "dueMinutes" | "dueIn" | "remindBefore">,
  { at, hours, closedUntil }: TimeFrame,
): TaskTimes {
  const counted = dueIn === "team" ? hours : null;
  const from = dueIn === "team" && closedUntil !== null ? Math.max(at, closedUntil) : at;
  return timesAround(addTime(counted, from, dueMinutes * minute), { at, hours: counted, remindBefore });
}

/** The same for a time that somebody chose. */
export function timesAround(
  dueAt: number,
  { at, hours, remindBefore }: Pick<TimeFrame, "at" | "hours"> & { readonly remindBefore: readonly number[] },
): TaskTimes {
  const reminders = remindBefore.map((minutes) => dueAt - minutes * minute).filter((time) => time > at && time < dueAt);
  return {
    dueAt,
    overdueAt: addTime(hours, dueAt, graceMs),
    reminders: [...new Set(reminders)].toSorted((one, other) => one - other),
  };
}

/** A team that is never open still has to keep its promises: then the clock on the wall counts. */
function addTime(hours: Hours | null, from: number, ms: number): number {
  return addBusinessMs(hours, from, ms) ?? from + ms;
}
