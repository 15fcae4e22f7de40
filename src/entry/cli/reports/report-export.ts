import * as z from "zod";
import { csvLine } from "../../../core/reports/csv.ts";
import { exportColumns } from "../../../engine/reports/export-columns.ts";
import { exportTables } from "../../../protocol/reports.ts";
import { systemClock } from "../../system-clock.ts";
import { type Command, type Explain, unexplained } from "../command.ts";
import { isOneOf, quoted, readOptions } from "../options/read-options.ts";
import { inOptions } from "../options/refused-options.ts";
import { reportProblems } from "../options/report-problems.ts";
import { reachServer } from "../reach/reach-server.ts";
import { daysOf, reportOptions, reportQueryOf } from "./report-options.ts";

const options = { ...reportOptions, table: { type: "string", default: "handoffs" } } as const;
const dayMs = 86_400_000;
const exported = z.object({
  items: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});

interface Asked {
  readonly table: (typeof exportTables)[number];
  readonly from: number;
  readonly to: number;
  readonly query: URLSearchParams;
  readonly given: Readonly<Record<string, unknown>>;
}

/** `baton export`: the rows behind the figures, day by day, as CSV or one JSON object in a line. */
export const exportRows: Command = async ({ words, environment, isJson, explain = unexplained }) => {
  const asked = parse(words, explain);
  if (!asked) return "misunderstood";
  const server = await reachServer(environment, { isStill: true, needs: ["reports:read"] });
  if (server.status === "unreachable") return fail(server.problems, isJson);
  const { client, close } = server.reached;
  const { table, from, to, query } = asked;
  const columns = exportColumns[table].map(({ name }) => name);
  try {
    if (!isJson) process.stdout.write(csvLine(columns));
    for (let start = from; start < to; start += dayMs) {
      query.set("from", new Date(start).toISOString());
      query.set("to", new Date(Math.min(start + dayMs, to)).toISOString());
      const answer = await client.call("GET", `/api/v1/reports/export?${query}`, { answer: exported });
      if (answer.status === "refused") return fail(inOptions(answer.problems, asked.given), isJson);
      const lines = answer.value.items.map((row) =>
        isJson ? `${JSON.stringify(row)}\n` : csvLine(columns.map((name) => row[name] ?? null)),
      );
      process.stdout.write(lines.join(""));
    }
    return 0;
  } finally {
    await close();
  }
};

function parse(words: readonly string[], explain: Explain): Asked | null {
  const read = readOptions(words, options, explain);
  if (!read) return null;
  const { values, positionals } = read;
  const [extra] = positionals;
  const days =
    extra === undefined ? daysOf(values, systemClock.now()) : `An export has options only, and no ${quoted(extra)}.`;
  if (typeof days === "string") {
    explain(days);
    return null;
  }
  const { table } = values;
  if (!isOneOf(table, { option: "--table", known: exportTables }, explain)) return null;
  const query = reportQueryOf(values);
  query.set("table", table);
  query.set("format", "json");
  return { table, ...days, query, given: values };
}

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
