import { absenceAt } from "../people/absence.ts";
import type { Agent } from "../people/agent.ts";
import type { TaskTemplate } from "./task-template.ts";

export interface OwnerQuestion {
  /** Who has the conversation, or had it last. */
  readonly holderId: string | null;
  readonly headId: string | null;
  readonly isTest: boolean;
  /** When it has to be done: whoever is back by then can do it. */
  readonly dueAt: number;
  /** Everybody who may come into it, by id. */
  readonly people: ReadonlyMap<string, Agent>;
}

/** Whose it is; `null`: the team's, for anybody to take. */
export function chooseOwner(owner: TaskTemplate["owner"], question: OwnerQuestion): string | null {
  const wanted = wantedOwner(owner, question);
  return wanted === null ? null : standIn(wanted, question);
}

/** Before anybody stood in for anybody. */
export function wantedOwner(
  owner: TaskTemplate["owner"],
  { holderId, headId }: Pick<OwnerQuestion, "holderId" | "headId">,
): string | null {
  switch (owner.type) {
    case "holder":
      return holderId;
    case "head":
      return headId;
    case "agent":
      return owner.id;
    case "nobody":
      return null;
  }
}

/** Themselves where they can; else their substitute, else the head; `null`: the team has to see to it. */
export function standIn(agentId: string, question: Omit<OwnerQuestion, "holderId">): string | null {
  return whoIsThere(agentId, question) ?? (question.headId === null ? null : whoIsThere(question.headId, question));
}

/** Why somebody cannot do what is due then; `null`: they can. */
export function whyGone(agent: Agent | undefined, dueAt: number): "left" | "absent" | null {
  if (!agent || agent.leftAt !== null) return "left";
  return absenceAt(agent.absences, dueAt) ? "absent" : null;
}

/** The first in the chain of substitutes who is there. */
function whoIsThere(
  agentId: string,
  { people, dueAt, isTest }: Pick<OwnerQuestion, "people" | "dueAt" | "isTest">,
): string | null {
  const asked = new Set<string>();
  let id: string | null = agentId;
  while (id !== null && !asked.has(id)) {
    asked.add(id);
    const agent = people.get(id);
    const gone = whyGone(agent, dueAt);
    if (gone === null) return agent?.isTest === isTest ? id : null;
    id = gone === "absent" && agent ? (absenceAt(agent.absences, dueAt)?.substituteId ?? null) : null;
  }
  return null;
}
