import { bringNeed } from "./bring-needs.ts";
import { addOutcomes, failedOnce, nothing, type Outcome } from "./outcome.ts";
import type { Need, Step } from "./step.ts";

export interface Run {
  readonly env: Record<string, string>;
  readonly patterns: readonly string[];
  readonly temporaryFolder: string;
  /** Steps that would begin later have failed. */
  readonly endsAt: number;
  print(line: string): void;
}

/** One after the other: tests that measure time and servers that share two cores do not run side by side. */
export async function runSteps(steps: readonly Step[], run: Run): Promise<Outcome> {
  const brought = new Set<Need>();
  let total = nothing;
  for (const step of steps) {
    for (const need of step.needs) {
      if (brought.has(need)) continue;
      brought.add(need);
      total = addOutcomes([total, await timed(need, run, () => bringNeed(need, run.env))]);
    }
    total = addOutcomes([total, await timed(step.name, run, () => runStep(step, run))]);
  }
  return total;
}

async function runStep(step: Step, { env, patterns, temporaryFolder, endsAt }: Run): Promise<Outcome> {
  const timeoutMs = Math.min(step.timeoutMs, endsAt - Date.now());
  if (timeoutMs <= 0) return failedOnce(`${step.name}: not begun, the time of the whole run is over.`);
  return step.run({ env, patterns, temporaryFolder, timeoutMs });
}

async function timed(name: string, { print }: Run, action: () => Promise<Outcome>): Promise<Outcome> {
  const startedAt = Date.now();
  const outcome = await action().catch((error: unknown) =>
    failedOnce(`${name} crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  );
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const counts = outcome.passed + outcome.failed === 0 ? "ready" : `${outcome.passed} passed, ${outcome.failed} failed`;
  if (outcome.report !== "") print(`\n${outcome.report}\n`);
  print(`${outcome.failed === 0 ? "✓" : "✗"} ${name.padEnd(9)} ${`${seconds} s`.padStart(8)}   ${counts}`);
  return outcome;
}
