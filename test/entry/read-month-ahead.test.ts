import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import { storeMonth } from "../../bench/reports/sample-rows.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { othersFirst } from "../../src/engine/others-first.ts";
import { blockKey, dayMs, dayOf, partsKey, readBlockParts, storedTables } from "../../src/engine/reports/documents.ts";
import { packRowsAtRest } from "../../src/engine/reports/pack-rows.ts";
import { readMonthAhead } from "../../src/entry/node/read-month-ahead.ts";
import { createReportWorker } from "../../src/entry/node/report-worker-client.ts";
import type { OpenStore } from "../../src/ports/store.ts";
import { noon } from "../core/reports/sample-rows.ts";
import { everything } from "../engine/reports/count.ts";
import { memoryStore } from "../support/memory-store.ts";

const clock = { now: () => noon };
const room = 4 * 1_073_741_824;
const days = Array.from({ length: 31 }, (_, index) => dayOf(noon) - index);
const lastMonth = { period: { from: noon - 30 * dayMs, to: noon + 1, timeZone: "UTC" } };
let folder: string;
let open: OpenStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baton-ahead-"));
  open = createSqliteStore(openNodeDatabase(join(folder, "main.db")));
  await storeMonth(open.store, { handoffs: 300, engagementsPerHandoff: 1, until: noon });
  await packRowsAtRest({ store: open.store, clock: { ...clock, sleep: async () => undefined } }, noon, othersFirst);
});
afterAll(async () => {
  await open.close();
  await rm(folder, { recursive: true });
});

async function removeBlocks(): Promise<void> {
  const keys = storedTables.flatMap((table) => days.map((day) => ({ table, day, ...partsKey(table, day) })));
  const stored = await open.store.load(keys);
  const removes = keys.flatMap(({ table, day }, index) =>
    readBlockParts(stored[index]?.body).versions.map((_, part) => blockKey(table, day, part)),
  );
  expect(removes.length).toBeGreaterThan(30);
  await open.store.commit({ ...emptyCommit(noon), removes });
}

describe("the last month, read when a server has started", () => {
  test("need not be read again for the first lead who looks", async () => {
    const worker = createReportWorker({ store: "sqlite", path: join(folder, "main.db") });
    expect(await readMonthAhead({ store: open.store, runner: worker.runner, clock, availableBytes: room })).toBe(true);
    // Nobody could read them now.
    await removeBlocks();
    const outcome = await worker.runner.run(everything(noon, lastMonth));
    expect(outcome).toMatchObject({ status: "counted", report: { total: { handoffs: { value: 300 } } } });
    await worker.close();
  });

  test("is nobody's business where there is none", async () => {
    const empty = memoryStore();
    const runner = { run: () => Promise.reject(new Error("A thread was started for nothing.")) };
    expect(await readMonthAhead({ store: empty.store, runner, clock, availableBytes: room })).toBe(false);
    await empty.close();
  });

  test("is left alone where memory is short: nobody has asked for it yet", async () => {
    const runner = { run: () => Promise.reject(new Error("It was read all the same.")) };
    expect(await readMonthAhead({ store: open.store, runner, clock, availableBytes: room / 4 })).toBe(false);
  });
});
