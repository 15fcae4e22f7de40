import { absenceAt } from "../people/absence.ts";
import type { Agent } from "../people/agent.ts";
import { isAmong, isOverAll } from "../routing/scope.ts";
import type { Destination } from "../rules/rule.ts";
import type { Settings } from "../settings/settings.ts";

/** One person who is told, once, whichever of the targets mean them. */
export interface Recipient {
  readonly agent: Agent;
  /** The first target that means them. */
  readonly target: Destination;
  /** `member`: of a team that is told as a whole. `head`: instead of somebody who left. */
  readonly as: "named" | "member" | "substitute" | "head";
}

export interface Circle {
  readonly agents: readonly Agent[];
  readonly settings: Pick<Settings, "teams" | "queues">;
  readonly at: number;
  /** Nobody is told what they did themselves. */
  readonly actorId: string | null;
}

/** Whoever is named comes before the members of a team, so that it counts as meant for them. */
export function recipientsOf(targets: readonly Destination[], circle: Circle): readonly Recipient[] {
  const named = targets.filter(({ type }) => type === "agent").flatMap((target) => namedBy(target, circle));
  const members = targets.filter(({ type }) => type !== "agent").flatMap((target) => membersOf(target, circle));
  const told = new Map<string, Recipient>();
  for (const recipient of [...named, ...members]) {
    const { id, leftAt, isTest } = recipient.agent;
    const isMeant = leftAt === null && id !== circle.actorId && !isTest;
    if (isMeant && !told.has(id)) told.set(id, recipient);
  }
  return [...told.values()];
}

function namedBy(target: Destination, circle: Circle): readonly Recipient[] {
  const agent = circle.agents.find(({ id }) => id === target.id);
  if (!agent) return [];
  if (agent.leftAt !== null) return headsOf(agent, circle).map((head) => ({ agent: head, target, as: "head" }));
  const substitute = substituteOf(agent, circle);
  return [
    { agent, target, as: "named" },
    ...(substitute ? [{ agent: substitute, target, as: "substitute" } as const] : []),
  ];
}

/** Of somebody who is absent: the first in the chain who is not; `null`: nobody stands in, or everybody is away. */
function substituteOf(agent: Agent, { agents, at }: Circle): Agent | null {
  const asked = new Set<string>();
  let current: Agent | undefined = agent;
  while (current && !asked.has(current.id)) {
    asked.add(current.id);
    const absence = absenceAt(current.absences, at);
    const isThere = current.leftAt === null && absence === null;
    if (isThere) return current === agent ? null : current;
    const substituteId: string | null = absence?.substituteId ?? null;
    current = agents.find(({ id }) => id === substituteId);
  }
  return null;
}

function headsOf({ teamIds }: Agent, { agents, settings }: Circle): readonly Agent[] {
  const headIds = new Set(teamIds.flatMap((id) => settings.teams[id]?.headId ?? []));
  return agents.filter(({ id }) => headIds.has(id));
}

/** Whom routing would give work there. Where that is nobody who works here, the leads of no team: somebody hears of it. */
function membersOf({ type, id }: Destination, { agents, settings }: Circle): readonly Recipient[] {
  const teamIds = type === "team" ? [id] : settings.queues[id]?.teams;
  // A queue that is no more has no people.
  if (!teamIds) return [];
  const target = { type, id };
  const members = agents.filter((agent) => isAmong(agent, { type, id, teamIds }));
  const isAnybody = members.some(({ leftAt, isTest }) => leftAt === null && !isTest);
  return (isAnybody ? members : agents.filter(isOverAll)).map((agent) => ({ agent, target, as: "member" }));
}
