import * as z from "zod";
import { exportQuery, report, reportNames, reportQuery, wallboard } from "../../protocol/reports.ts";
import { route } from "../access.ts";
import { namedIn, presentReport, presentWallboard } from "../present/report.ts";
import { RequestError } from "../problem.ts";
import { standingOf } from "../standing.ts";
import { textStream } from "../text-stream.ts";
import { type ApiParts, answers } from "./parts.ts";
import { filtersOf, onlyOf, periodOf, requestOf } from "./report-query.ts";

const tags = ["Reports"];

/** Figures with their definitions, the rows behind them, and how it stands. Tests count in none of them (I16). */
export function addReportRoutes({ api, declared, engine, clock }: ApiParts): void {
  api.openapi(
    route(declared, "reports:read", {
      method: "get",
      path: "/api/v1/reports/wallboard",
      tags,
      summary: "See how it stands",
      description:
        "Who waits, who is there, what is at risk. An agent's key sees what is theirs alone, and `only` says so. The feed has an entry `wallboard` when it changes, at most every two seconds.",
      responses: { 200: answers(wallboard, "As it is now") },
    }),
    async (c) => {
      const only = onlyOf(await standingOf(engine, c.get("caller")));
      return c.json({ ...presentWallboard(await engine.reports.wallboard(only)), only }, 200);
    },
  );

  api.openapi(
    route(declared, "reports:read", {
      method: "get",
      path: "/api/v1/reports/export",
      tags,
      summary: "Export the rows behind the figures",
      description:
        "Every row once, in no order, as it is written. CSV is RFC 4180, and nothing in it is a formula to a spreadsheet.",
      request: { query: exportQuery },
      responses: {
        200: {
          description: "The rows",
          content: {
            "text/csv": { schema: z.string() },
            "application/json": { schema: z.object({ items: z.array(z.record(z.string(), z.unknown())) }) },
          },
        },
      },
    }),
    async (c) => {
      const query = c.req.valid("query");
      const { table, format, tz } = query;
      const { from, to } = periodOf(query, clock.now());
      const filters = filtersOf(query, await standingOf(engine, c.get("caller")));
      const name = `${table}-${dayIn(from)}-${dayIn(to)}-${tz.replaceAll(/[^A-Za-z0-9]+/g, "-")}.${format}`;
      return textStream(engine.reports.rows({ table, format, filters, span: { from, to } }), {
        type: format === "csv" ? "text/csv; charset=utf-8; header=present" : "application/json; charset=utf-8",
        fileName: name,
      });
    },
  );

  api.openapi(
    route(declared, "reports:read", {
      method: "get",
      path: "/api/v1/reports/{name}",
      tags,
      summary: "Read a report",
      description:
        "Each figure with its formula in words. An agent's key sees that agent's figures and no others; a lead's key sees everybody's.",
      request: { params: z.object({ name: z.enum(reportNames) }), query: reportQuery },
      responses: { 200: answers(report, "The figures") },
    }),
    async (c) => {
      const by = await standingOf(engine, c.get("caller"));
      const request = requestOf(c.req.valid("param").name, c.req.valid("query"), by, clock.now());
      const outcome = await engine.reports.run(request);
      if (outcome.status === "too-many-rows") {
        const message = `has more than ${outcome.most} rows of one kind; ask for a shorter time`;
        throw new RequestError("invalid", {
          detail: `The time ${message}.`,
          errors: [{ path: "query.from", message }],
        });
      }
      const { report: counted, before } = outcome;
      const nameOf = await engine.reports.names(namedIn(request));
      return c.json(presentReport({ request, report: counted, before }, nameOf), 200);
    },
  );
}

function dayIn(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
