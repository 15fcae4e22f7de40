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

export interface BlockParts {
  readonly schemaVersion: 1;
  readonly parts: number;
  readonly rows: number;
}

export const mostRowsInPart = 1_000;

/** Rows of days that are over go into blocks. */
export interface ReportPack {
  readonly type: "report-pack";
  readonly day: number;
}

/** An answered handoff has ended: was something asked that the packet had said? */
export interface ReportAskedAgain {
  readonly type: "report-asked-again";
  readonly conversationId: string;
  readonly handoffId: string;
}

export type ReportEffect = ReportPack | ReportAskedAgain;
