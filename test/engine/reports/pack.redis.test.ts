import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRedisStore } from "../../../adapters/stores/redis/index.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import { all, dayMs, dayOf, tables } from "../../../src/engine/reports/documents.ts";
import { keepNoBlocks } from "../../../src/engine/reports/kept-blocks.ts";
import { packRowsAtRest } from "../../../src/engine/reports/pack-rows.ts";
import { readAllRows } from "../../../src/engine/reports/read-rows.ts";
import type { OpenStore } from "../../../src/ports/store.ts";
import { plain } from "../../core/reports/plain-rows.ts";
import { handoff, noon } from "../../core/reports/sample-rows.ts";
import { testClock } from "../../support/clock.ts";
import { startRedis, type TestRedis } from "../../support/redis.ts";

let redis: TestRedis;
let open: OpenStore;
beforeAll(async () => {
  redis = await startRedis();
  open = await createRedisStore({ url: redis.url, workspaceId: "reports" });
});
afterAll(async () => {
  await open.close();
  await redis.stop();
});

describe("rows of days that are over, on Redis", () => {
  test("go into blocks and are read as they were", async () => {
    const { store } = open;
    const { kind, view } = tables.handoffs;
    const rows = Array.from({ length: 1_200 }, (_, index) =>
      handoff({ id: `h${10_000 + index}`, openedAt: noon + index, phase: "ended", outcome: "resolved" }),
    );
    await store.commit({
      ...emptyCommit(noon),
      puts: rows.map((row) => ({ kind, id: row.id, body: row })),
      index: rows.map(({ id, openedAt }) => ({
        ...{ change: "put", view, key: all, kind, id, previousKey: null },
        sort: openedAt,
      })),
    });
    const pause = async () => undefined;
    const span = { from: noon, to: noon + 10_000 };
    const reading = { reader: store, pause, blocks: keepNoBlocks };
    const read = async () => plain((await readAllRows(reading, "handoffs", span, 10_000)).rows, handoff());
    expect([...(await read())].reverse()).toEqual(rows);
    expect(await packRowsAtRest({ store, clock: testClock(noon) }, (dayOf(noon) + 1) * dayMs, pause)).toBe(1_200);
    const page = await store.query({ view, key: all, limit: 10, order: "ascending", cursor: null });
    expect(page.items).toEqual([]);
    expect(await read()).toEqual(rows);
  });
});
