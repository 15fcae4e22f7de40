import { absenceAt } from "../people/absence.ts";
import { type Agent, hasRoom, type Load } from "../people/agent.ts";
import type { Exclusion } from "./decision.ts";
import { hasSkills, type Needs, writes } from "./needs.ts";
import type { ShiftCheck } from "./on-duty.ts";

/** What stands between somebody who is meant and this conversation; `null`: nothing (I6, I7). */
export interface Bounds {
  readonly conversationId: string;
  readonly isTest: boolean;
  readonly load: Load;
  readonly at: number;
  readonly declinedBy: ReadonlySet<string>;
  readonly needs: Needs;
  readonly isOnShift: ShiftCheck;
  /** The queue asks also those whose shift is over or who are absent, as long as they are there. */
  readonly asksOffDuty: boolean;
  readonly ringsAtOnce: number;
}

/** What matters most comes first: somebody who left is not "full". */
export function exclusionOf(agent: Agent, bounds: Bounds): Exclusion | null {
  return personalExclusion(agent, bounds) ?? needExclusion(agent, bounds.needs) ?? roomExclusion(agent, bounds);
}

/** About the person, whatever the work. */
export function personalExclusion(agent: Agent, bounds: Bounds): Exclusion | null {
  if (agent.isTest !== bounds.isTest) return "test";
  if (agent.leftAt !== null) return "left";
  if (bounds.declinedBy.has(agent.id)) return "declined";
  if (!bounds.asksOffDuty && absenceAt(agent.absences, bounds.at)) return "absent";
  if (agent.presence !== "available") return agent.presence;
  return bounds.asksOffDuty || bounds.isOnShift(agent) ? null : "off-shift";
}

function roomExclusion(agent: Agent, { load, ringsAtOnce, conversationId }: Bounds): Exclusion | null {
  if (ringing(agent) >= ringsAtOnce) return "ringing";
  return hasRoom(agent, load, conversationId) ? null : "full";
}

/** For whoever gets it without being asked: what rings for them meanwhile does not matter, their places do. */
export function exclusionFromGift(agent: Agent, bounds: Bounds): Exclusion | null {
  const personal = personalExclusion(agent, bounds);
  if (personal) return personal;
  return hasRoom(agent, bounds.load, bounds.conversationId) ? null : "full";
}

/** How many wait for their answer. */
export function ringing({ holds }: Pick<Agent, "holds">): number {
  let count = 0;
  for (const id in holds) if (holds[id]?.as === "offered") count++;
  return count;
}

function needExclusion(agent: Agent, { skills, language }: Needs): Exclusion | null {
  if (!hasSkills(agent, skills)) return "skill";
  return language.need === "required" && !writes(agent, language.of) ? "language" : null;
}
