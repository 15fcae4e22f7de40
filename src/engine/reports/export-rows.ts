import { csvLine } from "../../core/reports/csv.ts";
import type { Placed } from "../../core/reports/dimension.ts";
import { placedFilter } from "../../core/reports/group-facts.ts";
import type { Filters } from "../../core/reports/report-request.ts";
import type { StoredTable, StoredTables } from "./documents.ts";
import { exportColumns } from "./export-columns.ts";
import { type RowReading, readRows, type Span } from "./read-rows.ts";

export interface ExportRequest {
  readonly table: StoredTable;
  readonly span: Span;
  readonly filters: Filters;
  readonly format: "csv" | "json";
}

/** The rows themselves, piece by piece: every row once, however much changes meanwhile. */
export async function* exportRows(reading: RowReading, request: ExportRequest): AsyncGenerator<string, void> {
  const { table, format } = request;
  const columns = exportColumns[table];
  const isWanted = placedFilter(request.filters);
  const isCsv = format === "csv";
  yield isCsv ? csvLine(columns.map(({ name }) => name)) : '{"items":[';
  let isFirst = true;
  for await (const rows of readRows(reading, table, request.span)) {
    let text = "";
    for (const row of rows) {
      if (!isWanted(row as Placed)) continue;
      const cells = columns.map((column) => column.read(row as StoredTables[StoredTable] & Record<string, Cell>));
      if (isCsv) text += csvLine(cells);
      else {
        const item = Object.fromEntries(columns.map(({ name }, index) => [name, cells[index] ?? null]));
        text += `${isFirst ? "" : ","}\n${JSON.stringify(item)}`;
      }
      isFirst = false;
    }
    if (text !== "") yield text;
  }
  if (!isCsv) yield "\n]}\n";
}

type Cell = string | number | boolean | null;
