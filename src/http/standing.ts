import type { Overstepping, Standing } from "../core/people/standing.ts";
import type { Engine } from "../engine/engine.ts";
import { agentHasLeft, type Caller } from "./caller.ts";
import { RequestError } from "./problem.ts";

/** On whose behalf a key acts; one that is bound to nobody is the company's own. Who left acts no more. */
export async function standingOf(engine: Engine, { agentId }: Caller): Promise<Standing> {
  if (agentId === null) return { agentId, role: "admin" };
  const agent = await engine.agents.get(agentId);
  if (!agent || agent.leftAt !== null) throw agentHasLeft();
  return { agentId, role: agent.role };
}

/** What is not theirs to change, with its name (I14). */
export function oversteppingError(overstepping: Overstepping): RequestError {
  switch (overstepping.status) {
    case "not-yours":
      return new RequestError("wrong-agent");
    case "fields": {
      const detail = `Only a lead changes this of you: ${overstepping.fields.join(", ")}.`;
      return new RequestError("not-allowed", { detail });
    }
    case "role":
      return new RequestError("not-allowed", {
        detail: `The role ${overstepping.role} is given by somebody who has it.`,
      });
    case "capacity": {
      const message = `must be at most ${overstepping.most}, as a lead has set it`;
      return new RequestError("invalid", { errors: [{ path: "body.capacity", message }] });
    }
  }
}

/** A key that speaks for nobody says something about others only with the scope for it. */
export function requireAgentsWrite({ agentId, scopes }: Caller): void {
  if (agentId !== null || scopes.includes("agents:write")) return;
  throw new RequestError("missing-scope", { detail: "A key that is bound to no agent needs the scope agents:write." });
}
