import { defaultConversationSettings } from "../../../core/conversation/settings.ts";
import { starterSettings } from "../../../core/settings/starter.ts";
import { createEngine } from "../../../engine/engine.ts";
import { defaultLimits } from "../../../engine/limits.ts";
import { createMetrics } from "../../../engine/metrics.ts";
import type { Store } from "../../../ports/store.ts";
import { type Config, readConfig } from "../../config.ts";
import { demoToken } from "../../demo/demo-key.ts";
import { type RemovedDemo, removeDemo } from "../../demo/remove-demo.ts";
import { createIds } from "../../ids.ts";
import { readRunningOrigin } from "../../node/data-lock.ts";
import { installationSecret } from "../../node/installation-secret.ts";
import { createLogger } from "../../node/logger.ts";
import { openStore } from "../../node/open-store.ts";
import { systemClock } from "../../system-clock.ts";
import type { Command } from "../command.ts";
import { reportProblems } from "../options/report-problems.ts";

/** `baton demo remove`: by the server that runs on the data, or on the data itself when none does. */
export const removeDemoCommand: Command = async ({ words, environment, isJson }) => {
  if (words.length !== 1 || words[0] !== "remove") return "misunderstood";
  const read = readConfig(environment);
  if (read.status === "invalid") {
    reportProblems(
      read.problems.map(({ problem }) => problem),
      isJson,
    );
    return 1;
  }
  const result = await remove(read.config);
  if ("problems" in result) {
    reportProblems(result.problems, isJson);
    return 1;
  }
  const { conversations } = result;
  if (isJson) console.log(JSON.stringify({ status: "removed", conversations }));
  else
    console.log(
      `The demo is gone: its agent, its key and ${conversations} ${conversations === 1 ? "customer" : "customers"}.`,
    );
  return 0;
};

type Result = RemovedDemo | { readonly problems: readonly string[] };

async function remove(config: Config): Promise<Result> {
  const origin = config.redis ? null : await readRunningOrigin(config.dataDir);
  const opening = await openStore(config);
  if (opening.status === "opened") {
    try {
      return await removeFrom(opening.opened.store, config);
    } finally {
      await opening.opened.close();
    }
  }
  return origin === null ? { problems: opening.problems } : askServer(origin, config);
}

/** An engine that is never started: nothing is routed, sent or answered meanwhile. */
function removeFrom(store: Store, { workspaceId }: Config): Promise<RemovedDemo> {
  const clock = systemClock;
  const engine = createEngine({
    ...{ workspaceId, store, clock, ids: createIds(clock), logger: createLogger("silent"), metrics: createMetrics() },
    ...{ channels: new Map(), testChannelIds: new Set(), bots: new Map() },
    ...{
      settings: defaultConversationSettings,
      starter: starterSettings,
      summarizer: null,
      limits: defaultLimits,
      random: Math.random,
    },
    wakeAt: () => undefined,
    keepAlive: (work) => void work.catch(() => undefined),
  });
  return removeDemo(engine, store, clock);
}

async function askServer(origin: string, config: Config): Promise<Result> {
  const secret = config.secret ?? (await installationSecret(config.dataDir));
  const token = config.adminToken ?? (await demoToken(config.workspaceId, secret));
  try {
    const response = await fetch(`${origin}/demo`, { method: "DELETE", headers: { authorization: `Bearer ${token}` } });
    if (response.ok) return (await response.json()) as RemovedDemo;
    if (response.status === 401)
      return { problems: ["The server does not know the demo's key: the demo was removed before."] };
    return { problems: [`The server at ${origin} answered ${response.status}. Look into its log.`] };
  } catch {
    return { problems: [`The server at ${origin} does not answer. Try again, or end it first.`] };
  }
}
