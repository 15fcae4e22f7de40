import { defaultConversationSettings } from "../../../core/conversation/settings.ts";
import { createEngine } from "../../../engine/engine.ts";
import { defaultLimits } from "../../../engine/limits.ts";
import { createMetrics } from "../../../engine/metrics.ts";
import { createApp } from "../../../http/app.ts";
import type { Store } from "../../../ports/store.ts";
import type { Config } from "../../config.ts";
import { createIds } from "../../ids.ts";
import { installationSecret } from "../../node/installation-secret.ts";
import { createLogger } from "../../node/logger.ts";
import { createPublicFetch } from "../../node/public-fetch.ts";
import { buildChannels, buildNotifying } from "../../registry.ts";
import { settleStarter } from "../../starter-edition.ts";
import { systemClock } from "../../system-clock.ts";
import { version } from "../../version.ts";
import type { Send } from "./settings-client.ts";

/** The real API over an engine that is never started: nothing is routed, sent or answered meanwhile. */
export async function sendInProcess(config: Config, store: Store, isStill = false): Promise<Send> {
  const [clock, logger, metrics] = [systemClock, createLogger("silent"), createMetrics()];
  const ids = createIds(clock);
  const { workspaceId } = config;
  // Settings are checked against the channels there are; nobody answers on them here.
  const { channels } = buildChannels(config, { fetch, clock }, null);
  // Secrets of webhook endpoints are sealed as the server seals them, or it could not sign with them.
  const secret = config.secret ?? (await installationSecret(config.dataDir));
  const tools = { fetch, clock, secret, publicFetch: createPublicFetch(), openEmail: null };
  const engine = createEngine({
    ...{ workspaceId, store, channels, testChannelIds: new Set(), bots: new Map() },
    ...{ clock, ids, logger, metrics },
    ...{
      settings: defaultConversationSettings,
      starter: await settleStarter(store, clock),
      summarizer: null,
      limits: defaultLimits,
      random: Math.random,
    },
    wakeAt: () => undefined,
    // Nobody is told but by a command that does nothing else.
    ...(isStill ? { notifying: buildNotifying(config, tools) } : {}),
    keepAlive: (work) => void work.catch(() => undefined),
  });
  // What waits for the server, its bots among them, is not taken by whoever only looks after some data.
  if (isStill) void engine.stop();
  const adminToken = crypto.randomUUID();
  const common = { engine, store, channels, adminToken, logger, metrics, clock, ids, version };
  const app = createApp({ ...common, isStopping: () => false });
  const headers = { authorization: `Bearer ${adminToken}`, "content-type": "application/json" };
  return (path, init) => app.request(path, { ...init, headers: { ...headers, ...init.headers } });
}
