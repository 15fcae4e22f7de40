import type { ColumnBlock } from "../../core/reports/column-block.ts";
import type { Commit, DocumentKey } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { all, type BlockParts, blockKey, partsKey, type StoredTable, tables } from "./documents.ts";

export interface WrittenPart {
  readonly table: StoredTable;
  readonly day: number;
  readonly part: number;
  readonly block: ColumnBlock;
  /** Of the part's document, as it was read. */
  readonly version: number;
  readonly directory: BlockParts;
  readonly directoryVersion: number;
  /** Those that stood by themselves until now. */
  readonly rows: readonly (DocumentKey & { readonly version: number })[];
}

/** A part, the directory of its day and the rows that are in it now: all of it or nothing. */
export async function writePart(
  { store, clock }: Pick<Parts, "store" | "clock">,
  { table, day, part, block, version, directory, directoryVersion, rows }: WrittenPart,
): Promise<boolean> {
  const [blockAt, directoryAt] = [blockKey(table, day, part), partsKey(table, day)];
  const { kind, view } = tables[table];
  const commit: Commit = {
    ...emptyCommit(clock.now()),
    expects: [
      { ...blockAt, version },
      { ...directoryAt, version: directoryVersion },
      ...rows.map(({ id, version: read }) => ({ kind, id, version: read })),
    ],
    puts: [
      { ...blockAt, body: block },
      { ...directoryAt, body: directory },
    ],
    removes: rows.map(({ id }) => ({ kind, id })),
    index: rows.map(({ id }) => ({ change: "remove", view, key: all, kind, id })),
  };
  return (await store.commit(commit)).status === "committed";
}
