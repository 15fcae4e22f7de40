import { type CommandResult, lastLines } from "./run-command.ts";

/** What a step of `npm test` adds to the count. `report` is for people and empty when all is well. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly report: string;
}

export const nothing: Outcome = { passed: 0, failed: 0, report: "" };

export const passedOnce: Outcome = { passed: 1, failed: 0, report: "" };

export function failedOnce(report: string): Outcome {
  return { passed: 0, failed: 1, report };
}

/** A command whose exit status is its whole answer. */
export function outcomeOfCheck(name: string, result: CommandResult): Outcome {
  return result.succeeded ? passedOnce : failedOnce(`${name}: ${result.ending}\n${lastLines(result.output, 150)}`);
}

export function addOutcomes(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce(
    (sum, { passed, failed, report }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      report: [sum.report, report].filter((part) => part !== "").join("\n\n"),
    }),
    nothing,
  );
}
