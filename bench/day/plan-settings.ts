import type { Hours, Window } from "../../src/core/hours/hours.ts";
import { newQueue, type Queue } from "../../src/core/routing/queue.ts";
import type { Rule } from "../../src/core/rules/rule.ts";
import type { Settings } from "../../src/core/settings/settings.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import type { SlaPolicy } from "../../src/core/sla/sla-policy.ts";
import type { Random } from "../support/random.ts";
import { firstDate, type Opening, officeHours, type Span, shiftHours, shiftNames } from "./opening-times.ts";

/** Nobody waits longer than this, while somebody could come, without being told that nobody did. */
export const exhaustMinutes = 15;
export const idleMinutes = 10;

/** What every customer is promised, on the clock on the wall. */
export const promised = { firstResponse: 5, nextResponse: 5, resolution: 20 } as const;
const unnoticed = { notify: [], priority: null, queue: null } as const;
const promise: SlaPolicy = {
  ...{ id: "promise", name: "Everybody", position: 1, targets: promised, hours: "always", warnAtPercent: 75 },
  ...{ applies: { priorities: [], channels: [], teams: [] }, onWarning: unnoticed, onBreach: unnoticed },
};

export const teamOf = (queueId: string) => queueId.replace("queue", "team");

export function planSettings(
  queueIds: readonly string[],
  openings: Readonly<Record<string, Opening>>,
  random: Random,
): Settings {
  const queues = queueIds.map((id, index) =>
    queueOf({ id, index, nextId: queueIds[(index + 1) % queueIds.length] ?? id }, random),
  );
  const teams = queueIds.map((id) => {
    return { id: teamOf(id), name: teamOf(id), headId: null, hours: openings[id] ?? "always" };
  });
  const exhaustion = { afterMinutes: exhaustMinutes, alert: [], task: null, then: "stay" } as const;
  const destination = { type: "queue", id: queueIds[0] ?? "" } as const;
  return {
    ...starterSettings,
    handoff: { ...starterSettings.handoff, destination, exhaustion },
    surveys: { isEnabled: true, delayMinutes: 5, openHours: 168 },
    slas: byId([promise]),
    people: { ...starterSettings.people, idleMinutes, firstResponse: { holdMinutes: 4, reassignMinutes: 8 } },
    rules: byId(queueIds.map((id, index) => ruleTo(id, index))),
    hours: { ...starterSettings.hours, ...byId([office("office"), office("holiday"), ...shifts()]) },
    queues: { ...starterSettings.queues, ...byId(queues) },
    teams: { ...starterSettings.teams, ...byId(teams) },
  };
}

interface PlannedQueue {
  readonly id: string;
  readonly index: number;
  readonly nextId: string;
}

/** Of every kind some, by their place in the list, so that there are also of a few. */
function queueOf({ id, index, nextId }: PlannedQueue, random: Random): Queue {
  const next = { type: "queue", id: nextId } as const;
  return newQueue({
    ...{ id, name: id, teams: [teamOf(id)] },
    mode: index % 10 === 2 ? "pull" : "push",
    strategy: index % 10 === 3 ? { type: "broadcast", most: 5 } : { type: random.pick(strategies) },
    steps: index % 2 === 0 ? [{ afterSeconds: 240, teams: [teamOf(nextId)], priority: "high", skipIf: null }] : [],
    overflow: { before: [], after: index % 3 === 1 ? [{ when: { type: "wait", overMinutes: 3 }, then: next }] : [] },
    requestSeconds: random.pick([45, 60, 120]),
    offDuty: "never",
  });
}

const strategies = ["longest-idle", "least-loaded", "round-robin", "random"] as const;

function ruleTo(queueId: string, position: number): Rule {
  return {
    ...{ id: `to-${queueId}`, name: `To ${queueId}`, isEnabled: true, position, reviewedAt: null },
    when: [{ type: "property", name: "line", is: [queueId], mustBeTrusted: true }],
    then: {
      ...{ action: "handoff", behaviour: "unassign", fallback: null, assistsWhileWaiting: null, notify: [], tasks: [] },
      ...{ destination: { type: "queue", id: queueId }, priority: position % 4 === 0 ? "high" : "normal" },
    },
  };
}

function office(id: Exclude<Opening, "always">): Hours {
  const day: readonly Window[] = [windowOf(officeHours)];
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] };
  const exceptions = id === "holiday" ? [{ date: firstDate, name: "Holiday", isHoliday: true, windows: [] }] : [];
  return { id, name: id, timeZone: "Europe/Berlin", week, exceptions };
}

function shifts(): readonly Hours[] {
  return shiftNames.map((id) => {
    const day = [windowOf(shiftHours[id])];
    const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day };
    return { id: `shift-${id}`, name: id, timeZone: "UTC", week, exceptions: [] };
  });
}

function windowOf({ from, to }: Span): Window {
  const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
  return { from: clock(from), to: clock(to) };
}

function byId<Value extends { readonly id: string }>(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}
