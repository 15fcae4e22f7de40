import "./require-node.js";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseSteps } from "./checks/choose-steps.ts";
import { countLine } from "./checks/count-line.ts";
import { checkEnvironment, projectRoot } from "./checks/environment.ts";
import { failedOnce, type Outcome } from "./checks/outcome.ts";
import { endRunningCommands } from "./checks/run-command.ts";
import { runSteps } from "./checks/run-steps.ts";
import { steps } from "./checks/steps.ts";

const wholeRunMs = 19 * 60_000;

const temporaryFolder = mkdtempSync(join(tmpdir(), "baton-test-"));
process.once("exit", () => {
  endRunningCommands();
  rmSync(temporaryFolder, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));

const { passed, failed } = await runWords(process.argv.slice(2));
console.log(countLine({ passed, failed }));
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function runWords(words: readonly string[]): Promise<Outcome> {
  const testFiles = globSync("test/**/*.test.ts", { cwd: projectRoot });
  const choice = chooseSteps(words, steps, testFiles);
  if (choice.status === "nothing") {
    console.log(choice.detail);
    return failedOnce(choice.detail);
  }
  const startedAt = Date.now();
  const outcome = await runSteps(choice.steps, {
    env: checkEnvironment(),
    patterns: choice.patterns,
    temporaryFolder,
    endsAt: startedAt + wholeRunMs,
    print: (line) => console.log(line),
  });
  console.log(`\n${Math.round((Date.now() - startedAt) / 1000)} s`);
  return outcome;
}
