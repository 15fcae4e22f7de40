import type { ReportRequest } from "../../core/reports/report-request.ts";
import { type ExportRequest, exportRows } from "./export-rows.ts";
import { type ReportOutcome, type ReportSources, runReport } from "./run-report.ts";

/** Who counts: this very thread, in small pieces, or another one with a connection of its own. */
export interface ReportRunner {
  run(request: ReportRequest): Promise<ReportOutcome>;
  /** As text; ends early when nobody reads on. */
  rows(request: ExportRequest): AsyncGenerator<string, void>;
}

export function createReportRunner(sources: ReportSources): ReportRunner {
  return {
    run: (request) => runReport(sources, request),
    rows: (request) => exportRows(sources, request),
  };
}
