import { describe, expect, it } from "vitest";
import { lastLines, runCommand } from "../../../scripts/checks/run-command.ts";

const runNode = (code: string, timeoutMs = 30_000) =>
  runCommand({ command: process.execPath, args: ["-e", code], env: {}, timeoutMs });

describe("a command", () => {
  it("gives its output and its end", async () => {
    const result = await runNode("console.log('out'); console.error('\\u001b[31merr\\u001b[0m')");
    expect(result).toMatchObject({ succeeded: true, ending: "exit status 0" });
    expect(result.output.split("\n").sort()).toEqual(["", "err", "out"]);
  });

  it("fails with its exit status", async () => {
    expect(await runNode("process.exit(3)")).toMatchObject({ succeeded: false, ending: "exit status 3" });
  });

  it("fails when a signal ends it", async () => {
    const result = await runNode("process.kill(process.pid, 'SIGTERM')");
    expect(result).toMatchObject({ succeeded: false, ending: "ended by SIGTERM" });
  });

  it("fails when it does not start", async () => {
    const result = await runCommand({ command: "/nowhere/at-all", args: [], env: {}, timeoutMs: 30_000 });
    expect(result.succeeded).toBe(false);
    expect(result.ending).toContain("did not start");
  });

  it("is ended after its time, with everything it started", async () => {
    const child =
      "require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 9e5)'], { stdio: 'inherit' })";
    const result = await runNode(`console.log(${child}.pid); setInterval(() => {}, 9e5)`, 1_000);
    expect(result).toMatchObject({ succeeded: false, ending: "no end after 1 s" });
    expect(Number(result.output)).toBeGreaterThan(0);
  });

  it("does not wait for a server that it left behind", async () => {
    const child =
      "require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 9e5)'], { stdio: 'inherit' })";
    expect(await runNode(`${child}.unref()`)).toMatchObject({ succeeded: true });
  });
});

describe("the last lines", () => {
  it("say how many were left out", () => {
    expect(lastLines("a\nb\nc\n", 2)).toBe("… 1 lines before\nb\nc");
    expect(lastLines("a\nb\n", 2)).toBe("a\nb");
  });
});
