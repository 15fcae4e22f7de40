import { type ColumnBlock, idsOf, packRows, unpackRows } from "../../core/reports/column-block.ts";
import type { Commit, DocumentKey } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import {
  all,
  type BlockParts,
  blockKey,
  dayOf,
  mostRowsInPart,
  partsKey,
  rowTime,
  type StoredTable,
  type StoredTables,
  storedTables,
  tables,
} from "./documents.ts";

/** A few milliseconds of one commit, on every store. */
const rowsAtOnce = 500;

type Packing = Pick<Parts, "store" | "clock">;

/**
 * Rows of days before `today` go from documents of their own into blocks. Nothing is lost to figures on the way, and a
 * row that changes afterwards stands by itself again until the next time. Open handoffs stay what they are.
 */
export async function packRowsBefore(parts: Packing, today: number, pause: () => Promise<void>): Promise<number> {
  let packed = 0;
  for (const table of storedTables) packed += await packTable(parts, table, today, pause);
  return packed;
}

async function packTable(
  parts: Packing,
  table: StoredTable,
  today: number,
  pause: () => Promise<void>,
): Promise<number> {
  let packed = 0;
  let cursor: string | null = null;
  for (;;) {
    const page = await parts.store.query({
      ...{ view: tables[table].view, key: all, limit: rowsAtOnce, order: "ascending" },
      cursor,
    });
    const found = page.items.flatMap((item) => ("version" in item ? [item as FoundRow] : []));
    const due = found.filter(({ body }) => dayOf(timeOf(table, body)) < today);
    const byDay = Map.groupBy(due.filter(isSettled), ({ body }) => dayOf(timeOf(table, body)));
    for (const [day, rows] of byDay) packed += await packDay(parts, table, day, rows);
    if (due.length < found.length || page.next === null) return packed;
    cursor = page.next;
    await pause();
  }
}

interface FoundRow extends DocumentKey {
  readonly version: number;
  readonly body: StoredTables[StoredTable];
}

function timeOf(table: StoredTable, row: StoredTables[StoredTable]): number {
  return (rowTime[table] as (row: StoredTables[StoredTable]) => number)(row);
}

/** What is open is looked at by the wallboard, and is going to change. */
function isSettled({ body }: FoundRow): boolean {
  return !("phase" in body) || body.phase === "ended";
}

/** One part in one commit. @returns how many were packed; those that changed at this very moment wait for the next time. */
async function packDay(parts: Packing, table: StoredTable, day: number, rows: readonly FoundRow[]): Promise<number> {
  const [stored] = await parts.store.load([partsKey(table, day)]);
  const known = (stored?.body as BlockParts | undefined) ?? { schemaVersion: 1, parts: 0, rows: 0 };
  const left = new Map(rows.map((row) => [row.id, row]));
  let packed = 0;
  for (let part = 0; part < known.parts && left.size > 0; part++) {
    const [block] = await parts.store.load([blockKey(table, day, part)]);
    if (!block) continue;
    const packedRows = block.body as ColumnBlock;
    const again = idsOf(packedRows).flatMap((id) => left.get(String(id)) ?? []);
    const room = part === known.parts - 1 ? mostRowsInPart - packedRows.rows : 0;
    const fresh = room > 0 ? [...left.values()].filter((row) => !again.includes(row)).slice(0, room) : [];
    if (again.length + fresh.length === 0) continue;
    const old = unpackRows<{ readonly id: string }>(packedRows);
    const replaced = new Map(again.map((row) => [row.id, row.body]));
    const bodies = [...old.map((row) => replaced.get(row.id) ?? row), ...fresh.map(({ body }) => body)];
    const counts = { ...known, rows: known.rows + fresh.length };
    const written = { table, day, part, bodies, rows: [...again, ...fresh], version: block.version };
    if (!(await write(parts, written, { ...counts, version: stored?.version ?? 0 }))) return packed;
    packed += again.length + fresh.length;
    for (const { id } of [...again, ...fresh]) left.delete(id);
    // The counts have changed with it: what is left is looked at afresh.
    if (left.size > 0) return packed + (await packDay(parts, table, day, [...left.values()]));
  }
  if (left.size === 0) return packed;
  const fresh = [...left.values()].slice(0, mostRowsInPart);
  const counts = { ...known, parts: known.parts + 1, rows: known.rows + fresh.length };
  const written = { table, day, part: known.parts, bodies: fresh.map(({ body }) => body), rows: fresh, version: 0 };
  const isWritten = await write(parts, written, { ...counts, version: stored?.version ?? 0 });
  return packed + (isWritten ? fresh.length : 0);
}

interface WrittenPart {
  readonly table: StoredTable;
  readonly day: number;
  readonly part: number;
  /** All rows of the part. */
  readonly bodies: readonly object[];
  /** Those that stood by themselves until now. */
  readonly rows: readonly FoundRow[];
  /** Of the part's document. */
  readonly version: number;
}

async function write(
  { store, clock }: Packing,
  { table, day, part, bodies, rows, version }: WrittenPart,
  { version: partsVersion, ...counts }: BlockParts & { readonly version: number },
): Promise<boolean> {
  const [block, dayParts] = [blockKey(table, day, part), partsKey(table, day)];
  const { kind, view } = tables[table];
  const commit: Commit = {
    ...emptyCommit(clock.now()),
    expects: [
      { ...block, version },
      { ...dayParts, version: partsVersion },
      ...rows.map(({ id, version: read }) => ({ kind, id, version: read })),
    ],
    puts: [
      { ...block, body: packRows(bodies) },
      { ...dayParts, body: counts },
    ],
    removes: rows.map(({ id }) => ({ kind, id })),
    index: rows.map(({ id }) => ({ change: "remove", view, key: all, kind, id })),
  };
  return (await store.commit(commit)).status === "committed";
}
