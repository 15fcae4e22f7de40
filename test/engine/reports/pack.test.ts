import { describe, expect, test } from "vitest";
import type { HandoffRow } from "../../../src/core/reports/handoff-row.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import { all, blockKey, dayOf, partsKey, tables } from "../../../src/engine/reports/documents.ts";
import { exportRows } from "../../../src/engine/reports/export-rows.ts";
import { createKeptBlocks, keepNoBlocks } from "../../../src/engine/reports/kept-blocks.ts";
import { packRowsAtRest } from "../../../src/engine/reports/pack-rows.ts";
import { type ReportReader, readAllRows } from "../../../src/engine/reports/read-rows.ts";
import type { Store } from "../../../src/ports/store.ts";
import { plain } from "../../core/reports/plain-rows.ts";
import { handoff, hour, noon } from "../../core/reports/sample-rows.ts";
import { testClock } from "../../support/clock.ts";
import { memoryStore } from "../../support/memory-store.ts";

const day = 24 * hour;
const today = dayOf(noon) + 3;
const pause = async () => undefined;
const span = { from: noon - 10 * day, to: noon + 10 * day };

async function put(store: Store, rows: readonly HandoffRow[]): Promise<void> {
  const { kind, view } = tables.handoffs;
  await store.commit({
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
  });
}

function ended(count: number, differing: Partial<HandoffRow> = {}): HandoffRow[] {
  return Array.from({ length: count }, (_, index) =>
    handoff({
      id: `h${String(index).padStart(5, "0")}`,
      openedAt: noon + index,
      phase: "ended",
      outcome: "resolved",
      ...differing,
    }),
  );
}

const byId = (one: { readonly id: string }, other: { readonly id: string }) => (one.id < other.id ? -1 : 1);

function opened() {
  const { store, close } = memoryStore();
  const parts = { store, clock: testClock(noon) };
  const read = async () => {
    const { rows } = await readAllRows({ reader: store, pause, blocks: keepNoBlocks }, "handoffs", span, 100_000);
    return plain(rows, handoff()).sort(byId);
  };
  const standing = async () =>
    (await store.query({ view: tables.handoffs.view, key: all, limit: 10_000, order: "ascending", cursor: null })).items
      .length;
  return { store, parts, close, read, standing, pack: () => packRowsAtRest(parts, today * day, pause) };
}

describe("rows of days that are over", () => {
  test("go into blocks, part after part, and none is lost or changed on the way", async () => {
    const { store, read, pack, standing, close } = opened();
    const rows = ended(2_600);
    await put(store, rows);
    expect(await read()).toEqual(rows);
    expect(await pack()).toBe(2_600);
    expect(await standing()).toBe(0);
    expect(await read()).toEqual(rows);
    const parts = await store.load([0, 1, 2, 3].map((part) => blockKey("handoffs", dayOf(noon), part)));
    expect(parts.map((part) => part !== null)).toEqual([true, true, true, false]);
    await close();
  });

  test("count as they are now when they change later, before and after the next night", async () => {
    const { store, read, pack, close } = opened();
    const rows = ended(2_100);
    await put(store, rows);
    await pack();
    const late = rows.flatMap((row, index) => (index % 1_000 === 7 ? [{ ...row, wrapUp: "late" }] : []));
    await put(store, late);
    const expected = rows.map((row) => late.find(({ id }) => id === row.id) ?? row);
    expect(await read()).toEqual(expected);
    expect(await pack()).toBe(3);
    expect(await read()).toEqual(expected);
    await close();
  });

  test("stay as they are while they are of today, or open", async () => {
    const { store, read, pack, close } = opened();
    const rows = [...ended(1, { openedAt: today * day }), handoff({ id: "open" })];
    await put(store, rows);
    expect(await pack()).toBe(0);
    expect(await read()).toEqual([...rows].sort(byId));
    await close();
  });

  test("are each read once, also when they are packed while they are read", async () => {
    const { store, parts, pack, close } = opened();
    await put(store, ended(1_500));
    let pauses = 0;
    const packing = async () => {
      pauses += 1;
      if (pauses === 2) await pack();
    };
    const { rows } = await readAllRows(
      { reader: parts.store, pause: packing, blocks: keepNoBlocks },
      "handoffs",
      span,
      100_000,
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1_500);
    expect(rows).toHaveLength(1_500);
    await close();
  });

  test("that were packed in the first way are read, and written in the new one with the next change", async () => {
    const { store, read, pack, close } = opened();
    const rows = ended(3);
    const columns = Object.keys(handoff()).map((name) => [name, { values: rows.map((row) => row[name as "id"]) }]);
    const block = { schemaVersion: 1, rows: 3, columns: Object.fromEntries(columns) };
    const [day, directory] = [dayOf(noon), { schemaVersion: 1, parts: 1, rows: 3 }];
    await store.commit({
      ...emptyCommit(noon),
      puts: [
        { ...blockKey("handoffs", day, 0), body: block },
        { ...partsKey("handoffs", day), body: directory },
      ],
    });
    expect(await read()).toEqual(rows);
    const late = rows.map((row, index) => (index === 1 ? { ...row, wrapUp: "late" } : row));
    await put(store, [...late.slice(1, 2), handoff({ ...rows[0], id: "h00003" })]);
    expect(await pack()).toBe(2);
    expect(await read()).toEqual([...late, handoff({ ...rows[0], id: "h00003" })]);
    const written = await store.load([blockKey("handoffs", day, 0), partsKey("handoffs", day)]);
    expect(written.map((document) => document?.body)).toMatchObject([
      { schemaVersion: 2, rows: 4 },
      { schemaVersion: 2, rows: 4, versions: [2] },
    ]);
    await close();
  });

  test("stand by themselves for an hour after their end, so that what is still looked at is there", async () => {
    const { store, parts, standing, close } = opened();
    await put(store, ended(2, { endedAt: noon + hour }));
    expect(await packRowsAtRest(parts, noon + hour, pause)).toBe(0);
    expect(await packRowsAtRest(parts, noon + hour + 1, pause)).toBe(2);
    expect(await standing()).toBe(0);
    await close();
  });

  test("are refused to be counted where there are more than fit", async () => {
    const { store, close } = opened();
    await put(store, ended(30));
    const reading = { reader: store, pause, blocks: keepNoBlocks };
    expect(await readAllRows(reading, "handoffs", span, 29)).toEqual({ rows: [], isTooMany: true });
    await close();
  });

  test("are exported as CSV and JSON that can be read again", async () => {
    const { store, pack, close } = opened();
    await put(store, ended(3, { ruleId: "=SUM(1)", queueId: 'a "b", c' }));
    await pack();
    await put(store, ended(1, { reason: "rule" }));
    const request = { table: "handoffs", span, filters: {} } as const;
    const text = async (format: "csv" | "json"): Promise<string> => {
      let whole = "";
      const reading = { reader: store, pause, blocks: keepNoBlocks };
      for await (const piece of exportRows(reading, { ...request, format })) whole += piece;
      return whole;
    };
    const lines = (await text("csv")).split("\r\n");
    expect(lines[0]).toMatch(/^id,conversationId,engagementId,/);
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toBe("");
    expect(lines.some((line) => line.includes("'=SUM(1)") && line.includes('"a ""b"", c"'))).toBe(true);
    const { items } = JSON.parse(await text("json"));
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({
      id: "h00000",
      reason: "rule",
      openedAt: new Date(noon).toISOString(),
      takenAt: null,
    });
    await close();
  });
});

