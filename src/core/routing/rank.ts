import type { Handoff } from "../conversation/state.ts";
import type { Priority } from "../rules/rule.ts";

/** Served first to last. */
const order: readonly Priority[] = ["urgent", "high", "normal", "low"];
/** In ms: more than any time since 1970, so that no age outweighs a priority. */
const onePriority = 1e14;

/** By priority, then by age: the smallest number is served next. */
export function rankOf(handoff: Pick<Handoff, "priority" | "enteredQueueAt" | "openedAt" | "course">): number {
  return order.indexOf(handoff.priority) * onePriority + waitsSince(handoff);
}

/** What came back from a person has waited since it was opened: it is before those who only begin to wait. */
export function waitsSince({
  enteredQueueAt,
  openedAt,
  course,
}: Pick<Handoff, "enteredQueueAt" | "openedAt" | "course">): number {
  return course.returned > 0 ? openedAt : enteredQueueAt;
}
