import type { PastOutcome } from "./backtest.ts";
import type { Destination } from "./rule.ts";

/** How often each thing happened. Lists begin with what happened most. */
export interface Tally {
  readonly handedOver: number;
  readonly offered: number;
  readonly leftToBot: number;
  /** Handed over while the destination was closed or on holiday. */
  readonly afterHours: number;
  /** Of those handed over. */
  readonly byDestination: readonly { readonly destination: Destination; readonly count: number }[];
  /** Of those handed over or offered; `null`: by no rule, or for no reason that was named. */
  readonly byRule: readonly { readonly ruleId: string | null; readonly count: number }[];
  readonly byReason: readonly { readonly reason: string | null; readonly count: number }[];
}

export function createTally() {
  const actions = { handoff: 0, offer: 0, bot: 0 };
  const [destinations, rules, reasons] = [createCounter<Destination>(), createCounter(), createCounter()];
  let afterHours = 0;
  return {
    add({ action, destination, ruleId, reason, hours }: PastOutcome): void {
      actions[action] += 1;
      if (action === "bot") return;
      rules.add(JSON.stringify(ruleId), ruleId);
      reasons.add(JSON.stringify(reason), reason);
      if (action === "offer") return;
      if (destination) destinations.add(JSON.stringify([destination.type, destination.id]), destination);
      if (hours !== null && hours !== "open") afterHours += 1;
    },
    total: (): Tally => ({
      handedOver: actions.handoff,
      offered: actions.offer,
      leftToBot: actions.bot,
      afterHours,
      byDestination: destinations
        .list()
        .map(({ value: { type, id }, count }) => ({ destination: { type, id }, count })),
      byRule: rules.list().map(({ value, count }) => ({ ruleId: value, count })),
      byReason: reasons.list().map(({ value, count }) => ({ reason: value, count })),
    }),
  };
}

function createCounter<Value = string | null>() {
  const counts = new Map<string, { readonly value: Value; count: number }>();
  return {
    add(key: string, value: Value): void {
      const counted = counts.get(key);
      if (counted) counted.count += 1;
      else counts.set(key, { value, count: 1 });
    },
    list: () =>
      [...counts]
        .sort(([oneKey, one], [otherKey, other]) => other.count - one.count || (oneKey < otherKey ? -1 : 1))
        .map(([, counted]) => counted),
  };
}
