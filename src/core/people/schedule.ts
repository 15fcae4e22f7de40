import { hoursStateAt, nextChange } from "../hours/hours-state.ts";
import { own } from "../rules/destination.ts";
import type { Settings } from "../settings/settings.ts";
import { absenceAt } from "./absence.ts";
import type { Agent } from "./agent.ts";

/** How long before the end of a shift people are reminded of what they still have. */
export const shiftWarningMs = 30 * 60_000;

type Clocked = Pick<Agent, "shift" | "absences" | "leftAt">;

/** When somebody's shift or absence is next another one, or its end is near; `null`: nothing is known to change. */
export function nextScheduleChange(agent: Clocked, settings: Pick<Settings, "hours">, at: number): number | null {
  if (agent.leftAt !== null) return null;
  const hours = agent.shift === null ? null : own(settings.hours, agent.shift);
  const end = shiftEnd(agent, settings, at);
  const instants = [
    ...agent.absences.flatMap(({ from, to }) => [from, ...(to === null ? [] : [to])]),
    ...(hours ? [nextChange(hours, at) ?? at] : []),
    ...(end === null ? [] : [end - shiftWarningMs]),
  ].filter((instant) => instant > at);
  return instants.length === 0 ? null : Math.min(...instants);
}

/** When the shift ends that somebody is working now; `null`: they are not working one, or it does not end. */
export function shiftEnd({ shift, absences }: Clocked, settings: Pick<Settings, "hours">, at: number): number | null {
  const hours = shift === null ? null : own(settings.hours, shift);
  if (!hours || absenceAt(absences, at) || hoursStateAt(hours, at) !== "open") return null;
  return nextChange(hours, at);
}
