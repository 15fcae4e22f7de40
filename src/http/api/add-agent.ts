import type * as z from "zod";
import { type Agent, newAgent as agentOf } from "../../core/people/agent.ts";
import { overstepping } from "../../core/people/standing.ts";
import { emptyCommit } from "../../engine/empty-commit.ts";
import type { newAgent } from "../../protocol/agents.ts";
import type { ApiContext } from "../environment.ts";
import { idempotencyOf, keyReused, markRepeated } from "../idempotency.ts";
import { RequestError } from "../problem.ts";
import { oversteppingError, standingOf } from "../standing.ts";
import { sha256 } from "../token.ts";
import { changeOf } from "./agent-change.ts";
import { requireNamed } from "./find-agent.ts";
import type { ApiParts } from "./parts.ts";

/**
 * Adding is two commits, the claim of the Idempotency-Key and the agent. A made id is derived from the key, so that a
 * repetition after a crash between the two adds the same agent.
 */
export async function addAgent(parts: ApiParts, c: ApiContext, wanted: z.output<typeof newAgent>): Promise<Agent> {
  const { engine, store, clock, ids } = parts;
  const claim = await idempotencyOf(c);
  const id = wanted.id ?? (claim ? `agt_${(await sha256(claim.key)).slice(0, 26)}` : ids.next("agt"));
  const agent = await agentFor(parts, c, id, wanted);
  if (claim) {
    const result = await store.commit({
      ...emptyCommit(clock.now()),
      claims: [{ key: `agent:${claim.key}`, note: claim.fingerprint }],
      expects: [{ kind: "agent", id, version: 0 }],
    });
    if (result.status === "stale") throw exists(id);
    if (result.status === "duplicate") {
      if (result.note !== claim.fingerprint) throw keyReused();
      markRepeated(c);
      await engine.agents.add(agent);
      return (await engine.agents.get(id)) ?? agent;
    }
  }
  if ((await engine.agents.add(agent)) === "exists") throw exists(id);
  return agent;
}

async function agentFor(
  parts: ApiParts,
  c: ApiContext,
  id: string,
  { id: _id, ...wanted }: z.output<typeof newAgent>,
): Promise<Agent> {
  const given = changeOf(wanted, parts.ids);
  const agent = agentOf({ ...given, id, name: wanted.name });
  const by = await standingOf(parts.engine, c.get("caller"));
  if (by.role === "agent") {
    const detail = `The key speaks for ${by.agentId}, whose role agent adds nobody, whatever its scopes. A lead may.`;
    throw new RequestError("not-allowed", { detail });
  }
  // Nobody is somebody else's before they are there: only the role they are given can be too much.
  const refusal = overstepping(by, { ...agent, role: "agent" }, { role: agent.role });
  if (refusal) throw oversteppingError(refusal);
  await requireNamed(parts, id, given);
  return agent;
}

function exists(id: string): RequestError {
  return new RequestError("agent-exists", { detail: `There is an agent ${id} already.` });
}