describe("blocks that were read before", () => {
  async function packed() {
    const started = opened();
    const { store, pack } = started;
    await put(store, ended(2_500));
    await pack();
    const loaded: string[] = [];
    const reader: ReportReader = {
      query: store.query,
      load(keys) {
        loaded.push(...keys.flatMap(({ kind, id }) => (kind === blockKey("handoffs", 0, 0).kind ? [id] : [])));
        return store.load(keys);
      },
    };
    const reads = (mostBytes: number) => {
      const reading = { reader, pause, blocks: createKeptBlocks(mostBytes) };
      return async () => {
        loaded.length = 0;
        reading.blocks.begin();
        const { rows } = await readAllRows(reading, "handoffs", span, 100_000);
        return { rows: plain(rows, handoff()), loaded: [...loaded] };
      };
    };
    return { ...started, reads };
  }
  const block = (part: number) => blockKey("handoffs", dayOf(noon), part).id;

  test("are not read again, and those that were written since are", async () => {
    const { store, reads, pack, close } = await packed();
    const read = reads(100_000_000);
    const first = await read();
    expect(first.loaded).toEqual([block(0), block(1), block(2)]);
    expect(await read()).toEqual({ rows: first.rows, loaded: [] });
    const late = { ...ended(1_008)[1_007], wrapUp: "late" } as HandoffRow;
    await put(store, [late]);
    const asItIs = [late, ...first.rows.filter(({ id }) => id !== late.id)].sort(byId);
    expect((await read()).rows.sort(byId)).toEqual(asItIs);
    await pack();
    const again = await read();
    expect(again.loaded).toEqual([block(1)]);
    expect(again.rows.sort(byId)).toEqual(asItIs);
    expect((await read()).loaded).toEqual([]);
    await close();
  });

  test("are kept as far as there is room, also when a time is longer than that, and the figures are the same", async () => {
    const { reads, close } = await packed();
    const whole = await reads(100_000_000)();
    const read = reads(1_000_000);
    expect((await read()).loaded).toHaveLength(3);
    for (let count = 0; count < 3; count++) {
      expect(await read()).toEqual({ rows: whole.rows, loaded: [block(1), block(2)] });
    }
    await close();
  });

  test("make room for others when two reports have not looked at them", () => {
    const kept = createKeptBlocks(100);
    kept.begin();
    kept.keep("november", 1, { rows: [], bytes: 100 });
    for (const isKept of [false, true]) {
      kept.begin();
      kept.keep("october", 1, { rows: [], bytes: 100 });
      expect(kept.find("october", 1) !== null).toBe(isKept);
    }
    expect(kept.find("november", 1)).toBeNull();
  });
});
