import type { Engine } from "../../engine/engine.ts";
import { invalidField } from "./settings-refusals.ts";

interface Named {
  readonly agent?: readonly [field: string, id: string | undefined];
  readonly queue?: readonly [field: string, id: string | undefined];
  readonly team?: readonly [field: string, id: string | undefined];
}

/**
 * An empty list for a name that nobody has would read as all clear. Asked only where nothing was found: what is left of
 * a queue or a team that is no more stays to be read.
 */
export async function requireKnown(engine: Engine, found: readonly unknown[], { agent, queue, team }: Named) {
  if (found.length > 0) return;
  if (agent?.[1] !== undefined && !(await engine.agents.get(agent[1]))) {
    throw invalidField(agent[0], `names no agent: there is no ${agent[1]}`);
  }
  if (queue?.[1] === undefined && team?.[1] === undefined) return;
  const { queues, teams } = (await engine.settings.versions.current()).settings;
  for (const [kind, known, named] of [
    ["queue", queues, queue],
    ["team", teams, team],
  ] as const) {
    if (named?.[1] === undefined || Object.hasOwn(known, named[1])) continue;
    throw invalidField(named[0], `names no ${kind} of the settings in force: there is no ${named[1]}`);
  }
}
