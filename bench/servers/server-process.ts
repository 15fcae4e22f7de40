import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Child, startChild } from "../support/child.ts";
import type { FromServer } from "./report.ts";

const projectRoot = join(import.meta.dirname, "../..");

/** A server that is measured, in a process of its own on a core of its own. */
export interface MeasuredServer {
  readonly port: number;
  readonly child: Child;
  usage(): Promise<Usage>;
}

export interface Usage {
  readonly cpuMs: number;
  readonly rssMb: number;
}

export interface ServerOptions {
  /** Folder under bench/ with its main.ts. */
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** The command line in front of Node: taskset. */
  readonly pin: readonly string[];
  readonly nodeOptions?: readonly string[];
  readonly startTimeoutMs?: number;
}

export async function startServer(options: ServerOptions): Promise<MeasuredServer> {
  const { program, env, logFile, pin, nodeOptions = [], startTimeoutMs = 30_000 } = options;
  const [command = process.execPath, ...args] = [
    ...pin,
    process.execPath,
    ...nodeOptions,
    join(projectRoot, "bench", program, "main.ts"),
  ];
  const surroundings = { PATH: process.env.PATH ?? "", NODE_NO_WARNINGS: "1" };
  const child = startChild({
    command,
    args,
    env: { ...surroundings, ...env },
    cwd: projectRoot,
    logFile,
    hasIpc: true,
  });
  const next = (type: FromServer["type"], timeoutMs: number) =>
    new Promise<FromServer>((resolve, reject) => {
      const take = (message: unknown) => {
        if (typeof message !== "object" || message === null || !("type" in message) || message.type !== type) return;
        end();
        resolve(message as FromServer);
      };
      const end = () => {
        clearTimeout(timer);
        child.process.off("message", take);
        child.process.off("exit", hasEnded);
      };
      const hasEnded = () => {
        end();
        reject(new Error(`${program} ended. Its last words: ${lastWords(logFile)}`));
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error(`${program} did not say "${type}" within ${timeoutMs} ms. See ${logFile}.`));
      }, timeoutMs);
      child.process.on("message", take);
      child.process.once("exit", hasEnded);
    });
  const listening = await next("listening", startTimeoutMs);
  return {
    port: listening.type === "listening" ? listening.port : 0,
    child,
    async usage() {
      const answer = next("usage", 10_000);
      child.process.send({ type: "usage" });
      const usage = await answer;
      if (usage.type !== "usage") throw new Error("The server answered something else.");
      return { cpuMs: usage.cpuMs, rssMb: usage.rssMb };
    },
  };
}

function lastWords(logFile: string): string {
  return readFileSync(logFile, "utf8").trimEnd().slice(-800);
}
