import type { Handoff } from "../conversation/state.ts";
import type { OverflowAction } from "./queue.ts";

/**
 * From when on the wait is counted that overflow may find too long. Nobody is promised anything for hours of which they
 * know that nobody is there; to another queue it may go on from where it is closed.
 */
export function waitBegan(
  {
    enteredQueueAt,
    patienceFrom = enteredQueueAt,
  }: Pick<Handoff, "enteredQueueAt"> & Partial<Pick<Handoff, "patienceFrom">>,
  { type }: OverflowAction,
): number {
  return isPromise(type) ? Math.max(enteredQueueAt, patienceFrom) : enteredQueueAt;
}

export function isPromise(type: OverflowAction["type"]): boolean {
  return type === "call-back" || type === "task";
}
