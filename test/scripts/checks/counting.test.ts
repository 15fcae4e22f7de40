import { describe, expect, it } from "vitest";
import { countLine, outcomeOfCountLine } from "../../../scripts/checks/count-line.ts";
import { addOutcomes, failedOnce, outcomeOfCheck, passedOnce } from "../../../scripts/checks/outcome.ts";
import type { CommandResult } from "../../../scripts/checks/run-command.ts";
import { outcomeOfVitest } from "../../../scripts/checks/vitest-report.ts";

const ended = (output = "", succeeded = true): CommandResult => ({
  succeeded,
  ending: succeeded ? "exit status 0" : "exit status 1",
  output,
});
const counts = ({ passed, failed }: { passed: number; failed: number }) => countLine({ passed, failed });

describe("a check", () => {
  it("counts as one", () => {
    expect(counts(outcomeOfCheck("types", ended()))).toBe("1 passed, 0 failed");
  });

  it("shows how it ended and its last lines when it failed", () => {
    const outcome = outcomeOfCheck("types", ended("a.ts: wrong\n", false));
    expect(outcome).toEqual(failedOnce("types: exit status 1\na.ts: wrong"));
  });

  it("adds up with others", () => {
    const sum = addOutcomes([passedOnce, failedOnce("first"), passedOnce, failedOnce("second")]);
    expect(sum).toEqual({ passed: 2, failed: 2, report: "first\n\nsecond" });
  });
});

describe("a program with a count line", () => {
  it.each([
    ["passes", ended("killed 12 times\n40 passed, 0 failed\n"), "40 passed, 0 failed"],
    ["fails in part", ended("38 passed, 2 failed\n", false), "38 passed, 2 failed"],
    ["fails although it counted none", ended("40 passed, 0 failed\n", false), "40 passed, 1 failed"],
    ["fails when it counts nothing", ended("0 passed, 0 failed\n"), "0 passed, 1 failed"],
    ["fails when the line is not the last", ended("40 passed, 0 failed\nand more\n"), "0 passed, 1 failed"],
    ["fails when it is silent", ended(), "0 passed, 1 failed"],
  ])("%s", (_what, result, expected) => {
    expect(counts(outcomeOfCountLine("chaos", result))).toBe(expected);
  });
});

describe("a Vitest run", () => {
  const file = (status: string, tests: readonly string[], message = "") => ({
    name: "test/a.test.ts",
    status,
    message,
    assertionResults: tests.map((test, index) => ({ fullName: `test ${index}`, status: test })),
  });
  const report = (...files: readonly ReturnType<typeof file>[]) => JSON.stringify({ testResults: files });

  it.each([
    ["counts tests", ended(), report(file("passed", ["passed", "passed"])), "2 passed, 0 failed"],
    ["counts failed tests", ended("", false), report(file("failed", ["passed", "failed"])), "1 passed, 1 failed"],
    ["counts skipped tests as failed", ended(), report(file("passed", ["passed", "skipped"])), "1 passed, 1 failed"],
    ["counts planned tests as failed", ended(), report(file("passed", ["passed", "todo"])), "1 passed, 1 failed"],
    ["counts a file that does not load", ended("", false), report(file("failed", [], "no such")), "0 passed, 1 failed"],
    ["fails without a test", ended(), report(), "0 passed, 1 failed"],
    ["fails without a report", ended("crash", false), null, "0 passed, 1 failed"],
    ["fails on a bad end", ended("unhandled", false), report(file("passed", ["passed"])), "1 passed, 1 failed"],
  ])("%s", (_what, result, json, expected) => {
    expect(counts(outcomeOfVitest("unit", result, json))).toBe(expected);
  });

  it("names what was skipped and what broke", () => {
    const json = report(file("passed", ["passed", "skipped"]), file("failed", [], "no such module"));
    const lines = outcomeOfVitest("unit", ended("", false), json).report.split("\n");
    expect(lines.slice(-2)).toEqual([
      "not run (skipped), counted as failed: test/a.test.ts: test 1",
      "broke outside its tests: test/a.test.ts: no such module",
    ]);
  });
});
