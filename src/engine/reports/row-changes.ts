import type { Applied } from "../../core/conversation/decision.ts";
import type { Conversation } from "../../core/conversation/state.ts";
import { type ChangedHandoff, changedRows } from "../../core/reports/changed-rows.ts";
import type { Commit, IndexChange, NewEffect } from "../../ports/store.ts";
import {
  all,
  openHandoffs,
  type ReportAskedAgain,
  rowTime,
  type StoredTable,
  type StoredTables,
  tables,
} from "./documents.ts";

export type RowChanges = Pick<Commit, "puts" | "index" | "effects">;

/** What a decision changes for the reports, in its own commit: they never lag behind what they tell of. */
export function rowChanges(before: Conversation | null, decision: Applied): RowChanges {
  const { handoffs, engagements, requests } = changedRows(before, decision);
  const { id, revision } = decision.conversation;
  return {
    puts: [
      ...handoffs.map(({ row }) => put("handoffs", row)),
      ...engagements.map((row) => put("engagements", row)),
      ...requests.map((row) => put("requests", row)),
    ],
    index: [
      ...handoffs.flatMap(({ row }) => listed("handoffs", row)),
      ...handoffs.flatMap(openness),
      ...engagements.flatMap((row) => listed("engagements", row)),
      ...requests.flatMap((row) => listed("requests", row)),
    ],
    effects: handoffs.flatMap((changed) => lookAtQuestions(changed, `${id}.${revision}`)),
  };
}

function put<Table extends StoredTable>(table: Table, row: StoredTables[Table]) {
  return { kind: tables[table].kind, id: row.id, body: row };
}

function listed<Table extends StoredTable>(table: Table, row: StoredTables[Table]): readonly IndexChange[] {
  const { kind, view } = tables[table];
  return [{ change: "put", view, key: all, sort: rowTime[table](row), kind, id: row.id, previousKey: null }];
}

function openness({ row, wasOpen }: ChangedHandoff): readonly IndexChange[] {
  const target = { ...openHandoffs, kind: tables.handoffs.kind, id: row.id };
  const isOpen = row.phase !== "ended";
  if (isOpen === wasOpen) return [];
  return isOpen
    ? [{ change: "put", ...target, sort: row.openedAt, previousKey: null }]
    : [{ change: "remove", ...target }];
}

/** When it has ended, with everything said; again when the row was written anew, which knows nothing of it. */
function lookAtQuestions({ row }: ChangedHandoff, cause: string): readonly NewEffect[] {
  if (row.endedAt === null || row.answeredAt === null) return [];
  const body: ReportAskedAgain = {
    type: "report-asked-again",
    conversationId: row.conversationId,
    handoffId: row.id,
  };
  const id = `${cause}.asked-again-${row.id}`;
  return [{ id, lane: null, pool: "timer", dueAt: row.endedAt, owner: row.conversationId, body, whenLeased: [] }];
}
