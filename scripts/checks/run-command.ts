import { type ChildProcess, spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { projectRoot } from "./environment.ts";

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

export interface CommandResult {
  readonly succeeded: boolean;
  /** How it ended, in words: "exit status 1", "no end after 60 s". */
  readonly ending: string;
  /** Standard output and error as they came. */
  readonly output: string;
}

const running = new Set<ChildProcess>();
const keptOutputLength = 4_000_000;

/** Runs a command to its end and never throws: a command that cannot start has simply not succeeded. */
export function runCommand({ command, args, env, timeoutMs }: Command): Promise<CommandResult> {
  return new Promise((resolve) => {
    // A group of its own, so that servers and browsers it leaves behind end with it.
    const child = spawn(command, args, { cwd: projectRoot, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let output = "";
    let timedOut = false;
    const keep = (chunk: string) => {
      output = (output + chunk).slice(-keptOutputLength);
    };
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    running.add(child);
    const timer = setTimeout(() => {
      timedOut = true;
      endGroup(child);
    }, timeoutMs);
    const finish = (succeeded: boolean, ending: string) => {
      clearTimeout(timer);
      running.delete(child);
      // Some tools colour whatever they are told.
      resolve({ succeeded, ending, output: stripVTControlCharacters(output) });
    };
    child.on("error", (error) => finish(false, `${command} did not start: ${error.message}`));
    // What is left of the group holds the pipes open: end it, then "close" follows.
    child.on("exit", () => endGroup(child));
    child.on("close", (code, signal) => {
      if (timedOut) finish(false, `no end after ${Math.round(timeoutMs / 1000)} s`);
      else finish(code === 0, signal === null ? `exit status ${code}` : `ended by ${signal}`);
    });
  });
}

/** For the end of the run by a signal: nothing that was started stays. */
export function endRunningCommands(): void {
  for (const child of running) endGroup(child);
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody is left in the group.
  }
}

export function lastLines(text: string, count: number): string {
  const lines = text.trimEnd().split("\n");
  const left = lines.length - count;
  return left > 0 ? [`… ${left} lines before`, ...lines.slice(-count)].join("\n") : lines.join("\n");
}
