import type { Hours, Window } from "../../src/core/hours/hours.ts";
import { type Agent, newAgent } from "../../src/core/people/agent.ts";
import { newQueue, type Queue } from "../../src/core/routing/queue.ts";
import type { Rule } from "../../src/core/rules/rule.ts";
import type { Settings } from "../../src/core/settings/settings.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import type { Random } from "../support/random.ts";

/** A day of a company: who works when, who writes when, and what the leads have settled. */
export interface DayPlan {
  readonly startsAt: number;
  readonly settings: Settings;
  readonly agents: readonly Agent[];
  readonly arrivals: readonly Arrival[];
}

export interface Arrival {
  readonly at: number;
  readonly customer: string;
  readonly queueId: string;
  /** How long they wait before they give up; `null`: as long as it takes. */
  readonly patienceMs: number | null;
}

export interface DaySize {
  readonly agents: number;
  readonly queues: number;
  readonly handoffs: number;
}

const hour = 3_600_000;
const shifts = ["early", "day", "late", "night"] as const;
const shiftWindows: Readonly<Record<(typeof shifts)[number], Window>> = {
  early: { from: "06:00", to: "14:00" },
  day: { from: "09:00", to: "17:00" },
  late: { from: "14:00", to: "22:00" },
  night: { from: "22:00", to: "06:00" },
};
/** A Wednesday, in winter. */
const startsAt = Date.UTC(2026, 11, 2);

export function planDay(size: DaySize, random: Random): DayPlan {
  const queueIds = Array.from({ length: size.queues }, (_, index) => `queue-${index + 1}`);
  return {
    startsAt,
    settings: settingsOf(queueIds, random.stream("settings")),
    agents: agentsOf(size, queueIds, random.stream("agents")),
    arrivals: arrivalsOf(size, queueIds, random.stream("arrivals")),
  };
}

const teamOf = (queueId: string) => queueId.replace("queue", "team");

function settingsOf(queueIds: readonly string[], random: Random): Settings {
  const queues = queueIds.map((id, index) => queueOf(id, queueIds[(index + 1) % queueIds.length] ?? id, random));
  // One team in ten has a holiday, and one in five closes for the night.
  const teams = queueIds.map((id, index) => ({
    ...{ id: teamOf(id), name: teamOf(id), headId: null },
    hours: index % 10 === 9 ? "holiday" : index % 5 === 4 ? "office" : "always",
  }));
  return {
    ...starterSettings,
    handoff: { ...starterSettings.handoff, exhaustion: { afterMinutes: 15, alert: [], task: null, then: "stay" } },
    people: { ...starterSettings.people, firstResponse: { holdMinutes: 4, reassignMinutes: 8 } },
    rules: byId(queueIds.map((id, index) => ruleTo(id, index))),
    hours: {
      ...starterSettings.hours,
      ...byId([officeHours("office", false), officeHours("holiday", true), ...shiftHours()]),
    },
    queues: { ...starterSettings.queues, ...byId(queues) },
    teams: { ...starterSettings.teams, ...byId(teams) },
  };
}

function queueOf(id: string, nextId: string, random: Random): Queue {
  const strategies = ["longest-idle", "least-loaded", "round-robin", "random"] as const;
  const isBroadcast = random.happens(0.1);
  return newQueue({
    ...{ id, name: id, teams: [teamOf(id)] },
    mode: random.happens(0.1) ? "pull" : "push",
    strategy: isBroadcast ? { type: "broadcast", most: 5 } : { type: random.pick(strategies) },
    steps: random.happens(0.5) ? [{ afterSeconds: 240, teams: [teamOf(nextId)], priority: "high", skipIf: null }] : [],
    overflow: {
      before: [],
      after: random.happens(0.3)
        ? [{ when: { type: "wait", overMinutes: 10 }, then: { type: "queue", id: nextId } }]
        : [],
    },
    requestSeconds: random.pick([45, 60, 120]),
    offDuty: "never",
  });
}

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

function officeHours(id: string, isHoliday: boolean): Hours {
  const day: readonly Window[] = [{ from: "08:00", to: "18:00" }];
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] };
  const exceptions = isHoliday ? [{ date: "2026-12-02", name: "Holiday", isHoliday: true, windows: [] }] : [];
  return { id, name: id, timeZone: "Europe/Berlin", week, exceptions };
}

function shiftHours(): readonly Hours[] {
  return shifts.map((id) => {
    const day = [shiftWindows[id]];
    const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day };
    return { id: `shift-${id}`, name: id, timeZone: "UTC", week, exceptions: [] };
  });
}

function agentsOf({ agents }: DaySize, queueIds: readonly string[], random: Random): readonly Agent[] {
  return Array.from({ length: agents }, (_, index) => {
    const team = teamOf(queueIds[index % queueIds.length] ?? "");
    const second = teamOf(queueIds[random.between(0, queueIds.length - 1)] ?? "");
    const isShifted = random.happens(0.85);
    const isAbsent = random.happens(0.04);
    const absence = { id: "leave", from: startsAt, to: startsAt + 30 * hour, reason: null, substituteId: null };
    return newAgent({
      ...{ id: `agent-${index + 1}`, name: `Agent ${index + 1}`, capacity: random.between(2, 5) },
      teamIds: random.happens(0.3) && second !== team ? [team, second] : [team],
      shift: isShifted ? `shift-${random.pick(["early", "day", "day", "late", "night"])}` : null,
      absences: isAbsent ? [absence] : [],
    });
  });
}

/** Two humps, at ten and at half past three, and a few at night. */
function arrivalsOf({ handoffs }: DaySize, queueIds: readonly string[], random: Random): readonly Arrival[] {
  const arrivals = Array.from({ length: handoffs }, (_, index): Arrival => {
    const hump = random.happens(0.12) ? random.next() * 24 : around(random.happens(0.5) ? 10 : 15.5, random);
    return {
      at: startsAt + Math.floor(hump * hour),
      customer: `customer-${index + 1}`,
      queueId: queueIds[Math.floor(random.next() ** 1.5 * queueIds.length)] ?? "",
      patienceMs: random.happens(0.15) ? random.between(60, 1_800) * 1_000 : null,
    };
  });
  return arrivals.sort((one, other) => one.at - other.at);
}

function around(middle: number, random: Random): number {
  const spread = random.next() + random.next() + random.next() - 1.5;
  return Math.min(23.99, Math.max(0, middle + spread * 3));
}

function byId<Value extends { readonly id: string }>(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}
