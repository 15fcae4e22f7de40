import type { Agent } from "./agent.ts";

/** What comes and goes all day: whoever looked a minute ago has not seen anything wrong. */
const passing: ReadonlySet<string> = new Set<keyof Agent>([
  "schemaVersion",
  "revision",
  "presence",
  "status",
  "returnsTo",
  "holds",
  "lastAssignedAt",
  "missedInARow",
]);

/** What was decided about somebody makes them another revision, so that nobody overwrites it without having seen it. */
export function reviseAgent(before: Agent, after: Agent): Agent {
  const lasting = (Object.keys(after) as (keyof Agent)[]).filter((field) => !passing.has(field));
  const isSame = lasting.every((field) => before[field] === after[field]);
  return isSame ? after : { ...after, revision: before.revision + 1 };
}
