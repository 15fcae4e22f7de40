import type { GoneReason } from "../conversation/state.ts";
import { hoursStateAt } from "../hours/hours-state.ts";
import { own } from "../rules/destination.ts";
import type { Settings } from "../settings/settings.ts";
import { absenceAt } from "./absence.ts";
import type { Agent } from "./agent.ts";

/** The reason of a status that the system gave: their console has not been heard of. */
export const disconnected = "disconnected";

/** Whether somebody is not there for what they have, and why; what holds longest is named first. `null`: they are there. */
export function goneReason(agent: Agent, settings: Pick<Settings, "hours">, at: number): GoneReason | null {
  if (agent.leftAt !== null) return "left";
  if (absenceAt(agent.absences, at)) return "absent";
  if (isOffShift(agent, settings, at)) return "off-shift";
  if (agent.presence === "available" || agent.presence === "busy") return null;
  return agent.status.by === "system" && agent.status.reason === disconnected ? "disconnected" : "away";
}

/** Hours that are no more bind nobody. */
function isOffShift({ shift }: Agent, { hours }: Pick<Settings, "hours">, at: number): boolean {
  const worked = shift === null ? null : own(hours, shift);
  return worked !== null && hoursStateAt(worked, at) !== "open";
}
