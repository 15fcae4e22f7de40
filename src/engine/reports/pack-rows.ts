import { packRows, type StoredColumnBlock, unpackRows } from "../../core/reports/column-block.ts";
import type { DocumentKey } from "../../ports/store.ts";
import type { Parts } from "../parts.ts";
import { createDayParts, type DayParts } from "./day-parts.ts";
import {
  all,
  blockKey,
  dayOf,
  mostRowsInPart,
  partsKey,
  readBlockParts,
  rowTime,
  type StoredTable,
  type StoredTables,
  storedTables,
  tables,
} from "./documents.ts";
import { isAtRest } from "./rows-at-rest.ts";
import { writePart } from "./write-part.ts";

/** A few milliseconds of one commit, on every store. */
const rowsAtOnce = 250;

type Packing = Pick<Parts, "store" | "clock">;

/**
 * Rows that have come to rest before this moment go from documents of their own into blocks. Nothing is lost to figures
 * on the way, and a row that changes afterwards stands by itself again until the next time.
 * @returns how many
 */
export async function packRowsAtRest(parts: Packing, before: number, pause: () => Promise<void>): Promise<number> {
  let packed = 0;
  for (const table of storedTables) packed += await packTable(parts, table, before, pause);
  return packed;
}

async function packTable(
  parts: Packing,
  table: StoredTable,
  before: number,
  pause: () => Promise<void>,
): Promise<number> {
  const days = createDayParts(parts.store);
  let packed = 0;
  let cursor: string | null = null;
  for (;;) {
    const page = await parts.store.query({
      ...{ view: tables[table].view, key: all, limit: rowsAtOnce, order: "ascending" },
      cursor,
    });
    const found = page.items.flatMap((item) => ("version" in item ? [item as FoundRow] : []));
    const due = found.filter(({ body }) => timeOf(table, body) < before);
    const atRest = due.filter(({ body }) => isAtRest(body, before));
    const byDay = Map.groupBy(atRest, ({ body }) => dayOf(timeOf(table, body)));
    for (const [day, rows] of byDay) packed += await packDay(parts, days, { table, day }, rows);
    if (due.length < found.length || page.next === null) return packed;
    cursor = page.next;
    await pause();
  }
}

export interface FoundRow extends DocumentKey {
  readonly version: number;
  readonly body: StoredTables[StoredTable];
}

interface Day {
  readonly table: StoredTable;
  readonly day: number;
}

function timeOf(table: StoredTable, row: StoredTables[StoredTable]): number {
  return (rowTime[table] as (row: StoredTables[StoredTable]) => number)(row);
}

/** Part by part. Rows that change at this very moment wait for the next time. */
async function packDay(parts: Packing, days: DayParts, day: Day, rows: readonly FoundRow[]): Promise<number> {
  const left = new Map(rows.map((row) => [row.id, row]));
  while (left.size > 0) {
    const packed = await packPart(parts, days, day, left);
    if (packed.length === 0) break;
    for (const { id } of packed) left.delete(id);
  }
  return rows.length - left.size;
}

/** One part in one commit. @returns what it has taken in; nothing when somebody else has written meanwhile */
async function packPart(
  parts: Packing,
  days: DayParts,
  { table, day }: Day,
  left: ReadonlyMap<string, FoundRow>,
): Promise<readonly FoundRow[]> {
  const [stored] = await parts.store.load([partsKey(table, day)]);
  const directory = readBlockParts(stored?.body);
  const known = await days.look(table, day, directory);
  const { part, again, fresh } = placeFor(
    known.map(({ ids }) => ids),
    left,
  );
  const [block] = part < known.length ? await parts.store.load([blockKey(table, day, part)]) : [];
  const old = block ? unpackRows<Row>(block.body as StoredColumnBlock) : [];
  const rows = [...again, ...fresh];
  const changed = new Map(again.map(({ id, body }) => [id, body as Row]));
  const bodies = [...old.map((row) => changed.get(row.id) ?? row), ...fresh.map(({ body }) => body as Row)];
  const version = block?.version ?? 0;
  const versions = known.map((each) => each.version);
  versions[part] = version + 1;
  const isWritten = await writePart(parts, {
    ...{ table, day, part, version, rows, block: packRows(bodies) },
    directory: { schemaVersion: 2, rows: directory.rows + fresh.length, versions },
    directoryVersion: stored?.version ?? 0,
  });
  if (!isWritten) return [];
  days.note(table, day, part, { version: version + 1, ids: new Set(bodies.map(({ id }) => id)) });
  return rows;
}

type Row = StoredTables[StoredTable];

interface Place {
  readonly part: number;
  /** In it already, as they were before. */
  readonly again: readonly FoundRow[];
  readonly fresh: readonly FoundRow[];
}

/** The first part that has one of them; else the last one, as far as there is room; else a new one. */
function placeFor(parts: readonly ReadonlySet<string>[], left: ReadonlyMap<string, FoundRow>): Place {
  const rows = [...left.values()];
  for (const [part, ids] of parts.entries()) {
    const again = rows.filter(({ id }) => ids.has(id));
    const room = part === parts.length - 1 ? mostRowsInPart - ids.size : 0;
    const fresh = room > 0 ? rows.filter(({ id }) => !ids.has(id)).slice(0, room) : [];
    if (again.length + fresh.length > 0) return { part, again, fresh };
  }
  return { part: parts.length, again: [], fresh: rows.slice(0, mostRowsInPart) };
}
