import type { Priority } from "../rules/rule.ts";

const order: readonly Priority[] = ["low", "normal", "high", "urgent"];

export function higher(one: Priority, other: Priority): Priority {
  return order.indexOf(other) > order.indexOf(one) ? other : one;
}
