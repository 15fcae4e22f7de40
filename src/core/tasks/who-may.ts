import type { Agent } from "../people/agent.ts";
import type { Task } from "./task.ts";

type Viewer = Pick<Agent, "id" | "role" | "teamIds">;

/** Their own and their teams'; leads and administrators look after everybody's (I14). */
export function maySee({ id, role, teamIds }: Viewer, { ownerId, teamId }: Pick<Task, "ownerId" | "teamId">): boolean {
  return role !== "agent" || ownerId === id || (teamId !== null && teamIds.includes(teamId));
}
