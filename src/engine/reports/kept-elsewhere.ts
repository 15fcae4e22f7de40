import type { Rating } from "../../core/reports/rating.ts";
import type { TaskRow } from "../../core/reports/task-row.ts";
import type { RowReading, Span } from "./read-rows.ts";

/** What others keep and reports count: read where they keep it, by their own views. */
export interface KeptElsewhere {
  /** Given in this time. */
  ratings(reading: RowReading, span: Span): Promise<readonly Rating[]>;
  /** Made in this time. */
  tasks(reading: RowReading, span: Span): Promise<readonly TaskRow[]>;
}
