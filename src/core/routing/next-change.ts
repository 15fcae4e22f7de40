import type { Handoff } from "../conversation/state.ts";
import type { Policy } from "../settings/policy.ts";
import { waitBegan } from "./wait-began.ts";

/** When the search for a person is next another one: a step begins, a need is dropped, the wait is too long. */
export function nextChangeAt(
  handoff: Pick<Handoff, "destination" | "enteredQueueAt"> & Partial<Pick<Handoff, "patienceFrom">>,
  { settings }: Policy,
  at: number,
): number | null {
  const { destination, enteredQueueAt } = handoff;
  const queue = destination.type === "queue" ? settings.queues[destination.id] : undefined;
  if (!queue) return null;
  const seconds = [
    ...queue.steps.map(({ afterSeconds }) => afterSeconds),
    ...queue.skills.flatMap(({ relaxAfterSeconds }) => relaxAfterSeconds ?? []),
    ...(queue.language.relaxAfterSeconds === null ? [] : [queue.language.relaxAfterSeconds]),
  ];
  const waits = queue.overflow.after.flatMap(({ when, then }) =>
    when.type === "wait" ? [waitBegan(handoff, then) + when.overMinutes * 60_000] : [],
  );
  const widens = seconds.map((after) => enteredQueueAt + after * 1_000);
  const instants = [...widens, ...waits].filter((instant) => instant > at);
  return instants.length === 0 ? null : Math.min(...instants);
}
