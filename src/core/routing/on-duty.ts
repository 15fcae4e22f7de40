import { hoursStateAt } from "../hours/hours-state.ts";
import { absenceAt } from "../people/absence.ts";
import type { Agent } from "../people/agent.ts";
import type { Settings } from "../settings/settings.ts";

/** Whether a shift is on at one moment. Asked of a thousand people, and a company has few shifts. */
export type ShiftCheck = (agent: Pick<Agent, "shift">) => boolean;

export function shiftsAt(at: number, { hours }: Pick<Settings, "hours">): ShiftCheck {
  const known = new Map<string, boolean>();
  return ({ shift }) => {
    if (shift === null) return true;
    const remembered = known.get(shift);
    if (remembered !== undefined) return remembered;
    const worked = hours[shift];
    // A shift that is no more binds nobody.
    const isOn = worked === undefined || hoursStateAt(worked, at) === "open";
    known.set(shift, isOn);
    return isOn;
  };
}

/** There, and meant to be: whether they can take one more is another question. */
export function isOnDuty(agent: Agent, at: number, isOnShift: ShiftCheck): boolean {
  const isThere = agent.presence === "available" || agent.presence === "busy";
  return isThere && agent.leftAt === null && isOnShift(agent) && absenceAt(agent.absences, at) === null;
}
