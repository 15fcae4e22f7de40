import type { Resolved } from "../conversation/state.ts";
import type { Hours } from "../hours/hours.ts";
import type { Settings } from "../settings/settings.ts";
import { newQueue, type Queue } from "./queue.ts";

/** A team or a person is asked as a queue is that nobody has set up; so is a queue that is no more. */
export function queueOf({ type, id, teamIds }: Resolved, { queues }: Pick<Settings, "queues">): Queue {
  const queue = type === "queue" ? queues[id] : undefined;
  return queue ?? newQueue({ id, name: id, teams: teamIds });
}

/** When its people are there: its own hours, or those of its first team; `null`: always. */
export function hoursOfQueue(
  queue: Pick<Queue, "hours" | "teams">,
  { hours, teams }: Pick<Settings, "hours" | "teams">,
): Hours | null {
  const id = queue.hours ?? teams[queue.teams[0] ?? ""]?.hours;
  return (id === undefined ? undefined : hours[id]) ?? null;
}
