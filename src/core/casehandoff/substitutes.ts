import type { Absence } from "../people/absence.ts";
import type { Agent } from "../people/agent.ts";

/** An absence in which somebody is named who is asked instead. */
export interface NamedSubstitute {
  readonly agentId: string;
  readonly absenceId: string;
}

export interface SubstitutesOutcome {
  readonly changed: readonly NamedSubstitute[];
  /** Whose absences name the subject still: nobody is their own substitute. */
  readonly keptOf: readonly string[];
}

/** Of an absence that is not over. */
export function isSubstitute(absence: Absence, agentId: string, at: number): boolean {
  return absence.substituteId === agentId && (absence.to === null || absence.to > at);
}

/** Who is named instead: in all of their open absences, or in these. What names somebody else by now is left alone. */
export function replaceSubstitute(
  agent: Agent,
  { fromId, toId, at, only }: ReplacedSubstitute,
): { readonly agent: Agent; readonly changed: readonly NamedSubstitute[] } {
  const named = agent.absences.filter((absence) => {
    const isMeant = only === null || only.some((one) => one.agentId === agent.id && one.absenceId === absence.id);
    return isMeant && isSubstitute(absence, fromId, at);
  });
  if (named.length === 0) return { agent, changed: [] };
  const absences = agent.absences.map((one) => (named.includes(one) ? { ...one, substituteId: toId } : one));
  return { agent: { ...agent, absences }, changed: named.map(({ id }) => ({ agentId: agent.id, absenceId: id })) };
}

export interface ReplacedSubstitute {
  readonly fromId: string;
  readonly toId: string;
  readonly at: number;
  /** `null`: all of them. */
  readonly only: readonly NamedSubstitute[] | null;
}
