import type { Handoff } from "../conversation/state.ts";
import type { Policy } from "../settings/policy.ts";

/** When the search for a person is next another one: a step begins, a need is dropped, the wait is too long. */
export function nextChangeAt(
  { destination, enteredQueueAt }: Pick<Handoff, "destination" | "enteredQueueAt">,
  { settings }: Policy,
  at: number,
): number | null {
  const queue = destination.type === "queue" ? settings.queues[destination.id] : undefined;
  if (!queue) return null;
  const seconds = [
    ...queue.steps.map(({ afterSeconds }) => afterSeconds),
    ...queue.skills.flatMap(({ relaxAfterSeconds }) => relaxAfterSeconds ?? []),
    ...(queue.language.relaxAfterSeconds === null ? [] : [queue.language.relaxAfterSeconds]),
    ...queue.overflow.after.flatMap(({ when }) => (when.type === "wait" ? [when.overMinutes * 60] : [])),
  ];
  const instants = seconds.map((after) => enteredQueueAt + after * 1_000).filter((instant) => instant > at);
  return instants.length === 0 ? null : Math.min(...instants);
}
