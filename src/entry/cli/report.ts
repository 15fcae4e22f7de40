import { parseArgs } from "node:util";
import { report as reportBody, reportNames } from "../../protocol/reports.ts";
import type { Command } from "./command.ts";
import { reachServer } from "./reach-server.ts";
import { reportOptions, reportQueryOf } from "./report-options.ts";
import { reportProblems } from "./report-problems.ts";
import { printReport } from "./report-table.ts";

const options = {
  ...reportOptions,
  by: { type: "string" },
  within: { type: "string" },
  compare: { type: "boolean", default: false },
} as const;

/** `baton report [NAME]`: figures with their formulas. */
export const report: Command = async ({ words, environment, isJson }) => {
  const asked = parse(words);
  if (!asked) return "misunderstood";
  const server = await reachServer(environment, { isStill: true });
  if (server.status === "unreachable") return fail(server.problems, isJson);
  const { client, close } = server.reached;
  try {
    const answer = await client.call("GET", `/api/v1/reports/${asked.name}?${asked.query}`, { answer: reportBody });
    if (answer.status === "refused") {
      return fail(
        answer.problems.map(({ path, message }) => `${path} ${message}`.trim()),
        isJson,
      );
    }
    console.log(isJson ? JSON.stringify(answer.value) : printReport(answer.value));
    return 0;
  } finally {
    await close();
  }
};

function parse(words: readonly string[]): { readonly name: string; readonly query: URLSearchParams } | null {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const [name = "overview", ...rest] = positionals;
    if (rest.length > 0 || !reportNames.some((known) => known === name)) return null;
    const query = reportQueryOf(values);
    if (values.by !== undefined) query.set("by", values.by);
    if (values.within !== undefined) query.set("within", values.within);
    if (values.compare) query.set("compare", "previous");
    return { name, query };
  } catch {
    return null;
  }
}

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
