import { type BlockRows, openBlock } from "../../core/reports/block-rows.ts";
import type { StoredColumnBlock } from "../../core/reports/column-block.ts";
import { blockKey, dayOf, partsKey, readBlockParts, type StoredTable, type StoredTables } from "./documents.ts";
import type { RowReading, Span } from "./read-rows.ts";

/** Fewer ways to a store that is far away. */
const daysAtOnce = 31;
/** The same, and still only milliseconds of one that is here. */
const blocksAtOnce = 4;

export interface DayBlock<Row> extends BlockRows<Row> {
  readonly day: number;
}

interface Part {
  readonly day: number;
  readonly part: number;
  readonly version: number;
}

/** The blocks of all days of a time, in pieces. What was read before and has not been written since is not read again. */
export async function* readBlocks<Table extends StoredTable>(
  reading: RowReading,
  table: Table,
  { from, to }: Span,
): AsyncGenerator<readonly DayBlock<StoredTables[Table]>[], void> {
  for (let first = dayOf(from); first <= dayOf(to - 1); first += daysAtOnce) {
    const days = Array.from({ length: Math.min(daysAtOnce, dayOf(to - 1) - first + 1) }, (_, index) => first + index);
    const stored = await reading.reader.load(days.map((day) => partsKey(table, day)));
    const parts = days.flatMap((day, index) =>
      readBlockParts(stored[index]?.body).versions.map((version, part) => ({ day, part, version })),
    );
    for (let start = 0; start < parts.length; start += blocksAtOnce) {
      yield await readParts(reading, table, parts.slice(start, start + blocksAtOnce));
      await reading.pause();
    }
  }
}

async function readParts<Table extends StoredTable>(
  { reader, blocks }: RowReading,
  table: Table,
  parts: readonly Part[],
): Promise<readonly DayBlock<StoredTables[Table]>[]> {
  type Row = StoredTables[Table];
  const read = parts.map(({ day, part, version }) => {
    const { kind, id } = blockKey(table, day, part);
    return { day, kind, id, known: version === 0 ? null : blocks.find<Row>(id, version) };
  });
  const missing = read.filter(({ known }) => !known);
  const stored = missing.length === 0 ? [] : await reader.load(missing.map(({ kind, id }) => ({ kind, id })));
  const fresh = new Map<string, BlockRows<Row>>();
  for (const document of stored) {
    // None: erased together with the directory that named it.
    if (!document) continue;
    const block = openBlock<Row>(document.body as StoredColumnBlock);
    blocks.keep(document.id, document.version, block);
    fresh.set(document.id, block);
  }
  return read.flatMap(({ day, id, known }) => {
    const block = known ?? fresh.get(id);
    return block ? { day, ...block } : [];
  });
}
