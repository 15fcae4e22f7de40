import { mostHops, type OverflowAction, type OverflowRule } from "../../routing/queue.ts";
import type { TransitionContext } from "../context.ts";
import type { Handoff, Resolved } from "../state.ts";
import { resolve } from "../way.ts";
import { hoursStateFor } from "../wording.ts";

export interface Overflowed {
  readonly destination: Resolved;
  /** What else the last queue does about it; `null`: they wait there. */
  readonly action: Exclude<OverflowAction, { type: "queue" }> | null;
}

/** Before it is queued: from queue to queue, never twice to the same one, and not for ever. */
export function overflowBefore(handoff: Handoff, context: TransitionContext, at: number): Overflowed {
  const { policy } = context;
  let { destination } = handoff;
  const seen = new Set(handoff.queues);
  for (let hop = 0; hop <= mostHops; hop++) {
    if (destination.type !== "queue") break;
    seen.add(destination.id);
    const rules = policy.settings.queues[destination.id]?.overflow.before ?? [];
    const rule = rules.find((one) => holds(one, destination, context, at) && !leadsBack(one, seen));
    if (!rule) break;
    if (rule.then.type !== "queue") return { destination, action: rule.then };
    destination = resolve({ type: "queue", id: rule.then.id }, policy);
  }
  return { destination, action: null };
}

function leadsBack({ then }: OverflowRule, seen: ReadonlySet<string>): boolean {
  return then.type === "queue" && seen.has(then.id);
}

function holds({ when }: OverflowRule, destination: Resolved, context: TransitionContext, at: number): boolean {
  const { policy, workload } = context;
  const facts = workload.queues[destination.id];
  switch (when.type) {
    case "closed":
      return hoursStateFor(destination, context, at) !== "open";
    case "full": {
      const limit = policy.settings.queues[destination.id]?.limit ?? null;
      return limit !== null && (facts?.waiting ?? 0) >= limit;
    }
    case "wait":
      return (workload.waits[destination.id]?.toMinutes ?? 0) > when.overMinutes;
    case "nobody-on-duty":
      return facts?.available === 0;
  }
}
