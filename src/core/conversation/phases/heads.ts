import type { Destination } from "../../rules/rule.ts";
import type { TransitionContext } from "../context.ts";
import type { Resolved } from "../state.ts";

/**
 * Who is told that something went wrong with what waits there: the heads of its teams, and whoever else is named. Where
 * that is nobody, everybody there hears of it.
 */
export function headsOrEverybody(
  { type, id, teamIds }: Resolved,
  { policy }: TransitionContext,
  others: readonly Destination[] = [],
): readonly Destination[] {
  const heads = teamIds.flatMap((teamId) => policy.settings.teams[teamId]?.headId ?? []);
  const told = [...heads.map((headId) => ({ type: "agent", id: headId }) as const), ...others];
  return told.length > 0 ? told : [{ type, id }];
}
