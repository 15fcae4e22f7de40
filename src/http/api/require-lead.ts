import { overstepping } from "../../core/people/standing.ts";
import type { ApiContext } from "../environment.ts";
import { RequestError } from "../problem.ts";
import { hasScope } from "../require-scope.ts";
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
    const detail = `${subjectId} is an administrator: only another one can prepare a case handoff for them.`;
    throw new RequestError("not-allowed", { detail });
  }
  return by;
}

/** What is not there is answered for by whoever looks for it next. */
export async function requireLeadFor(parts: Parts, c: ApiContext, handoffId: string): Promise<string> {
  return (await leadFor(parts, c, handoffId)).by;
}

/** The same for whoever makes it happen: where the leaver's name is replaced, that publishes settings. */
export async function requireMoverFor(parts: Parts, c: ApiContext, handoffId: string): Promise<string> {
  const { by, handoff } = await leadFor(parts, c, handoffId);
  if (handoff) requireReplacing(c, handoff.choices.replacementId);
  return by;
}

/** A version of the settings is not less of one because a case handoff publishes it. */
export function requireReplacing(c: ApiContext, replacementId: string | null | undefined): void {
  const caller = c.get("caller");
  if (replacementId == null || hasScope(caller, "settings:write")) return;
  const detail =
    "Replacing somebody's name publishes settings (`replacementId`): the key needs the scope settings:write.";
  throw new RequestError("missing-scope", { detail });
}

async function leadFor(parts: Parts, c: ApiContext, handoffId: string) {
  const handoff = await parts.engine.caseHandoffs.get(handoffId);
  return { handoff, by: handoff ? await requireLeadOf(parts, c, handoff.subjectId) : await requireLead(parts, c) };
}
