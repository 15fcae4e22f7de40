import { own } from "../rules/destination.ts";
import type { Settings } from "../settings/settings.ts";
import type { Agent } from "./agent.ts";

export interface AgentProblem {
  /** The field, as `skills` or `absences.0.to`. */
  readonly path: string;
  readonly message: string;
}

type Named = Partial<Pick<Agent, "teamIds" | "shift" | "absences">>;

/** What is named exists in the settings in force, and an absence ends after it has begun. */
export function checkAgent(
  { teamIds = [], shift = null, absences = [] }: Named,
  { teams, hours }: Pick<Settings, "teams" | "hours">,
  { id, agentIds }: { readonly id: string; readonly agentIds: ReadonlySet<string> },
): readonly AgentProblem[] {
  return [
    ...teamIds.flatMap((teamId, index) =>
      own(teams, teamId) ? [] : [{ path: `teamIds.${index}`, message: `names team "${teamId}", which does not exist` }],
    ),
    ...(shift === null || own(hours, shift)
      ? []
      : [{ path: "shift", message: `names hours "${shift}", which do not exist` }]),
    ...absences.flatMap(({ from, to, substituteId }, index) => [
      ...(to !== null && to <= from ? [{ path: `absences.${index}.to`, message: "must be later than `from`" }] : []),
      ...(substituteId === id ? [{ path: `absences.${index}.substituteId`, message: "must be somebody else" }] : []),
      ...(substituteId === null || substituteId === id || agentIds.has(substituteId)
        ? []
        : [{ path: `absences.${index}.substituteId`, message: `names agent "${substituteId}", who does not exist` }]),
    ]),
  ];
}
