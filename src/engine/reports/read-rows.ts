import type { ColumnBlock } from "../../core/reports/column-block.ts";
import { unpackRows } from "../../core/reports/column-block.ts";
import type { Store } from "../../ports/store.ts";
import {
  all,
  type BlockParts,
  blockKey,
  dayOf,
  partsKey,
  rowTime,
  type StoredTable,
  type StoredTables,
  tables,
} from "./documents.ts";

/** All that reports need of a store; a second connection that can do nothing else is enough. */
export type ReportReader = Pick<Store, "load" | "query">;

export interface RowReading {
  readonly reader: ReportReader;
  /** Between two pieces of a few milliseconds: where webhooks are answered, too, they get their turn. */
  readonly pause: () => Promise<void>;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

const pageSize = 400;
const daysAtOnce = 31;
/** Fewer ways to a store that is far away, and still only milliseconds of one that is here. */
const blocksAtOnce = 4;

/**
 * The rows of a time, in pieces and in no order, every row once. Those that stand by themselves come first: what is put
 * into a block meanwhile is found there, and what was told already is left out there.
 */
export async function* readRows<Table extends StoredTable>(
  reading: RowReading,
  table: Table,
  { from, to }: Span,
): AsyncGenerator<readonly StoredTables[Table][], void> {
  const told = new Set<string>();
  const isWithin = (row: StoredTables[Table]) => rowTime[table](row) >= from && rowTime[table](row) < to;
  for await (const rows of freshRows(reading, table, from)) {
    for (const { id } of rows) told.add(id);
    yield rows.filter(isWithin);
  }
  for await (const rows of packedRows(reading, table, { from, to })) {
    yield rows.filter((row) => !told.has(row.id) && isWithin(row));
  }
}

async function* freshRows<Table extends StoredTable>(
  { reader, pause }: RowReading,
  table: Table,
  from: number,
): AsyncGenerator<readonly StoredTables[Table][], void> {
  let cursor: string | null = null;
  do {
    const page = await reader.query({
      ...{ view: tables[table].view, key: all, limit: pageSize, order: "descending" },
      cursor,
    });
    const rows = page.items.map(({ body }) => body as StoredTables[Table]);
    yield rows;
    const last = rows.at(-1);
    // The newest first: what follows is older still.
    cursor = last !== undefined && rowTime[table](last) < from ? null : page.next;
    await pause();
  } while (cursor !== null);
}

async function* packedRows<Table extends StoredTable>(
  { reader, pause }: RowReading,
  table: Table,
  { from, to }: Span,
): AsyncGenerator<readonly StoredTables[Table][], void> {
  for (let first = dayOf(from); first <= dayOf(to - 1); first += daysAtOnce) {
    const days = Array.from({ length: Math.min(daysAtOnce, dayOf(to - 1) - first + 1) }, (_, index) => first + index);
    const stored = await reader.load(days.map((day) => partsKey(table, day)));
    for (const [index, day] of days.entries()) {
      const parts = (stored[index]?.body as BlockParts | undefined)?.parts ?? 0;
      for (let part = 0; part < parts; part += blocksAtOnce) {
        const numbers = Array.from({ length: Math.min(blocksAtOnce, parts - part) }, (_, offset) => part + offset);
        for (const block of await reader.load(numbers.map((number) => blockKey(table, day, number)))) {
          if (block) yield unpackRows<StoredTables[Table]>(block.body as ColumnBlock);
        }
        await pause();
      }
    }
  }
}

export interface RowsRead<Row> {
  readonly rows: readonly Row[];
  /** There are more than may be counted at once. */
  readonly isTooMany: boolean;
}

export async function readAllRows<Table extends StoredTable>(
  reading: RowReading,
  table: Table,
  span: Span,
  most: number,
): Promise<RowsRead<StoredTables[Table]>> {
  const rows: StoredTables[Table][] = [];
  for await (const some of readRows(reading, table, span)) {
    for (const row of some) rows.push(row);
    if (rows.length > most) return { rows: [], isTooMany: true };
  }
  return { rows, isTooMany: false };
}
