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
import type { SettingsClient } from "../reach/settings-client.ts";
import { notThere } from "./not-there.ts";
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
  try {
    return await writeRows(client, asked, isJson);
  } finally {
    await close();
  }
};

type Row = z.output<typeof exported>["items"][number];

async function writeRows(client: SettingsClient, asked: Asked, isJson: boolean): Promise<0 | 1> {
  const columns = exportColumns[asked.table].map(({ name }) => name);
  const cells = (row: Row) => columns.map((name) => row[name] ?? null);
  const lineOf = (row: Row) => (isJson ? `${JSON.stringify(row)}\n` : csvLine(cells(row)));
  const header = isJson ? "" : csvLine(columns);
  let count = 0;
  for await (const day of daysIn(client, asked)) {
    if (day.status === "refused") return fail(inOptions(day.problems, asked.given), isJson);
    const { items } = day.value;
    if (items.length === 0) continue;
    process.stdout.write([...(count === 0 ? [header] : []), ...items.map(lineOf)].join(""));
    count += items.length;
  }
  if (count > 0) return 0;
  const missing = await notThere(client, asked.given);
  if (missing.length > 0) return fail(missing, isJson);
  process.stdout.write(header);
  return 0;
}

async function* daysIn(client: SettingsClient, { from, to, query }: Asked) {
  for (let start = from; start < to; start += dayMs) {
    query.set("from", new Date(start).toISOString());
    query.set("to", new Date(Math.min(start + dayMs, to)).toISOString());
    yield await client.call("GET", `/api/v1/reports/export?${query}`, { answer: exported });
  }
}

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
