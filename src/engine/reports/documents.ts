import type { EngagementRow } from "../../core/reports/engagement-row.ts";
import type { HandoffRow } from "../../core/reports/handoff-row.ts";
import type { RequestRow } from "../../core/reports/request-row.ts";

/** What reports are counted from: three tables of flat rows. */
export interface StoredTables {
  readonly handoffs: HandoffRow;
  readonly engagements: EngagementRow;
  readonly requests: RequestRow;
}
export type StoredTable = keyof StoredTables;

export interface TableNames {
  /** Of a row that stands by itself. */
  readonly kind: string;
  /** Rows that stand by themselves, by the time at which they count. The others are in blocks. */
  readonly view: string;
}

export const tables: Readonly<Record<StoredTable, TableNames>> = {
  handoffs: { kind: "report-handoff", view: "report-handoffs" },
  engagements: { kind: "report-engagement", view: "report-engagements" },
  requests: { kind: "report-request", view: "report-requests" },
};
export const storedTables: readonly StoredTable[] = ["handoffs", "engagements", "requests"];

/** The one key of every view. */
export const all = "all";

/** Open handoffs, the oldest first: what a wallboard shows. */
export const openHandoffs = { view: "report-open-handoffs", key: all } as const;

/** At which it counts, in rows of each table. */
export const rowTime: { readonly [Table in StoredTable]: (row: StoredTables[Table]) => number } = {
  handoffs: ({ openedAt }) => openedAt,
  engagements: ({ startedAt }) => startedAt,
  requests: ({ askedAt }) => askedAt,
};

export const dayMs = 86_400_000;

export function dayOf(at: number): number {
  return Math.floor(at / dayMs);
}

/** Of one day (UTC, counted from 1970) in parts: no document may grow for ever. */
export function blockKey(table: StoredTable, day: number, part: number) {
  return { kind: "report-block", id: `${table}.${day}.${part}` };
}

/** How many parts a day has. Parts are filled one after the other. */
export function partsKey(table: StoredTable, day: number) {
  return { kind: "report-block-parts", id: `${table}.${day}` };
}

/** What there is of a day, so that what is known already need not be read again. */
export interface BlockParts {
  readonly schemaVersion: 2;
  readonly rows: number;
  /** Of each part's document, in order; 0: nobody has looked since versions were noted. */
  readonly versions: readonly number[];
}

interface BlockPartsV1 {
  readonly schemaVersion: 1;
  readonly parts: number;
  readonly rows: number;
}

export function readBlockParts(body: unknown): BlockParts {
  const stored = body as BlockParts | BlockPartsV1 | undefined;
  if (!stored) return { schemaVersion: 2, rows: 0, versions: [] };
  if (stored.schemaVersion === 2) return stored;
  return { schemaVersion: 2, rows: stored.rows, versions: new Array<number>(stored.parts).fill(0) };
}

export const mostRowsInPart = 1_000;

/** Rows that have come to rest go into blocks. */
export interface ReportPack {
  readonly type: "report-pack";
}

/** An answered handoff has ended: was something asked that the packet had said? */
export interface ReportAskedAgain {
  readonly type: "report-asked-again";
  readonly conversationId: string;
  readonly handoffId: string;
}

export type ReportEffect = ReportPack | ReportAskedAgain;
