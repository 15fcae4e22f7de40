import type { ReportRequest } from "../../core/reports/report-request.ts";
import type { ExportRequest } from "../../engine/reports/export-rows.ts";
import type { ReportOutcome } from "../../engine/reports/run-report.ts";

/** What the thread that counts is asked, each under a number of its own. */
export type ReportAsked =
  | { readonly type: "run"; readonly call: number; readonly request: ReportRequest }
  | { readonly type: "rows"; readonly call: number; readonly request: ExportRequest }
  /** The next piece of an export, by the number it began under. */
  | { readonly type: "next"; readonly call: number }
  | { readonly type: "end"; readonly call: number };

export type ReportAnswer =
  | { readonly type: "outcome"; readonly call: number; readonly outcome: ReportOutcome }
  /** `null`: that was all. */
  | { readonly type: "piece"; readonly call: number; readonly text: string | null }
  | { readonly type: "failed"; readonly call: number; readonly isUnavailable: boolean; readonly message: string };
