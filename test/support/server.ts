import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import * as z from "zod";

/** A real `baton start` in a process of its own. */
export interface TestServer {
  readonly url: string;
  readonly pid: number;
  /** All that it wrote, standard output and error. */
  output(): string;
  /** SIGTERM, and the exit status it ends with. */
  stop(): Promise<number | null>;
  /** SIGKILL: nothing is ended in order. */
  kill(): Promise<void>;
}

export interface ServerOptions {
  /** Settings; nothing of the surroundings is passed on but PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default: a new folder, removed when the server has ended. */
  readonly dataDir?: string;
}

const command = resolve(import.meta.dirname, "../../src/entry/cli.ts");
const startTimeoutMs = 20_000;
const started = z.object({ event: z.literal("started"), url: z.string() });

/** Resolves when `/ready` says yes; the port is a free one. */
export async function startServer({ env = {}, dataDir }: ServerOptions = {}): Promise<TestServer> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "baton-server-")));
  const child = spawn(process.execPath, [command, "start", "--json"], {
    // Not the project's folder: a developer's own `.env` lies there.
    cwd: folder,
    env: { PATH: process.env.PATH ?? "", PORT: "0", BATON_DATA_DIR: folder, LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const exited = once(child, "exit").then(async ([code]) => {
    if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    return code as number | null;
  });
  try {
    const url = await untilStarted(child, lines, exited);
    await untilReady(url);
    return {
      url,
      pid: child.pid ?? 0,
      output: () => lines.join("\n"),
      stop: () => {
        child.kill("SIGTERM");
        return exited;
      },
      kill: async () => {
        child.kill("SIGKILL");
        await exited;
      },
    };
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
}

function untilStarted(child: ChildProcess, lines: string[], exited: Promise<unknown>): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The server ${why}:\n${lines.join("\n")}`));
    const timer = setTimeout(() => fail(`did not start in ${startTimeoutMs} ms`), startTimeoutMs);
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        lines.push(line);
        const url = urlOf(line);
        if (url === null) return;
        clearTimeout(timer);
        resolve(url);
      });
    }
    void exited.then((code) => {
      clearTimeout(timer);
      fail(`ended with status ${code}`);
    });
  });
}

function urlOf(line: string): string | null {
  if (!line.startsWith('{"event":"started"')) return null;
  const parsed = started.safeParse(JSON.parse(line));
  return parsed.success ? parsed.data.url : null;
}

/** It listens before it says so; whether the store answers is asked once. */
async function untilReady(url: string): Promise<void> {
  const response = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(startTimeoutMs) });
  if (!response.ok) throw new Error(`/ready answered ${response.status}: ${await response.text()}`);
}
