import type { Agent } from "../../core/people/agent.ts";
import type { AgentChange } from "../../engine/agents.ts";
import { RequestError } from "../problem.ts";
import type { ApiParts } from "./parts.ts";

/** Only what exists in the settings in force can be named. */
export async function requireNamed({ engine }: ApiParts, id: string, change: AgentChange): Promise<void> {
  const problems = await engine.people.problemsWith(id, change);
  if (problems.length === 0) return;
  const errors = problems.map(({ path, message }) => ({ path: `body.${path}`, message }));
  const detail = errors.map(({ path, message }) => `${path} ${message}.`).join(" ");
  throw new RequestError("invalid", { detail, errors });
}

export function found(agent: Agent | null): Agent {
  if (!agent) throw new RequestError("not-found", { detail: "There is no agent with this id." });
  return agent;
}
