import type { ApiContext } from "../environment.ts";
import { RequestError } from "../problem.ts";
import { standingOf } from "../standing.ts";
import type { ApiParts } from "./parts.ts";
import { authorOf } from "./settings-refusals.ts";

/** Whoever decides about somebody else's work, as it is kept. */
export async function requireLead({ engine }: Pick<ApiParts, "engine">, c: ApiContext): Promise<string> {
  const caller = c.get("caller");
  const { role } = await standingOf(engine, caller);
  if (role === "agent") throw new RequestError("not-allowed", { detail: "Only a lead hands over somebody's work." });
  return caller.agentId === null ? authorOf(caller) : `agent:${caller.agentId}`;
}
