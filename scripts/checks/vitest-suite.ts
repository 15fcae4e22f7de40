import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { failedOnce, type Outcome } from "./outcome.ts";
import { runCommand } from "./run-command.ts";
import type { StepContext } from "./step.ts";
import { outcomeOfVitest } from "./vitest-report.ts";

export interface VitestSuite {
  readonly name: string;
  readonly config: string;
  readonly project: string | null;
}

export async function runVitest({ name, config, project }: VitestSuite, context: StepContext): Promise<Outcome> {
  const reportFile = join(context.temporaryFolder, `${name}.json`);
  const result = await runCommand({
    command: "vitest",
    args: [
      "run",
      `--config=${config}`,
      ...(project === null ? [] : [`--project=${project}`]),
      "--reporter=minimal",
      "--reporter=json",
      `--outputFile.json=${reportFile}`,
      ...context.patterns,
    ],
    env: context.env,
    timeoutMs: context.timeoutMs,
  });
  const json = await readFile(reportFile, "utf8").catch(() => null);
  try {
    return outcomeOfVitest(name, result, json);
  } catch (error) {
    return failedOnce(`${name}: the report of Vitest cannot be read (${result.ending}): ${String(error)}`);
  }
}
