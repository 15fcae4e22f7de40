import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import { defaultConversationSettings } from "../../src/core/conversation/settings.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { createRoute } from "../../src/engine/effects/route.ts";
import { createHandleEvent, type HandleEvent } from "../../src/engine/handle-event.ts";
import { createKnownConversations } from "../../src/engine/known-conversations.ts";
import { defaultLimits } from "../../src/engine/limits.ts";
import { createMailbox } from "../../src/engine/mailbox.ts";
import { createMetrics } from "../../src/engine/metrics.ts";
import type { Parts } from "../../src/engine/parts.ts";
import { createReadContext } from "../../src/engine/read-context.ts";
import { createRoster } from "../../src/engine/routing/roster.ts";
import { createRouting } from "../../src/engine/routing/routing.ts";
import { createPolicies } from "../../src/engine/settings/policies.ts";
import { createPolicyReader } from "../../src/engine/settings/policy-reader.ts";
import { createWorkload } from "../../src/engine/workload.ts";
import type { LeasedEffect, OpenStore } from "../../src/ports/store.ts";
import { percentile } from "../support/statistics.ts";
import { type Row, row } from "./row.ts";
import { storeAgents, storeWaiting } from "./waiting-conversations.ts";

const agents = 1_000;
const waiting = 10_000;
const warmUps = 20;
const measured = 300;

/** The whole effect on a SQLite file: read, decide, look who is before it, commit; every time somebody is found. */
export async function measureRouting(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "baton-routing-"));
  const open = createSqliteStore(openNodeDatabase(join(folder, "baton.sqlite")));
  try {
    return [await measure(open, "longest-idle"), await measure(open, "least-loaded")].flat();
  } finally {
    await open.close();
    await rm(folder, { recursive: true });
  }
}

async function measure(open: OpenStore, strategy: "longest-idle" | "least-loaded"): Promise<Row[]> {
  const parts = partsOf(open, strategy);
  const prefix = strategy;
  await storeAgents(open.store, { count: agents, prefix });
  const leased = await storeWaiting(open.store, { count: waiting, prefix, routed: warmUps + measured });
  const route = await routeOf(parts);
  const times: number[] = [];
  const cpuBefore = process.cpuUsage();
  for (const effect of leased) {
    const startedAt = performance.now();
    const { outcome } = await route(effect);
    times.push(performance.now() - startedAt);
    if (outcome !== "settled") throw new Error(`A decision was not committed: ${outcome}.`);
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  const cpuMs = ((user + system) / 1_000 / times.length).toFixed(1);
  const taken = times.slice(warmUps);
  const p99 = percentile(taken, 0.99).toFixed(1);
  return [
    row(`routing ${strategy}: ${agents} can take it, ${waiting.toLocaleString("en")} wait, median`, {
      value: percentile(taken, 0.5),
      unit: "ms",
      target: { below: 5 },
      beside: `p99 ${p99} ms, CPU ${cpuMs} ms, the first ${(times[0] ?? 0).toFixed(0)} ms`,
    }),
  ];
}

async function routeOf(parts: Parts): Promise<(effect: LeasedEffect) => Promise<{ readonly outcome: string }>> {
  const policies = createPolicies(parts);
  await policies.start();
  const reader = createPolicyReader(policies);
  const known = createKnownConversations(parts.store);
  const roster = createRoster(parts);
  const runner = { offer: () => null, committed: () => undefined };
  const readContext = createReadContext(parts, reader, createWorkload(parts, roster));
  const handle: HandleEvent = createHandleEvent(parts, known, createMailbox(), runner, readContext);
  const route = createRoute(known, parts, createRouting(parts, handle, { policies: reader, roster }));
  return (effect) => route(effect, effect.body as Parameters<typeof route>[1]);
}

function partsOf({ store }: OpenStore, strategy: "longest-idle" | "least-loaded"): Parts {
  const chat = starterSettings.queues.chat;
  if (!chat) throw new Error("The starter settings have a queue `chat`.");
  const queue = { ...chat, id: strategy, strategy: { type: strategy }, teams: [strategy] } as const;
  return {
    workspaceId: "bench",
    store,
    channels: new Map(),
    testChannelIds: new Set(),
    bots: new Map(),
    settings: defaultConversationSettings,
    starter: { ...starterSettings, queues: { ...starterSettings.queues, [strategy]: queue } },
    summarizer: null,
    clock: { now: Date.now, sleep: async () => undefined },
    ids: { next: (prefix) => `${prefix}_bench` },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    metrics: createMetrics(),
    limits: defaultLimits,
    random: () => 0.5,
    wakeAt: () => undefined,
    keepAlive: () => undefined,
  };
}
