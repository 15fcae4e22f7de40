import { join } from "node:path";
import { type Child, startChild } from "../support/child.ts";
import { sleep } from "../support/sleep.ts";
import { waitUntil } from "../support/wait-until.ts";

const projectRoot = join(import.meta.dirname, "../..");
const startTimeoutMs = 30_000;

/** The real server, as an operator starts it, in a process of its own. */
export interface BatonServer {
  readonly origin: string;
  /** SIGKILL, and at once again; resolves when it answers. With `againAfterMs` the new one is killed too, as it starts. */
  killAndRestart(againAfterMs: number | null): Promise<void>;
  stop(): Promise<void>;
}

export interface BatonServerOptions {
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
}

export async function startBatonServer({ port, env, logFile }: BatonServerOptions): Promise<BatonServer> {
  const origin = `http://127.0.0.1:${port}`;
  const start = () =>
    startChild({
      command: process.execPath,
      args: ["src/entry/cli.ts", "start"],
      env: { PATH: process.env.PATH ?? "", NODE_NO_WARNINGS: "1", HOST: "127.0.0.1", PORT: String(port), ...env },
      cwd: projectRoot,
      logFile,
    });
  let child: Child = start();
  await ready();

  async function ready(): Promise<void> {
    const hasEnded = () => child.process.exitCode !== null;
    const answers = () =>
      fetch(`${origin}/live`)
        .then((response) => response.ok)
        .catch(() => false);
    const isReady = await waitUntil(async () => hasEnded() || (await answers()), {
      timeoutMs: startTimeoutMs,
      everyMs: 25,
    });
    if (!isReady || hasEnded()) throw new Error(`The server did not answer on ${origin}. See ${logFile}.`);
  }

  return {
    origin,
    async killAndRestart(againAfterMs) {
      await child.kill();
      child = start();
      if (againAfterMs !== null) {
        await sleep(againAfterMs);
        await child.kill();
        child = start();
      }
      await ready();
    },
    stop: () => child.stop(),
  };
}
