import { mostHops, type OverflowAction, type OverflowRule } from "../../routing/queue.ts";
import { own } from "../../rules/destination.ts";
import type { Policy } from "../../settings/policy.ts";
import type { TransitionContext } from "../context.ts";
import type { Handoff, Resolved } from "../state.ts";
import { resolve } from "../way.ts";
import { hoursStateFor } from "../wording.ts";

export interface Overflowed {
  readonly destination: Resolved;
  /** Every queue it was in or has passed through: it comes back to none of them. */
  readonly queues: readonly string[];
  /** What else the last queue does about it; `null`: they wait there. */
  readonly action: Exclude<OverflowAction, { type: "queue" }> | null;
}

/** Before it is queued: from queue to queue, never twice to the same one, and not for ever. */
export function overflowBefore(handoff: Handoff, context: TransitionContext, at: number): Overflowed {
  const { policy } = context;
  let { destination } = handoff;
  const seen = new Set(handoff.queues);
  while (destination.type === "queue") {
    seen.add(destination.id);
    const rules = policy.settings.queues[destination.id]?.overflow.before ?? [];
    const rule = rules.find((one) => leadsOn(one, seen, policy) && holds(one, destination, context, at));
    if (!rule) break;
    if (rule.then.type !== "queue") return { destination, queues: [...seen], action: rule.then };
    destination = resolve({ type: "queue", id: rule.then.id }, policy);
  }
  return { destination, queues: [...seen], action: null };
}

/** To no queue twice, and to so many at most: every hop adds one, so that the way has an end. */
function leadsOn({ then }: OverflowRule, seen: ReadonlySet<string>, { settings }: Policy): boolean {
  if (then.type !== "queue") return true;
  return own(settings.queues, then.id) !== null && !seen.has(then.id) && seen.size <= mostHops;
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
      return workload.unattended.includes(destination.id);
  }
}
