import { overstepping } from "../../core/people/standing.ts";
import type { ApiContext } from "../environment.ts";
import { RequestError } from "../problem.ts";
import { standingOf } from "../standing.ts";
import type { ApiParts } from "./parts.ts";
import { authorOf } from "./settings-refusals.ts";

type Parts = Pick<ApiParts, "engine">;

/** Whoever decides about somebody else's work, as it is kept. */
export async function requireLead({ engine }: Parts, c: ApiContext): Promise<string> {
  const caller = c.get("caller");
  const { role } = await standingOf(engine, caller);
  if (role === "agent") throw new RequestError("not-allowed", { detail: "Only a lead hands over somebody's work." });
  return caller.agentId === null ? authorOf(caller) : `agent:${caller.agentId}`;
}

/** The work of this person. It changes them, too: their teams, and whether they work here at all (I14). */
export async function requireLeadOf(parts: Parts, c: ApiContext, subjectId: string): Promise<string> {
  const by = await requireLead(parts, c);
  const subject = await parts.engine.agents.get(subjectId);
  if (subject && overstepping(await standingOf(parts.engine, c.get("caller")), subject, {})) {
    const detail = `${subjectId} is an administrator: only another one hands over their work.`;
    throw new RequestError("not-allowed", { detail });
  }
  return by;
}

/** What is not there is answered for by whoever looks for it next. */
export async function requireLeadFor(parts: Parts, c: ApiContext, handoffId: string): Promise<string> {
  const handoff = await parts.engine.caseHandoffs.get(handoffId);
  return handoff ? requireLeadOf(parts, c, handoff.subjectId) : requireLead(parts, c);
}
