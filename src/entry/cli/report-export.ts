import { parseArgs } from "node:util";
import * as z from "zod";
import { csvLine } from "../../core/reports/csv.ts";
import { instantOf, isTimeZone } from "../../core/reports/period.ts";
import { exportColumns } from "../../engine/reports/export-columns.ts";
import { exportTables } from "../../protocol/reports.ts";
import { systemClock } from "../system-clock.ts";
import type { Command } from "./command.ts";
import { reachServer } from "./reach-server.ts";
import { reportOptions, reportQueryOf } from "./report-options.ts";
import { reportProblems } from "./report-problems.ts";

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
}

/** `baton export`: the rows behind the figures, day by day, as CSV or one JSON object in a line. */
export const exportRows: Command = async ({ words, environment, isJson }) => {
  const asked = parse(words);
  if (!asked) return "misunderstood";
  const server = await reachServer(environment, { isStill: true });
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
      if (answer.status === "refused") {
        return fail(
          answer.problems.map(({ path, message }) => `${path} ${message}`.trim()),
          isJson,
        );
      }
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

function parse(words: readonly string[]): Asked | null {
  try {
    const { values } = parseArgs({ args: [...words], options });
    const { tz = "UTC" } = values;
    const table = exportTables.find((known) => known === values.table);
    if (!table || !isTimeZone(tz)) return null;
    const to = values.to === undefined ? systemClock.now() : instantOf(values.to, tz);
    const from = values.from === undefined ? (to ?? 0) - 30 * dayMs : instantOf(values.from, tz);
    if (to === null || from === null || from >= to) return null;
    const query = reportQueryOf(values);
    query.set("table", table);
    query.set("format", "json");
    return { table, from, to, query };
  } catch {
    return null;
  }
}

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
