import { describe, expect } from "vitest";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import { all, dayMs, dayOf, tables } from "../../../src/engine/reports/documents.ts";
import { keepNoBlocks } from "../../../src/engine/reports/kept-blocks.ts";
import { packRowsAtRest } from "../../../src/engine/reports/pack-rows.ts";
import { type ReportReader, readAllRows } from "../../../src/engine/reports/read-rows.ts";
import type { OpenStore } from "../../../src/ports/store.ts";
import { plain } from "../../core/reports/plain-rows.ts";
import { handoff, noon } from "../../core/reports/sample-rows.ts";
import { testClock } from "../../support/clock.ts";
import { startTestEngine } from "../../support/engine.ts";
import { type InWorkspace, testIn } from "../../support/workspace.ts";
import { counted } from "./count.ts";
import { countedAgain, promising, totalsOf } from "./counted-again.ts";
import { playHistory } from "./play-history.ts";

const pause = async () => undefined;

/** Rows and figures are the same on every store, before and after they were packed. */
export function reportPromises(name: string, inWorkspace: InWorkspace): void {
  describe(`reports on ${name}`, () => {
    let stores: readonly [OpenStore, OpenStore];
    const test = testIn(inWorkspace, {
      async begin(...both) {
        stores = both;
      },
      end: async () => undefined,
    });

    test("say what the logs say, whichever process counts, and the same from blocks", async () => {
      const [store, second] = stores;
      const started = startTestEngine({ store, starter: promising });
      const { clock } = started;
      const other = startTestEngine({ store: second, starter: promising, clock, processName: "b" });
      await playHistory(started, 42, 90);
      const found = await countedAgain(started);
      expect(found.cases.length).toBeGreaterThan(5);
      const before = await counted(other, { by: ["agent", "day"] });
      expect(before.total).toMatchObject(totalsOf(found));
      const packed = await packRowsAtRest({ store: store.store, clock }, (dayOf(clock.now()) + 1) * dayMs, pause);
      expect(packed).toBeGreaterThan(5);
      expect(await counted(started, { by: ["agent", "day"] })).toEqual(before);
      for (const each of [other, started]) await each.close();
    }, 60_000);

    test("read the rows of days that are over as they were, from blocks that hold them all", async () => {
      const [{ store }, second] = stores;
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
      const span = { from: noon, to: noon + 10_000 };
      const read = async (reader: ReportReader) => {
        const found = await readAllRows({ reader, pause, blocks: keepNoBlocks }, "handoffs", span, 10_000);
        return plain(found.rows, handoff());
      };
      expect([...(await read(second.store))].reverse()).toEqual(rows);
      expect(await packRowsAtRest({ store, clock: testClock(noon) }, (dayOf(noon) + 1) * dayMs, pause)).toBe(1_200);
      const page = await store.query({ view, key: all, limit: 10, order: "ascending", cursor: null });
      expect(page.items).toEqual([]);
      expect(await read(second.store)).toEqual(rows);
    });
  });
}
