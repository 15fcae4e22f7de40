import type { Hours } from "../hours/hours.ts";
import type { Team } from "../people/people-settings.ts";
import type { Queue } from "../routing/queue.ts";
import type { Settings } from "../settings/settings.ts";
import type { Destination } from "./rule.ts";

/** The queue itself; `null` for a team or person, or when there is no such queue. */
export function queueOf({ type, id }: Destination, { queues }: Pick<Settings, "queues">): Queue | null {
  return type === "queue" ? own(queues, id) : null;
}

/** Whom the customer is told of: a queue's first team. A person speaks for no team. */
export function teamOf(destination: Destination, settings: Pick<Settings, "queues" | "teams">): Team | null {
  const teamId = destination.type === "team" ? destination.id : queueOf(destination, settings)?.teams[0];
  return teamId === undefined ? null : own(settings.teams, teamId);
}

/** When somebody is there: the queue's own hours, else its team's; `null`: nobody has said. */
export function hoursOf(
  destination: Destination,
  settings: Pick<Settings, "queues" | "teams" | "hours">,
): Hours | null {
  const hours = queueOf(destination, settings)?.hours ?? teamOf(destination, settings)?.hours;
  return hours === undefined ? null : own(settings.hours, hours);
}

/** Ids are the lead's; `constructor` is one, too. */
export function own<Value>(collection: Readonly<Record<string, Value>>, id: string): Value | null {
  return Object.hasOwn(collection, id) ? (collection[id] ?? null) : null;
}
