import type { EngagementRow } from "../../core/reports/engagement-row.ts";
import type { StoredTable, StoredTables } from "./documents.ts";

const hourMs = 3_600_000;

/** Whether this row is hardly going to change any more, and nobody looks at it by itself. */
export function isAtRest(row: StoredTables[StoredTable], before: number): boolean {
  // Open handoffs are what a wallboard shows; of those that have ended somebody may still look at what was asked again.
  if ("phase" in row) return row.phase === "ended" && (row.endedAt ?? row.openedAt) < before;
  if ("lastHourAt" in row) return lastHeardAt(row) < before;
  return row.endedAt < before;
}

/** Of customers who just went away nobody ever says that it has ended. */
function lastHeardAt({ lastHourAt, endedAt }: EngagementRow): number {
  return Math.max(endedAt ?? 0, lastHourAt + hourMs - 1);
}
