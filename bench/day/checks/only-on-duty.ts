import type { EngagementRecord } from "../../../src/core/conversation/record.ts";
import { wasThere } from "../diary.ts";
import type { Evidence } from "../evidence.ts";
import { isOnShift } from "../opening-times.ts";
import type { PlannedPerson } from "../plan-people.ts";
import type { Check } from "./check.ts";

/** I7: nobody is asked, or given anything, outside their shift, in their holidays, or while they are not there. */
export const onlyOnDuty: Check = {
  name: "nobody is asked while they are not on duty",
  find: (evidence) => {
    const people = new Map(evidence.plan.people.map((person) => [person.agent.id, person]));
    return evidence.conversations.flatMap(({ id, records }) =>
      records.flatMap((record) => {
        const agentId = givenTo(record);
        if (agentId === null) return [];
        const reason = whyNot(people.get(agentId), record.at, evidence);
        return reason === null ? [] : [`${agentId} was given ${id} while ${reason}`];
      }),
    );
  },
};

/** By routing; what people take by themselves is their own matter. */
function givenTo(record: EngagementRecord): string | null {
  if (record.actor.type !== "system") return null;
  if (record.type === "request") return record.agentId;
  return record.type === "control" && record.to === "human" ? record.agentId : null;
}

function whyNot(person: PlannedPerson | undefined, at: number, { diary }: Evidence): string | null {
  if (!person) return "nobody knows them";
  const { agent, shift } = person;
  if (!isOnShift(shift, at)) return "off their shift";
  if (agent.absences.some(({ from, to }) => from <= at && (to === null || at < to))) return "absent";
  return wasThere(diary.presence.get(agent.id) ?? [], at) ? null : "away";
}
