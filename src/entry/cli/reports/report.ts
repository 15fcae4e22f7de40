import { report as reportBody, reportNames } from "../../../protocol/reports.ts";
import { systemClock } from "../../system-clock.ts";
import { type Command, type Explain, unexplained } from "../command.ts";
import { isOneOf, quoted, readOptions } from "../options/read-options.ts";
import { inOptions } from "../options/refused-options.ts";
import { reportProblems } from "../options/report-problems.ts";
import { reachServer } from "../reach/reach-server.ts";
import { isEmptyReport } from "./is-empty-report.ts";
import { notThere } from "./not-there.ts";
import { daysOf, reportOptions, reportQueryOf } from "./report-options.ts";
import { printReport } from "./report-table.ts";

const options = {
  ...reportOptions,
  by: { type: "string" },
  within: { type: "string" },
  compare: { type: "boolean", default: false },
} as const;

/** `baton report [NAME]`: figures with their formulas. */
export const report: Command = async ({ words, environment, isJson, explain = unexplained }) => {
  const asked = parse(words, explain);
  if (!asked) return "misunderstood";
  const server = await reachServer(environment, { isStill: true, needs: ["reports:read"] });
  if (server.status === "unreachable") return fail(server.problems, isJson);
  const { client, close } = server.reached;
  try {
    const answer = await client.call("GET", `/api/v1/reports/${asked.name}?${asked.query}`, { answer: reportBody });
    if (answer.status === "refused") return fail(inOptions(answer.problems, asked.given), isJson);
    // Of days in which there was something of it, a queue that is gone since is still worth its figures.
    const missing = isEmptyReport(answer.value) ? await notThere(client, asked.given) : [];
    if (missing.length > 0) return fail(missing, isJson);
    console.log(isJson ? JSON.stringify(answer.value) : printReport(answer.value));
    return 0;
  } finally {
    await close();
  }
};

interface Asked {
  readonly name: string;
  readonly query: URLSearchParams;
  readonly given: Readonly<Record<string, unknown>>;
}

function parse(words: readonly string[], explain: Explain): Asked | null {
  const read = readOptions(words, options, explain);
  if (!read) return null;
  const { values, positionals } = read;
  const [name = "overview", second] = positionals;
  if (second !== undefined) {
    explain(`One report at a time: ${name}, and then ${second}.`);
    return null;
  }
  if (!isOneOf(name, { option: "The name of a report", known: reportNames }, explain)) return null;
  const days = daysOf(values, systemClock.now());
  const problem = typeof days === "string" ? days : problemWithin(values.within);
  if (problem !== null) {
    explain(problem);
    return null;
  }
  const query = reportQueryOf(values);
  if (values.by !== undefined) query.set("by", values.by);
  if (values.within !== undefined) query.set("within", values.within);
  if (values.compare) query.set("compare", "previous");
  return { name, query, given: values };
}

function problemWithin(written: string | undefined): string | null {
  if (written === undefined || (/^\d{1,6}$/.test(written) && Number(written) >= 1 && Number(written) <= weekSeconds))
    return null;
  return `--within must be a whole number of seconds from 1 to ${weekSeconds}, not ${quoted(written)}.`;
}

const weekSeconds = 604_800;

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
