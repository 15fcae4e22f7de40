import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { all, tables } from "../../src/engine/reports/documents.ts";
import { createReportWorker, type ReportWorker } from "../../src/entry/node/report-worker-client.ts";
import { type OpenStore, StoreUnavailableError } from "../../src/ports/store.ts";
import { handoff, noon } from "../core/reports/sample-rows.ts";
import { everything } from "../engine/reports/count.ts";

const rows = Array.from({ length: 900 }, (_, index) =>
  handoff({ id: `h${index}`, openedAt: noon + index, answeredAt: noon + 5_000 }),
);
const place = { folder: "", path: "" };
let open: OpenStore;
let worker: ReportWorker;

beforeAll(async () => {
  place.folder = await mkdtemp(join(tmpdir(), "baton-report-"));
  place.path = join(place.folder, "main.db");
  open = createSqliteStore(openNodeDatabase(place.path));
  const { kind, view } = tables.handoffs;
  await open.store.commit({
    ...emptyCommit(noon),
    puts: rows.map((row) => ({ kind, id: row.id, body: row })),
    index: rows.map(({ id, openedAt }) => ({
      change: "put",
      view,
      key: all,
      sort: openedAt,
      kind,
      id,
      previousKey: null,
    })),
    effects: [{ id: "e1", lane: null, pool: "timer", dueAt: noon, owner: "", body: {}, whenLeased: [] }],
  });
  worker = createReportWorker({ store: "sqlite", path: place.path });
});
afterAll(async () => {
  await worker.close();
  await open.close();
  await rm(place.folder, { recursive: true });
});

describe("the thread that counts reports", () => {
  test("counts what the server has written, on a connection of its own", async () => {
    const outcome = await worker.runner.run(everything(noon + 10_000));
    expect(outcome).toMatchObject({ status: "counted", report: { total: { handoffs: { value: 900 } } } });
  });

  test("takes no work out of the server's hands", async () => {
    const lease = { now: noon, limit: 5, leaseUntilMs: noon + 60_000, busyPools: [] };
    expect((await open.store.takeDue(lease)).effects).toHaveLength(1);
    await worker.runner.run(everything(noon + 10_000));
    expect((await open.store.takeDue(lease)).effects).toEqual([]);
  });

  test("exports piece by piece, and ends what nobody reads on", async () => {
    const request = { table: "handoffs", format: "csv", filters: {}, span: { from: 0, to: noon + 10_000 } } as const;
    let lines = 0;
    for await (const piece of worker.runner.rows(request)) lines += piece.split("\r\n").length - 1;
    expect(lines).toBe(901);
    for await (const piece of worker.runner.rows(request)) {
      expect(piece).toMatch(/^id,/);
      break;
    }
    expect(await worker.runner.run(everything(noon + 10_000))).toMatchObject({ status: "counted" });
  });

  test("says when the database is not there", async () => {
    const broken = createReportWorker({ store: "sqlite", path: join(place.folder, "no", "such.db") });
    await expect(broken.runner.run(everything(noon))).rejects.toThrow(StoreUnavailableError);
    await broken.close();
    await expect(broken.runner.run(everything(noon))).rejects.toThrow(StoreUnavailableError);
  });
});
