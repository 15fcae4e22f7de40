import type { CasePlan } from "../../core/casehandoff/case-handoff.ts";
import type { CaseChoices } from "../../core/casehandoff/choices.ts";
import { readAgent } from "../../core/people/agent.ts";
import type { Store } from "../../ports/store.ts";
import { type Begun, begin } from "./begin.ts";
import type { CaseParts } from "./case-parts.ts";
import { readHandoff } from "./documents.ts";
import type { PlanProblem } from "./plan-cases.ts";

export type Started = Begun | { readonly status: "problems"; readonly problems: readonly PlanProblem[] };

/** Exactly the plan that was seen, as long as those who are to get something still work here. */
export async function startHandoff(
  { parts }: Pick<CaseParts, "parts">,
  id: string,
  { by, hash }: { readonly by: string; readonly hash: string },
): Promise<Started> {
  const handoff = (await readHandoff(parts.store, id))?.handoff;
  if (handoff?.status === "verified" && handoff.plan?.hash === hash) {
    const problems = await leftSince(parts.store, handoff.plan, handoff.choices);
    if (problems.length > 0) return { status: "problems", problems };
  }
  return begin(parts, id, { type: "started", by, hash });
}

/** Everything planned for them would fail one by one: said before anything moves. */
async function leftSince(
  store: Store,
  { modules }: CasePlan,
  { replacementId }: CaseChoices,
): Promise<readonly PlanProblem[]> {
  const takers = modules.flatMap(({ id, shares }) =>
    shares.flatMap(({ agentId }) => (agentId === null ? [] : [{ path: `modules.${id}.target`, agentId }])),
  );
  const named = [...takers, ...(replacementId === null ? [] : [{ path: "replacementId", agentId: replacementId }])];
  const stored = await store.load(named.map(({ agentId }) => ({ kind: "agent", id: agentId })));
  return named.flatMap(({ path }, index): PlanProblem[] => {
    const one = stored[index];
    const agent = one ? readAgent(one.body) : null;
    if (!agent || agent.leftAt === null) return [];
    const message = `${agent.name} works here no more since it was verified. Choose somebody else and verify it again.`;
    return [{ path, code: "agent-left", message }];
  });
}
