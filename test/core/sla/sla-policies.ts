import type { SlaPolicy } from "../../../src/core/sla/sla-policy.ts";

type Differing = Partial<Omit<SlaPolicy, "applies" | "targets">> & {
  readonly applies?: Partial<SlaPolicy["applies"]>;
  readonly targets?: Partial<SlaPolicy["targets"]>;
};

/** A policy with everything a test does not care about: for everybody, ten minutes for each answer, two hours in all. */
export function slaPolicy(id: string, { applies, targets, ...differing }: Differing = {}): SlaPolicy {
  const reaction = { notify: [], priority: null, queue: null };
  return {
    ...{ id, name: id, position: 1, hours: "always", warnAtPercent: 50, onWarning: reaction, onBreach: reaction },
    ...differing,
    applies: { priorities: [], channels: [], teams: [], ...applies },
    targets: { firstResponse: 10, nextResponse: 10, resolution: 120, ...targets },
  };
}

export function byId(...policies: readonly SlaPolicy[]): Readonly<Record<string, SlaPolicy>> {
  return Object.fromEntries(policies.map((policy) => [policy.id, policy]));
}
