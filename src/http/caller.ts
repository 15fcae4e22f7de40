import type { Agent, Role } from "../core/people/agent.ts";
import { type Scope, scopes } from "../protocol/api-keys.ts";
import type { ApiKey, Keys } from "./keys.ts";
import { RequestError } from "./problem.ts";
import { isSameHash, sha256 } from "./token.ts";

/** Who asks. */
export interface Caller {
  readonly keyId: string;
  /** What the key was given; what is left of it is for {@link hasScope} in require-scope.ts to say. */
  readonly scopes: readonly Scope[];
  /** The key speaks for this agent and for nobody else (I14). */
  readonly agentId: string | null;
  /** That agent's; the company's own keys stand above everybody. */
  readonly role: Role;
}

export type Authenticate = (authorization: string | undefined) => Promise<Caller | null>;

const admin: Caller = { keyId: "admin", scopes, agentId: null, role: "admin" };

type AgentOf = (agentId: string) => Promise<Agent | null>;

export function createAuthenticate(keys: Keys, agentOf: AgentOf, adminToken: string | null): Authenticate {
  let adminHash: Promise<string> | null = null;
  return async (authorization) => {
    const token = bearerToken(authorization);
    if (token === null) return null;
    if (adminToken !== null) {
      adminHash ??= sha256(adminToken);
      if (isSameHash(await sha256(token), await adminHash)) return admin;
    }
    const key = await keys.verify(token);
    if (!key) return null;
    const { id: keyId, scopes, agentId } = key;
    if (agentId === null) return { keyId, scopes, agentId, role: "admin" };
    // Keys outlive a job: whoever has left reads nothing more, whatever the key may do.
    const agent = await agentOf(agentId);
    if (agent?.leftAt !== null) throw agentHasLeft();
    return isOfThisJob(key, agent) ? { keyId, scopes, agentId, role: agent.role } : null;
  };
}

/** Whether the key of a caller whose line stays open still counts. The administrator's is nobody's to revoke. */
export async function isStillGiven(keys: Keys, { keyId }: Caller, agent: Agent | null): Promise<boolean> {
  if (keyId === admin.keyId) return true;
  const key = await keys.get(keyId);
  return key !== null && (agent === null || (agent.leftAt === null && isOfThisJob(key, agent)));
}

/** Whoever comes back is given new ones: nobody knows where those of then have been meanwhile. */
function isOfThisJob(key: ApiKey, agent: Agent): boolean {
  return (key.returns ?? 0) === (agent.returns ?? 0);
}

/** The agent who acts: the key's own, or the one that an unbound key names (I14). */
export function actingAgentId(caller: Caller, named: string | undefined): string {
  if (caller.agentId !== null) {
    requireOwn(caller, named ?? caller.agentId);
    return caller.agentId;
  }
  if (named !== undefined) return named;
  throw new RequestError("invalid", {
    errors: [{ path: "body.agentId", message: "is required, because the key is not bound to an agent" }],
  });
}

export function requireOwn(caller: Caller, agentId: string | null): void {
  if (caller.agentId === null || caller.agentId === agentId) return;
  throw new RequestError("wrong-agent", { detail: `The key speaks for agent ${caller.agentId}, and for nobody else.` });
}

export function agentHasLeft(): RequestError {
  return new RequestError("wrong-agent", { detail: "The key's agent has left." });
}

function bearerToken(authorization: string | undefined): string | null {
  const match = /^Bearer +([\x21-\x7e]{1,512})$/i.exec(authorization ?? "");
  return match?.[1] ?? null;
}
