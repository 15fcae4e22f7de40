import type { Placed } from "./dimension.ts";
import type { HandoffRow } from "./handoff-row.ts";
import type { TaskRow } from "./task-row.ts";

/** A task counts where its handoff went. */
export function placedTasks(tasks: readonly TaskRow[], handoffs: readonly HandoffRow[]): readonly (TaskRow & Placed)[] {
  if (tasks.length === 0) return [];
  const known = new Map(handoffs.map((row) => [row.id, row]));
  return tasks.map((task) => {
    const handoff = task.handoffId === null ? undefined : known.get(task.handoffId);
    return {
      ...task,
      teamId: task.teamId ?? handoff?.teamId ?? null,
      channelId: handoff?.channelId ?? null,
      queueId: handoff?.queueId ?? null,
      ruleId: handoff?.ruleId ?? null,
      reason: handoff?.reason ?? null,
      settingsVersion: handoff?.settingsVersion ?? null,
    };
  });
}
