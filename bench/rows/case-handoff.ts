/** A case handoff of 10,000 things on a SQLite file: how long, how much memory, and whether others notice. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import { startingChoices } from "../../src/core/casehandoff/choices.ts";
import { totals } from "../../src/core/casehandoff/counts.ts";
import { defaultConversationSettings } from "../../src/core/conversation/settings.ts";
import { newAgent } from "../../src/core/people/agent.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { defaultLimits } from "../../src/engine/limits.ts";
import { createMetrics } from "../../src/engine/metrics.ts";
import { createIds } from "../../src/entry/ids.ts";
import { systemClock } from "../../src/entry/system-clock.ts";
import type { CaseModule, OutsideCase } from "../../src/ports/case-module.ts";
import type { Store } from "../../src/ports/store.ts";
import { storeCases } from "../baton/stored-cases.ts";
import { sleep } from "../support/sleep.ts";
import { percentile } from "../support/statistics.ts";
import { type Row, row } from "./row.ts";

interface Mix {
  readonly name: string;
  readonly conversations: number;
  readonly tasks: number;
  readonly outside: number;
}

const mixes: readonly Mix[] = [
  { name: "mixed", conversations: 2_500, tasks: 2_500, outside: 5_000 },
  { name: "conversations only", conversations: 10_000, tasks: 0, outside: 0 },
];

export async function measureCaseHandoff(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const mix of mixes) rows.push(...(await measureMix(mix)));
  return rows;
}

async function measureMix(mix: Mix): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "baton-bench-"));
  const open = createSqliteStore(openNodeDatabase(join(folder, "baton.db")));
  const crm = rememberedModule(mix.outside);
  const engine = runningEngine(open.store, crm);
  try {
    await storeCases(open.store, { subjectId: "lea", ...mix });
    await engine.agents.add(newAgent({ id: "kim", name: "Kim", capacity: 100_000, presence: "available" }));
    await engine.start();
    return await moveAll(engine, mix);
  } finally {
    await engine.stop();
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function moveAll(engine: Engine, { name }: Mix): Promise<Row[]> {
  const { caseHandoffs } = engine;
  const target = { type: "employee", id: "kim" } as const;
  const wanted = { subjectId: "lea", choices: { ...startingChoices, target }, by: "bench" };
  const created = await caseHandoffs.create(wanted, null);
  if (created.status !== "created") throw new Error(`Not created: ${created.status}`);
  const { id } = created.handoff;
  const watch = watchOthers(engine);
  const verifyingAt = performance.now();
  const verified = await caseHandoffs.verify(id, "bench");
  const verifyMs = performance.now() - verifyingAt;
  if (verified.status !== "changed") throw new Error(`Not verified: ${JSON.stringify(verified)}`);
  const runningAt = performance.now();
  await caseHandoffs.start(id, { by: "bench", hash: verified.handoff.plan?.hash ?? "" });
  for (;;) {
    const now = await caseHandoffs.get(id);
    if (now?.status === "completed") break;
    if (now?.status !== "running")
      throw new Error(`It is ${now?.status}: ${JSON.stringify(totals(now?.counts ?? {}))}`);
    await sleep(50);
  }
  const seconds = (performance.now() - runningAt) / 1_000;
  const { pings, ownMs, peakMb } = watch.end();
  const title = `case handoff of 10,000, ${name}`;
  return [
    row(`${title}: verify`, { value: verifyMs / 1_000, unit: "s" }),
    row(`${title}: run`, { value: seconds, unit: "s", beside: `${Math.round(10_000 / seconds)}/s` }),
    row(`${title}: of somebody else's ping our own CPU time, p99`, {
      value: percentile(ownMs, 0.99),
      unit: "ms",
      target: { below: 100 },
      beside: `p50 ${percentile(ownMs, 0.5).toFixed(1)}`,
    }),
    row(`${title}: somebody else's ping, p99`, {
      value: percentile(pings, 0.99),
      unit: "ms",
      beside: `p50 ${percentile(pings, 0.5).toFixed(1)}, longest ${Math.max(...pings).toFixed(0)}, ${pings.length} pings`,
    }),
    row(`${title}: memory at its highest`, { value: peakMb, unit: "MB" }),
  ];
}

/** Somebody who reads the store all the time, and finds out how long it takes. */
function watchOthers(engine: Engine) {
  const pings: number[] = [];
  /** What others on this machine do is not in these. */
  const ownMs: number[] = [];
  let peak = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const askedAt = performance.now();
      const before = process.cpuUsage();
      await sleep(5);
      await engine.ping();
      pings.push(performance.now() - askedAt - 5);
      const { user, system } = process.cpuUsage(before);
      ownMs.push((user + system) / 1_000);
      peak = Math.max(peak, process.memoryUsage.rss());
    }
  })();
  watching.catch(() => undefined);
  return {
    end() {
      isOver = true;
      return { pings, ownMs, peakMb: peak / 1024 / 1024 };
    },
  };
}

/** A timer knows no later time. */
const longestMs = 2 ** 31 - 1;

function runningEngine(store: Store, module: CaseModule): Engine {
  const engine = createEngine({
    ...{ workspaceId: "bench", store, channels: new Map(), testChannelIds: new Set<string>(), bots: new Map() },
    ...{ clock: systemClock, ids: createIds(systemClock), metrics: createMetrics(), limits: defaultLimits },
    ...{ settings: defaultConversationSettings, starter: starterSettings, summarizer: null, random: Math.random },
    caseModules: [module],
    logger: { debug() {}, info() {}, warn() {}, error: console.error },
    wakeAt: (at) =>
      void setTimeout(
        () => void engine.runDue().catch(() => undefined),
        Math.min(longestMs, Math.max(0, at - Date.now())),
      ).unref(),
    keepAlive: (work) => void work.catch(() => undefined),
  });
  return engine;
}

const pageSize = 500;

/** What is outside answers at once here: the engine is measured, not a network. */
function rememberedModule(count: number): CaseModule {
  const owners = new Map(Array.from({ length: count }, (_, index) => [`deal-${index}`, "lea"]));
  return {
    id: "crm",
    name: "CRM",
    async list({ id }, cursor) {
      const mine = [...owners].filter(([, owner]) => owner === id).map(([reference]) => reference);
      const from = Number(cursor ?? 0);
      const items = mine
        .slice(from, from + pageSize)
        .map((reference): OutsideCase => ({ reference, kind: "deal", version: "1" }));
      return { status: "listed", items, next: from + pageSize < mine.length ? String(from + pageSize) : null };
    },
    async move({ reference, to }) {
      owners.set(reference, to.id);
      return { status: "moved", version: "2" };
    },
    async look({ reference }) {
      return { status: "found", ownerId: owners.get(reference) ?? null };
    },
  };
}
