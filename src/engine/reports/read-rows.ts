import type { Store } from "../../ports/store.ts";
import { all, dayMs, dayOf, rowTime, type StoredTable, type StoredTables, tables } from "./documents.ts";
import type { KeptBlocks } from "./kept-blocks.ts";
import { type DayBlock, readBlocks } from "./read-blocks.ts";

/** All that reports need of a store; a second connection that can do nothing else is enough. */
export type ReportReader = Pick<Store, "load" | "query">;

export interface RowReading {
  readonly reader: ReportReader;
  /** Between two pieces of a few milliseconds: where webhooks are answered, too, they get their turn. */
  readonly pause: () => Promise<void>;
  readonly blocks: KeptBlocks;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One millisecond of a store that serves everybody one after the other. */
const pageSize = 200;

/**
 * The rows of a time, in pieces and in no order, every row once. Those that stand by themselves come first: what is put
 * into a block meanwhile is found there, and what was told already is left out there.
 */
export async function* readRows<Table extends StoredTable>(
  reading: RowReading,
  table: Table,
  span: Span,
): AsyncGenerator<readonly StoredTables[Table][], void> {
  /** By the day they count at, which is that of the block they may be in as well. */
  const told = new Map<number, Set<string>>();
  for await (const rows of freshRows(reading, table, span.from)) {
    for (const row of rows) {
      const day = dayOf(rowTime[table](row));
      const ids = told.get(day);
      if (ids) ids.add(row.id);
      else told.set(day, new Set([row.id]));
    }
    yield rows.filter((row) => isWithin(rowTime[table](row), span));
  }
  for await (const blocks of readBlocks(reading, table, span)) {
    for (const block of blocks) yield rowsLeft(table, block, span, told.get(block.day));
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

/** Of most days all of them are wanted, and none has to be looked at. */
function rowsLeft<Table extends StoredTable>(
  table: Table,
  { rows, day }: DayBlock<StoredTables[Table]>,
  span: Span,
  told: ReadonlySet<string> | undefined,
): readonly StoredTables[Table][] {
  const isWhole = isWithin(day * dayMs, span) && isWithin((day + 1) * dayMs - 1, span);
  if (isWhole && !told) return rows;
  return rows.filter((row) => isWithin(rowTime[table](row), span) && !told?.has(row.id));
}

function isWithin(at: number, { from, to }: Span): boolean {
  return at >= from && at < to;
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
