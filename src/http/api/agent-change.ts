import type * as z from "zod";
import type { Absence } from "../../core/people/absence.ts";
import type { AgentChange } from "../../engine/agents.ts";
import type { Ids } from "../../ports/ids.ts";
import type { agentChange } from "../../protocol/agents.ts";

type ChangeBody = Omit<z.output<typeof agentChange>, "revision">;

/** Only what was sent: a field that is there and undefined would overwrite. */
export function changeOf({ absences, hasLeft, ...change }: ChangeBody, ids: Ids): AgentChange {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as AgentChange;
  return {
    ...given,
    ...(absences === undefined ? {} : { absences: absences.map((absence) => absenceOf(absence, ids)) }),
    ...(hasLeft === false ? { leftAt: null } : {}),
  };
}

type AbsenceBody = NonNullable<ChangeBody["absences"]>[number];

function absenceOf({ id, from, to, reason, substituteId }: AbsenceBody, ids: Ids): Absence {
  return {
    id: id ?? ids.next("abs"),
    from: Date.parse(from),
    to: to == null ? null : Date.parse(to),
    reason: reason ?? null,
    substituteId: substituteId ?? null,
  };
}
