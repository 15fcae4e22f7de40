/**
 * What a caller may do is the lesser of two: what the key was given, and what the role of the person it speaks for
 * leaves of that (I14). A key that speaks for nobody is the company's own. What else a role decides, of whom and of
 * which fields, is asked where it is done: standing.ts.
 */
import type { Role } from "../core/people/agent.ts";
import type { Scope } from "../protocol/api-keys.ts";
import type { Caller } from "./caller.ts";
import { RequestError } from "./problem.ts";

/** What agents never do, whatever their key was given: it decides about everybody's work, or cannot be taken back. */
const notForAgents: ReadonlySet<Scope> = new Set(["settings:write", "operations", "erase"]);

function roleAllows(role: Role, scope: Scope): boolean {
  return role !== "agent" || !notForAgents.has(scope);
}

export function hasScope({ scopes, role }: Pick<Caller, "scopes" | "role">, scope: Scope): boolean {
  return scopes.includes(scope) && roleAllows(role, scope);
}

export function requireScope(caller: Caller, scope: Scope): void {
  if (!caller.scopes.includes(scope)) {
    throw new RequestError("missing-scope", { detail: `The key needs the scope ${scope}.` });
  }
  if (hasScope(caller, scope)) return;
  const detail = `The key speaks for ${caller.agentId}, whose role ${caller.role} does not allow ${scope}. A lead may.`;
  throw new RequestError("not-allowed", { detail });
}
