import type { TransitionContext } from "../context.ts";
import type { Resolved } from "../state.ts";

/** Who is told that something went wrong with what waits there. A team without a head has nobody else to hear of it. */
export function headsOrEverybody(destination: Resolved, { policy }: TransitionContext) {
  const { teams } = policy.settings;
  const heads = destination.teamIds.flatMap((id) => teams[id]?.headId ?? []);
  if (heads.length === 0) return [{ type: destination.type, id: destination.id }] as const;
  return heads.map((id) => ({ type: "agent", id }) as const);
}
