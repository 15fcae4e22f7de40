import { canCompileHours } from "../../core/hours/compile-hours.ts";
import type { Hours } from "../../core/hours/hours.ts";
import type { HandoffRow } from "../../core/reports/handoff-row.ts";
import { alwaysOpen, type OpenTimeline, openTimeline } from "../../core/reports/open-timeline.ts";
import { hoursOfQueue } from "../../core/routing/queue-of.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Store } from "../../ports/store.ts";
import { readContent } from "../settings/read-settings.ts";
import type { ReportReader } from "./read-rows.ts";

/** Business time of handoffs, by the hours that were in force when each was opened. */
export async function businessTime(
  reader: ReportReader,
  starter: Settings,
  rows: readonly HandoffRow[],
  now: number,
): Promise<(row: HandoffRow, from: number, to: number) => number> {
  const versions = new Map<number, Settings | null>();
  let earliest = now;
  for (const { settingsVersion, openedAt } of rows) {
    if (openedAt < earliest) earliest = openedAt;
    if (versions.has(settingsVersion)) continue;
    // Of settings only `load` is asked.
    versions.set(settingsVersion, await readContent({ store: reader as Store, starter }, settingsVersion));
  }
  /** By version, queue and team. */
  const timelines = new Map<number, Map<string | null, Map<string | null, OpenTimeline>>>();
  const byHours = new Map<string, OpenTimeline>();

  function timelineFor({ settingsVersion, queueId, teamId }: HandoffRow): OpenTimeline {
    const known = timelines.get(settingsVersion)?.get(queueId)?.get(teamId);
    if (known) return known;
    const hours = hoursOf(versions.get(settingsVersion) ?? starter, queueId, teamId);
    // Many versions have the same hours.
    const same = JSON.stringify(hours);
    const timeline = byHours.get(same) ?? (hours ? openTimeline(hours, earliest, now + 1) : alwaysOpen);
    byHours.set(same, timeline);
    const ofVersion = timelines.get(settingsVersion) ?? new Map<string | null, Map<string | null, OpenTimeline>>();
    const ofQueue = ofVersion.get(queueId) ?? new Map<string | null, OpenTimeline>();
    timelines.set(settingsVersion, ofVersion.set(queueId, ofQueue.set(teamId, timeline)));
    return timeline;
  }

  return (row, from, to) => timelineFor(row).msBetween(from, to);
}

function hoursOf(settings: Settings, queueId: string | null, teamId: string | null): Hours | null {
  const queue = queueId === null ? undefined : settings.queues[queueId];
  const hours = hoursOfQueue(queue ?? { hours: null, teams: teamId === null ? [] : [teamId] }, settings);
  return hours && canCompileHours(hours) ? hours : null;
}
