import { readFile } from "node:fs/promises";
import type * as z from "zod";
import { customersImported } from "../../../protocol/customers.ts";
import type { Command } from "../command.ts";
import { reportProblems } from "../options/report-problems.ts";
import { reachServer } from "../reach/reach-server.ts";

/** `baton customers import FILE`: line by line, so that one that is refused stops no other. */
export const customers: Command = async ({ words: [step, file, ...others], environment, isJson }) => {
  if (step !== "import" || file === undefined || others.length > 0) return "misunderstood";
  const csv = await readFile(file, "utf8").catch(() => null);
  if (csv === null) return fail([`${file} cannot be read.`], isJson);
  const server = await reachServer(environment, { isStill: true });
  if (server.status === "unreachable") return fail(server.problems, isJson);
  const { client, close } = server.reached;
  try {
    const answer = await client.call("POST", "/api/v1/customers/import", { csv, answer: customersImported });
    if (answer.status === "refused")
      return fail(
        answer.problems.map(({ message }) => message),
        isJson,
      );
    console.log(isJson ? JSON.stringify(answer.value) : summary(answer.value));
    return answer.value.refused === 0 ? 0 : 1;
  } finally {
    await close();
  }
};

function summary({ created, changed, unchanged, refused, lines }: z.output<typeof customersImported>): string {
  const counted = `${created} new, ${changed} changed, ${unchanged} as they were, ${refused} refused`;
  const problems = lines.flatMap((line) => (line.status === "refused" ? [`line ${line.line}: ${line.message}`] : []));
  return [counted, ...problems].join("\n");
}

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
