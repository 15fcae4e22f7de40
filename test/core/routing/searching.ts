import type { Resolved } from "../../../src/core/conversation/state.ts";
import type { Hours } from "../../../src/core/hours/hours.ts";
import { type Agent, type Hold, plainLoad } from "../../../src/core/people/agent.ts";
import type { PeopleSettings } from "../../../src/core/people/people-settings.ts";
import { decideRoute, type RouteInput } from "../../../src/core/routing/decide-route.ts";
import type { RoutingDecision } from "../../../src/core/routing/decision.ts";
import { newQueue, type Queue } from "../../../src/core/routing/queue.ts";
import { compilePolicy, type Policy } from "../../../src/core/settings/policy.ts";
import { noSwitches } from "../../../src/core/settings/settings.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { person } from "../../support/engine.ts";

const starter = compilePolicy(1, starterSettings, noSwitches);

/** A Saturday, 09:00 in UTC. */
export const enteredAt = Date.UTC(2026, 10, 21, 9);

export interface Searched {
  readonly agents: readonly Agent[];
  readonly queue?: Partial<Queue>;
  readonly others?: readonly Partial<Queue>[];
  readonly people?: Partial<PeopleSettings>;
  readonly hours?: readonly Hours[];
  readonly handoff?: Partial<RouteInput["handoff"]>;
  readonly input?: Partial<RouteInput>;
  /** How long it has waited. */
  readonly afterSeconds?: number;
}

/** A handoff in the queue `billing` of the team `billers`, with what differs. */
export function searching(searched: Searched): RouteInput {
  const { agents, handoff, input, afterSeconds = 0 } = searched;
  return {
    handoff: {
      id: "con_1.h1",
      declinedBy: [],
      preferredAgentId: null,
      destination: toQueue,
      exhaustedAt: null,
      enteredQueueAt: enteredAt,
      queues: ["billing"],
      priority: "normal",
      ...handoff,
    },
    conversation: { id: "con_1", isTest: false, locale: "en" },
    load: plainLoad,
    agents,
    policy: policyWith(searched),
    at: enteredAt + afterSeconds * 1_000,
    external: null,
    ...input,
  };
}

export function decided(searched: Searched): RoutingDecision {
  return decideRoute(searching(searched));
}

/** Whom it asks, or gives it to; otherwise what comes of it. */
export function found(searched: Searched): string {
  const { outcome } = decided(searched);
  if (outcome.type === "ask") return outcome.agentIds.join(" ");
  return outcome.type === "give" ? `to ${outcome.agentId}` : outcome.type;
}

/** Why each one is not asked. */
export function excluded(searched: Searched): Record<string, string | null> {
  return Object.fromEntries(decided(searched).candidates.map(({ agentId, excluded }) => [agentId, excluded]));
}

const toQueue: Resolved = { type: "queue", id: "billing", teamIds: ["billers"] };

export function biller(id: string, differing: Partial<Agent> = {}): Agent {
  return person(id, { teamIds: ["billers"], languages: ["en"], ...differing });
}

export function holding(...held: readonly (readonly [Hold["as"], units?: number, channelKind?: string])[]) {
  const holds = held.map(([as, units = 1, channelKind = "web"], index) => {
    return [`con_held_${index}`, { as, units, channelKind, at: 0 }] as const;
  });
  return { holds: Object.fromEntries(holds) };
}

/** Every day from one full hour to another, in UTC. */
export function daily(id: string, from: number, to: number): Hours {
  const window = [{ from: `${two(from)}:00`, to: `${two(to)}:00` }];
  const onWeekdays = { monday: window, tuesday: window, wednesday: window, thursday: window, friday: window };
  const week = { ...onWeekdays, saturday: window, sunday: window };
  return { id, name: id, timeZone: "UTC", week, exceptions: [] };
}

function two(hour: number): string {
  return String(hour).padStart(2, "0");
}

function policyWith({ queue, others = [], people, hours = [] }: Searched): Policy {
  const queues = [
    { id: "billing", teams: ["billers"], ...queue },
    { id: "second", teams: ["sellers"] },
    { id: "third", teams: ["sellers"] },
    ...others,
  ].map((each) => newQueue({ id: "", name: "", teams: [], ...each }));
  const byId = <Value extends { id: string }>(values: readonly Value[]) =>
    Object.fromEntries(values.map((value) => [value.id, value]));
  const settings = {
    ...starterSettings,
    queues: byId(queues),
    people: { ...starterSettings.people, ...people },
    hours: { ...starterSettings.hours, ...byId(hours) },
  };
  // Routing reads the settings alone: the words of the starter set are compiled once for thousands of cases.
  return { ...starter, settings };
}
