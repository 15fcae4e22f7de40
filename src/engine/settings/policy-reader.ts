import { compilePolicy, type Policy } from "../../core/settings/policy.ts";
import type { InForce, Policies } from "./policies.ts";

/** The settings in force, compiled once for each version and set of switches. */
export interface PolicyReader {
  current(): Policy;
  /** A draft on top of what is in force, for a test; what is in force where there is no such draft (any more). */
  for(draftId: string | null): Promise<Policy>;
}

export function createPolicyReader(policies: Policies): PolicyReader {
  const compiled = new WeakMap<InForce, Policy>();

  function policyOf(inForce: InForce): Policy {
    const known = compiled.get(inForce);
    if (known) return known;
    const policy = compilePolicy(inForce.version, inForce.settings, inForce.switches);
    compiled.set(inForce, policy);
    return policy;
  }

  return {
    current: () => policyOf(policies.current()),
    async for(draftId) {
      const draft = draftId === null ? null : await policies.forDraft(draftId);
      return policyOf(draft ?? policies.current());
    },
  };
}
