import type { Hours } from "../hours/hours.ts";
import { fold } from "../rules/fold-facts.ts";
import type { Priority } from "../rules/rule.ts";
import type { Settings } from "../settings/settings.ts";
import type { SlaPolicy } from "./sla-policy.ts";

/** What of a conversation decides by when it is answered. */
export interface SlaFacts {
  readonly priority: Priority;
  readonly channelId: string;
  readonly channelKind: string;
  /** Whose it is, as the customer is told: the destination's first; `null`: nobody's in particular. */
  readonly teamId: string | null;
}

/** The first that applies; `null`: nothing is promised. */
export function choosePolicy({ slas }: Pick<Settings, "slas">, facts: SlaFacts): SlaPolicy | null {
  return inOrder(slas).find((policy) => appliesTo(policy, facts)) ?? null;
}

/** Tried by position, equal ones by id, as rules are. */
export function inOrder(slas: Settings["slas"]): readonly SlaPolicy[] {
  return Object.values(slas).sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
}

/** What it is counted in: `null` is the clock on the wall, also for the hours of a team that has none. */
export function hoursOfSla(
  { hours }: Pick<SlaPolicy, "hours">,
  settings: Pick<Settings, "hours" | "teams">,
  teamId: string | null,
): Hours | null {
  if (hours === "always") return null;
  const id = hours === "team" ? settings.teams[teamId ?? ""]?.hours : hours.id;
  return settings.hours[id ?? ""] ?? null;
}

function appliesTo({ applies }: SlaPolicy, { priority, channelId, channelKind, teamId }: SlaFacts): boolean {
  const { priorities, channels, teams } = applies;
  const channel = [fold(channelId), fold(channelKind)];
  return (
    (priorities.length === 0 || priorities.includes(priority)) &&
    (channels.length === 0 || channels.some((named) => channel.includes(fold(named)))) &&
    (teams.length === 0 || (teamId !== null && teams.includes(teamId)))
  );
}
