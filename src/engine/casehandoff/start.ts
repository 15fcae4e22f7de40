import type { CaseHandoff, CasePlan } from "../../core/casehandoff/case-handoff.ts";
import type { CaseChoices } from "../../core/casehandoff/choices.ts";
import { type NamedPlace, namesInSettings } from "../../core/casehandoff/names-in-settings.ts";
import { readAgent } from "../../core/people/agent.ts";
import type { Store } from "../../ports/store.ts";
import { readCurrent } from "../settings/read-settings.ts";
import { type Begun, begin } from "./begin.ts";
import type { CaseParts } from "./case-parts.ts";
import { readHandoff } from "./documents.ts";
import type { PlanProblem } from "./plan-cases.ts";

export type Started = Begun | { readonly status: "problems"; readonly problems: readonly PlanProblem[] };

/**
 * Exactly the plan that was seen, as long as those who are to get something still work here, and the settings name the
 * subject nowhere else.
 */
export async function startHandoff(
  { parts }: Pick<CaseParts, "parts">,
  id: string,
  { by, hash }: { readonly by: string; readonly hash: string },
): Promise<Started> {
  const handoff = (await readHandoff(parts.store, id))?.handoff;
  if (handoff?.status === "verified" && handoff.plan?.hash === hash) {
    const { plan, choices } = handoff;
    const problems = [...(await leftSince(parts.store, plan, choices)), ...(await namedSince(parts, handoff, plan))];
    if (problems.length > 0) return { status: "problems", problems };
  }
  return begin(parts, id, { type: "started", by, hash });
}

/** Somebody published it meanwhile: it would go on naming them, and nobody would have been told. */
async function namedSince(
  parts: CaseParts["parts"],
  { subjectId, choices }: CaseHandoff,
  { names }: CasePlan,
): Promise<readonly PlanProblem[]> {
  if (choices.replacementId === null) return [];
  const { number, settings } = await readCurrent(parts);
  if (number === names.settingsVersion) return [];
  const known = new Set(names.places.map(written));
  const others = namesInSettings(settings, subjectId)
    .map(written)
    .filter((place) => !known.has(place));
  if (others.length === 0) return [];
  const message = `The settings name them in other places since it was verified: ${others.join(", ")}. Look at them, and verify it again.`;
  return [{ path: "replacementId", code: "named-since", message }];
}

const written = ({ part, path }: NamedPlace): string => `${part} ${path}`;

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
