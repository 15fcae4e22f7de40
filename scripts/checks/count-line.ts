import { failedOnce, type Outcome } from "./outcome.ts";
import { type CommandResult, lastLines } from "./run-command.ts";

export function countLine({ passed, failed }: Pick<Outcome, "passed" | "failed">): string {
  return `${passed} passed, ${failed} failed`;
}

/** A program that ends with a count line of its own. One that says nothing, or nothing but zeros, has failed. */
export function outcomeOfCountLine(name: string, result: CommandResult): Outcome {
  const lastLine = result.output.trimEnd().split("\n").at(-1) ?? "";
  const counts = /^(\d+) passed, (\d+) failed$/.exec(lastLine.trim());
  const report = `${name}: ${result.ending}\n${lastLines(result.output, 150)}`;
  if (counts === null) return failedOnce(`${report}\nThe last line should read "N passed, N failed".`);
  const [passed, failed] = [Number(counts[1]), Number(counts[2])];
  if (passed + failed === 0) return failedOnce(`${report}\nNothing ran.`);
  if (!result.succeeded && failed === 0) return { passed, failed: 1, report };
  return { passed, failed, report: failed === 0 ? "" : report };
}
