import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import { defaultConversationSettings } from "../../src/core/conversation/settings.ts";
import { newAgent } from "../../src/core/people/agent.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { defaultLimits } from "../../src/engine/limits.ts";
import { createMetrics } from "../../src/engine/metrics.ts";
import type { Channel } from "../../src/ports/channel.ts";
import type { OpenStore } from "../../src/ports/store.ts";
import { type Row, row } from "./row.ts";

const assigned = 1_000;
const held = 500;

/** Everything that hangs on it is done meanwhile: messages to the customers leave, people are told. */
export async function measurePeople(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), "baton-people-"));
  const open = createSqliteStore(openNodeDatabase(join(folder, "baton.sqlite")));
  const engine = engineOn(open);
  try {
    await engine.agents.add(newAgent({ id: "robin", name: "Robin", presence: "busy", capacity: 1_000 }));
    const ids = await begin(engine, assigned);
    let answeredMs = 0;
    const bulk = await timed(async () => {
      const startedAt = performance.now();
      await assign(engine, ids);
      answeredMs = performance.now() - startedAt;
      await engine.settleAll();
    });
    for (const id of ids.slice(held)) await close(engine, id);
    await engine.settleAll();
    const gone = await timed(async () => {
      const away = { statusId: null, presence: "away", reason: null } as const;
      await engine.people.setPresence("robin", away, { agentId: null, role: "admin" });
      await engine.settleAll();
    });
    return [
      row(`${assigned.toLocaleString("en")} conversations to one person`, {
        ...{ value: bulk.ms / 1_000, unit: "s", target: { below: 2 } },
        beside: `answered after ${(answeredMs / 1_000).toFixed(2)} s; ${bulk.beside}`,
      }),
      row(`an owner of ${held} live conversations goes: all of them wait again`, {
        ...{ value: gone.ms / 1_000, unit: "s" },
        beside: gone.beside,
      }),
    ];
  } finally {
    await engine.stop();
    await open.close();
    await rm(folder, { recursive: true });
  }
}

async function begin(engine: Engine, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const accepted = await engine.accept("bench.test", {
      ...{ type: "message", eventId: `e${index}`, fingerprint: "f", sentAt: null, address: `c${index}`, name: null },
      ...{ locale: null, participant: null, properties: {}, content: { type: "text", text: "hello" } },
    });
    if ("conversationId" in accepted && accepted.conversationId !== null) ids.push(accepted.conversationId);
  }
  await engine.settleAll();
  return ids;
}

async function assign(engine: Engine, conversationIds: readonly string[]): Promise<void> {
  const wanted = { conversationIds, agentId: "robin", byAgentId: null, evenIfAway: false, tellsCustomer: true };
  const done = await engine.people.assignMany({ ...wanted, idempotency: { key: "bench", fingerprint: "f" } });
  const failed = done.status === "done" ? done.items.filter(({ status }) => status !== "done") : [done];
  if (failed.length > 0) throw new Error(`Not everything was assigned: ${JSON.stringify(failed[0])}.`);
}

async function close(engine: Engine, id: string): Promise<void> {
  const outcome = { outcome: "resolved", wrapUp: null } as const;
  await engine.command(id, { type: "conversation-closed", agentId: "robin", ...outcome }, null);
}

async function timed(work: () => Promise<void>): Promise<{ readonly ms: number; readonly beside: string }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpuBefore);
  const ms = performance.now() - startedAt;
  delay.disable();
  const beside = `${((user + system) / 1e6).toFixed(2)} s of processor, event loop p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms`;
  return { ms, beside };
}

function engineOn({ store }: OpenStore): Engine {
  let made = 0;
  return createEngine({
    ...{ workspaceId: "bench", store, testChannelIds: new Set<string>(), bots: new Map(), summarizer: null },
    channels: new Map([[liveChannel.id, liveChannel]]),
    settings: { ...defaultConversationSettings, botId: null, quietMs: 0 },
    starter: {
      ...starterSettings,
      handoff: { ...starterSettings.handoff, destination: { type: "queue", id: "chat" } },
    },
    clock: { now: Date.now, sleep: async () => undefined },
    ids: { next: (prefix) => `${prefix}_${String(++made).padStart(6, "0")}` },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    metrics: createMetrics(),
    limits: defaultLimits,
    random: () => 0.5,
    wakeAt: () => undefined,
    keepAlive: () => undefined,
  });
}

const liveChannel: Channel = {
  id: "bench.test",
  kind: "test",
  capabilities: {
    ...{ replyWindowMs: null, canStream: false, hasButtons: false, hasTyping: false, hasReceipts: false },
    ...{ hasPresence: true, hasIdempotentSend: true, maxTextLength: 16_000, maxBodyBytes: 262_144 },
  },
  receive: async () => ({ status: "refused", code: "unsigned", detail: "takes events directly" }),
  send: async () => ({ status: "sent", providerId: null }),
};
