import { hoursStateAt } from "../hours/hours-state.ts";
import { isClosedNow } from "../rules/facts.ts";
import type { Policy } from "../settings/policy.ts";
import type { Queue } from "./queue.ts";
import { hoursOfQueue } from "./queue-of.ts";

/** Outside its hours, or switched off as a whole. */
export function isClosed(queue: Queue, policy: Policy, at: number): boolean {
  const hours = hoursOfQueue(queue, policy.settings);
  return isClosedNow(policy, at) || (hours !== null && hoursStateAt(hours, at) !== "open");
}
