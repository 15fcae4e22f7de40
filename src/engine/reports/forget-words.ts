import { packRows, type StoredColumnBlock, unpackRows } from "../../core/reports/column-block.ts";
import type { DocumentKey, Store } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import {
  all,
  blockKey,
  dayOf,
  partsKey,
  readBlockParts,
  type StoredTable,
  type StoredTables,
  tables,
} from "./documents.ts";
import { writePart } from "./write-part.ts";

/**
 * Rows hold ids, codes and times, but for what people wrote instead of choosing it from a list. When a conversation is
 * erased this goes, wherever its rows are (I15); what has been counted stays, and leads to nobody any more.
 */
const words = [
  { table: "handoffs", column: "wrapUp" },
  { table: "requests", column: "because" },
] as const satisfies readonly { readonly table: StoredTable; readonly column: string }[];

type Words = (typeof words)[number];
type Row = StoredTables["handoffs"] | StoredTables["requests"];
type Forgetting = Pick<Parts, "store" | "clock">;

const pageSize = 200;

/** While the records of these conversations still say when there was something. */
export async function forgetWords(parts: Forgetting, conversationIds: readonly string[]): Promise<void> {
  const own = new Set(conversationIds);
  const days = new Set<number>();
  for (const id of own) for (const day of await daysOf(parts.store, id)) days.add(day);
  for (const place of words) {
    // In this order: what is put into a block meanwhile is found there.
    await forgetStanding(parts, place, own);
    for (const day of days) while (!(await forgetPacked(parts, place, day, own)));
  }
}

/** Every row counts at the time of a record. */
async function daysOf(store: Store, conversationId: string): Promise<ReadonlySet<number>> {
  const days = new Set<number>();
  let afterSeq: number | null = 0;
  do {
    const page = await store.query({
      ...{ log: "records", owner: conversationId, limit: pageSize, order: "ascending", afterSeq },
    });
    for (const { body } of page.items) days.add(dayOf((body as { readonly at: number }).at));
    afterSeq = page.next === null ? null : Number(page.next);
  } while (afterSeq !== null);
  return days;
}

async function forgetStanding(parts: Forgetting, place: Words, own: ReadonlySet<string>): Promise<void> {
  let cursor: string | null = null;
  do {
    const view = { view: tables[place.table].view, key: all, limit: pageSize, order: "ascending" } as const;
    const page = await parts.store.query({ ...view, cursor });
    for (const item of page.items) {
      if ("kind" in item && own.has((item.body as Row).conversationId)) await forgetInRow(parts, place, item);
    }
    cursor = page.next;
  } while (cursor !== null);
}

async function forgetInRow({ store, clock }: Forgetting, { column }: Words, { kind, id }: DocumentKey): Promise<void> {
  for (;;) {
    const [stored] = await store.load([{ kind, id }]);
    if (!stored) return;
    const result = await store.commit({
      ...emptyCommit(clock.now()),
      expects: [{ kind, id, version: stored.version }],
      puts: [{ kind, id, body: { ...(stored.body as Row), [column]: null } }],
    });
    if (result.status === "committed") return;
  }
}

/** @returns false when somebody else has written meanwhile, and it has to be looked at again */
async function forgetPacked(
  parts: Forgetting,
  { table, column }: Words,
  day: number,
  own: ReadonlySet<string>,
): Promise<boolean> {
  const [stored] = await parts.store.load([partsKey(table, day)]);
  const directory = readBlockParts(stored?.body);
  for (const part of directory.versions.keys()) {
    const [block] = await parts.store.load([blockKey(table, day, part)]);
    const rows = block ? unpackRows<Row>(block.body as StoredColumnBlock) : [];
    const hasWords = (row: Row) => own.has(row.conversationId) && wordsIn(row, column) !== null;
    if (!block || !rows.some(hasWords)) continue;
    const left = rows.map((row) => (hasWords(row) ? { ...row, [column]: null } : row));
    const isWritten = await writePart(parts, {
      ...{ table, day, part, version: block.version, rows: [], block: packRows(left) },
      directory: { ...directory, versions: directory.versions.with(part, block.version + 1) },
      directoryVersion: stored?.version ?? 0,
    });
    // The directory has changed with it: the other parts are looked at afresh.
    if (!isWritten || part < directory.versions.length - 1) return false;
  }
  return true;
}

function wordsIn(row: Row, column: Words["column"]): unknown {
  return (row as unknown as Readonly<Record<string, unknown>>)[column] ?? null;
}
