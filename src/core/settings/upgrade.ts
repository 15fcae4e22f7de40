import { newQueue } from "../routing/queue.ts";
import { newTaskTemplate } from "../tasks/task-template.ts";
import type { Collection, Settings } from "./settings.ts";

/** Versions stay as they were written: what there was not then is as the workspace would start with today. */
export function upgradeSettings(stored: Settings, starter: Settings): Settings {
  const { handoff, queues, teams, taskTemplates } = stored;
  return {
    ...starter,
    ...stored,
    handoff: { ...starter.handoff, ...handoff },
    slas: stored.slas ?? {},
    queues: each(queues, newQueue),
    teams: each(teams, (team) => ({ ...team, headId: team.headId ?? null })),
    taskTemplates: each(taskTemplates, newTaskTemplate),
  };
}

function each<Value extends { readonly id: string }>(
  values: Collection<Value>,
  upgrade: (value: Value) => Value,
): Collection<Value> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, upgrade(value)]));
}
