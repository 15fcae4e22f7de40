import { type Interval, openIntervals } from "../hours/open-intervals.ts";
import type { Absence } from "../people/absence.ts";
import type { Agent } from "../people/agent.ts";
import type { Settings } from "../settings/settings.ts";
import { isOnDuty, shiftsAt } from "./on-duty.ts";
import type { Queue } from "./queue.ts";
import { hoursOfQueue } from "./queue-of.ts";
import { isMeant, type Scope } from "./scope.ts";
import { united, without } from "./spans.ts";

/** A queue that is open while nobody of its people is on shift. */
export interface DutyGap {
  readonly queueId: string;
  readonly from: number;
  readonly to: number;
}

export interface Roster {
  readonly agents: readonly Agent[];
  readonly settings: Pick<Settings, "queues" | "teams" | "hours">;
}

/** How far ahead a lead is warned. */
export const aheadMs = 24 * 3_600_000;
/** Between two shifts there may be a breath. */
const shortestGapMs = 5 * 60_000;

/**
 * Which queues will be open with nobody there. Somebody without a shift may be there at any time, so that only those
 * whose people all work by shifts can be known to be empty. A queue that nobody at all is in is a gap whenever it is open.
 */
export function dutyGaps({ agents, settings }: Roster, from: number, to = from + aheadMs): readonly DutyGap[] {
  const shiftSpans = spansOfShifts(settings, from, to);
  return Object.values(settings.queues).flatMap((queue) => {
    const people = agents.filter((agent) => isCounted(agent) && isMeant(agent, scopeOf(queue)));
    const covered = united(people.flatMap((agent) => presentSpans(agent, shiftSpans, { start: from, end: to })));
    const hours = hoursOfQueue(queue, settings);
    const open = hours ? [...openIntervals(hours, from, to)] : [{ start: from, end: to }];
    return without(open, covered)
      .filter(({ start, end }) => end - start >= shortestGapMs)
      .map(({ start, end }) => ({ queueId: queue.id, from: start, to: end }));
  });
}

/** Whoever is meant and on duty at this moment, whether or not they could take one more. */
export function peopleOnDuty({ agents, settings }: Roster, queueId: string, at: number): readonly Agent[] {
  const queue = settings.queues[queueId];
  if (!queue) return [];
  const isOnShift = shiftsAt(at, settings);
  const scope = scopeOf(queue);
  return agents.filter((agent) => isCounted(agent) && isMeant(agent, scope) && isOnDuty(agent, at, isOnShift));
}

function isCounted({ isTest, leftAt }: Agent): boolean {
  return !isTest && leftAt === null;
}

/** With everybody the steps would add: a lead need not be warned of a gap that a step closes. */
function scopeOf({ teams, steps }: Queue): Scope {
  const added = teams.length === 0 ? [] : steps.flatMap((step) => step.teams);
  return { type: "teams", teamIds: new Set([...teams, ...added]) };
}

type ShiftSpans = (shift: string | null) => readonly Interval[];

/** Ten thousand people work in a few shifts. */
function spansOfShifts({ hours }: Pick<Settings, "hours">, from: number, to: number): ShiftSpans {
  const known = new Map<string, readonly Interval[]>();
  return (shift) => {
    const worked = shift === null ? undefined : hours[shift];
    if (shift === null || !worked) return [{ start: from, end: to }];
    const spans = known.get(shift) ?? [...openIntervals(worked, from, to)];
    known.set(shift, spans);
    return spans;
  };
}

function presentSpans({ shift, absences }: Agent, spansOf: ShiftSpans, within: Interval): readonly Interval[] {
  const away = united(absences.map((absence) => spanOf(absence, within)));
  return away.length === 0 ? spansOf(shift) : without(spansOf(shift), away);
}

function spanOf({ from, to }: Absence, within: Interval): Interval {
  return { start: from, end: to ?? within.end };
}
