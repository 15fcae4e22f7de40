import * as z from "zod";
import { failedOnce, type Outcome } from "./outcome.ts";
import { type CommandResult, lastLines } from "./run-command.ts";

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/**
 * Counts a Vitest run from its JSON report. What did not pass has failed: skipped tests too, and files that broke
 * before their first test, and runs that ended badly although every test passed (an unhandled rejection).
 */
export function outcomeOfVitest(name: string, result: CommandResult, json: string | null): Outcome {
  const shown = `${name}: ${result.ending}\n${lastLines(result.output, 400)}`;
  if (json === null) return failedOnce(`${shown}\nVitest left no report.`);
  const files = reportSchema.parse(JSON.parse(json)).testResults;
  const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })));
  const passed = tests.filter((test) => test.status === "passed").length;
  const unrun = tests.filter((test) => test.status !== "passed" && test.status !== "failed");
  const brokenFiles = files.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failed = tests.length - passed + brokenFiles.length;

  if (tests.length === 0 && failed === 0) return failedOnce(`${shown}\nNo test ran.`);
  if (!result.succeeded && failed === 0) {
    return { passed, failed: 1, report: `${shown}\nEvery test passed and the run failed.` };
  }
  if (failed === 0) return { passed, failed, report: "" };
  const notes = [
    ...unrun.map((test) => `not run (${test.status}), counted as failed: ${test.file}: ${test.fullName}`),
    ...brokenFiles.map((file) => `broke outside its tests: ${file.name}: ${file.message}`),
  ];
  return { passed, failed, report: [shown, ...notes].join("\n") };
}
