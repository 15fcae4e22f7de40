import { checkBundle } from "./bundle.ts";
import { outcomeOfCountLine } from "./count-line.ts";
import { addOutcomes, type Outcome, outcomeOfCheck } from "./outcome.ts";
import { runCommand } from "./run-command.ts";
import type { Step, StepContext } from "./step.ts";
import { runVitest, type VitestSuite } from "./vitest-suite.ts";

const minuteMs = 60_000;

/** Everything `npm test` runs, in this order: what answers fast comes first. */
export const steps: readonly Step[] = [
  { name: "lint", needs: [], timeoutMs: minuteMs, tests: null, run: checkStyle },
  { name: "types", needs: [], timeoutMs: 2 * minuteMs, tests: null, run: command("types", "tsc", "--noEmit") },
  { name: "knip", needs: [], timeoutMs: minuteMs, tests: null, run: command("knip", "knip", "--no-progress") },
  { name: "bundle", needs: [], timeoutMs: 2 * minuteMs, tests: null, run: checkBundle },
  suite("unit", "test/", 14 * minuteMs, ["redis"], { config: "vitest.config.ts", project: "unit" }),
  suite("workerd", "test/workerd/", 3 * minuteMs, [], { config: "vitest.workers.config.ts", project: null }),
  suite("e2e", "test/e2e/", 6 * minuteMs, ["redis", "chromium"], { config: "vitest.config.ts", project: "e2e" }),
  { name: "chaos", needs: ["redis"], timeoutMs: 4 * minuteMs, tests: null, run: runChaos },
];

function suite(
  name: string,
  tests: string,
  timeoutMs: number,
  needs: Step["needs"],
  vitest: Omit<VitestSuite, "name">,
): Step {
  return { name, needs, timeoutMs, tests, run: (context) => runVitest({ name, ...vitest }, context) };
}

function command(name: string, executable: string, ...args: readonly string[]) {
  return async ({ env, timeoutMs }: StepContext): Promise<Outcome> =>
    outcomeOfCheck(name, await runCommand({ command: executable, args, env, timeoutMs }));
}

async function checkStyle(context: StepContext): Promise<Outcome> {
  const format = command("format", "biome", "format", ".");
  const lint = command("lint", "biome", "check", "--formatter-enabled=false", "--error-on-warnings", ".");
  return addOutcomes([await format(context), await lint(context)]);
}

async function runChaos({ env, timeoutMs }: StepContext): Promise<Outcome> {
  const args = ["bench/chaos/main.ts", "--short"];
  return outcomeOfCountLine("chaos", await runCommand({ command: "node", args, env, timeoutMs }));
}
