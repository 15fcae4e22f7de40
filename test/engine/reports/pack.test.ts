import { describe, expect, test } from "vitest";
import type { HandoffRow } from "../../../src/core/reports/handoff-row.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import { all, blockKey, dayOf, tables } from "../../../src/engine/reports/documents.ts";
import { exportRows } from "../../../src/engine/reports/export-rows.ts";
import { packRowsBefore } from "../../../src/engine/reports/pack-rows.ts";
import { readAllRows } from "../../../src/engine/reports/read-rows.ts";
import type { Store } from "../../../src/ports/store.ts";
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
    const { rows } = await readAllRows({ reader: store, pause }, "handoffs", span, 100_000);
    return [...rows].sort(byId);
  };
  const standing = async () =>
    (await store.query({ view: tables.handoffs.view, key: all, limit: 10_000, order: "ascending", cursor: null })).items
      .length;
  return { store, parts, close, read, standing, pack: () => packRowsBefore(parts, today, pause) };
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
    const { rows } = await readAllRows({ reader: parts.store, pause: packing }, "handoffs", span, 100_000);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1_500);
    expect(rows).toHaveLength(1_500);
    await close();
  });

  test("are refused to be counted where there are more than fit", async () => {
    const { store, close } = opened();
    await put(store, ended(30));
    expect(await readAllRows({ reader: store, pause }, "handoffs", span, 29)).toEqual({ rows: [], isTooMany: true });
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
      for await (const piece of exportRows({ reader: store, pause }, { ...request, format })) whole += piece;
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
