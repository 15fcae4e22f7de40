import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

export interface Child {
  readonly pid: number;
  readonly process: ChildProcess;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<void>;
  /** Asks, and insists after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
  /** SIGKILL, at once. */
  kill(): Promise<void>;
}

export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Standard output and error are appended here. */
  readonly logFile: string;
  /** Opens a channel for messages; only for Node. */
  readonly hasIpc?: boolean;
}

const children = new Set<Child>();

/** A process of ours. It is ended by its id, and with this process if nobody ended it before. */
export function startChild({ command, args, env, cwd, logFile, hasIpc = false }: ChildOptions): Child {
  const log = openSync(logFile, "a");
  const stdio: ("ignore" | "ipc" | number)[] = hasIpc ? ["ignore", log, log, "ipc"] : ["ignore", log, log];
  const started = spawn(command, args, { cwd, env, stdio });
  closeSync(log);
  const { pid } = started;
  if (pid === undefined) throw new Error(`${command} did not start. Is it installed?`);
  const ended = new Promise<void>((resolve) => {
    started.once("exit", () => {
      children.delete(child);
      resolve();
    });
    started.once("error", () => resolve());
  });
  const signal = (name: "SIGTERM" | "SIGKILL") => {
    if (started.exitCode === null && started.signalCode === null) started.kill(name);
  };
  const child: Child = {
    pid,
    process: started,
    ended,
    async stop(graceMs = 5_000) {
      signal("SIGTERM");
      const insist = setTimeout(() => signal("SIGKILL"), graceMs);
      await ended;
      clearTimeout(insist);
    },
    async kill() {
      signal("SIGKILL");
      await ended;
    },
  };
  children.add(child);
  return child;
}

/** For every way out: no process of ours is left behind. */
export function childPids(): readonly number[] {
  return [...children].map(({ pid }) => pid);
}

function endAllChildren(): void {
  for (const child of children) child.process.kill("SIGKILL");
}

process.once("exit", endAllChildren);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
