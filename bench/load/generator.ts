import { join } from "node:path";
import { startChild } from "../support/child.ts";
import type { FromGenerator, LoadResult, Plan } from "./plan.ts";

/** The load generator as the bench sees it: one plan at a time. */
export interface Generator {
  /** Where the servers send replies. */
  readonly replyUrl: string;
  /** `onMeasuring` when the warm-up is over. */
  run(plan: Plan, onMeasuring?: () => void): Promise<LoadResult>;
  stop(): Promise<void>;
}

export async function startGenerator({
  pin,
  logFile,
}: {
  pin: readonly string[];
  logFile: string;
}): Promise<Generator> {
  const [command = process.execPath, ...args] = [...pin, process.execPath, join(import.meta.dirname, "main.ts")];
  const env = { PATH: process.env.PATH ?? "", NODE_NO_WARNINGS: "1" };
  const child = startChild({ command, args, env, cwd: import.meta.dirname, logFile, hasIpc: true });
  const ready = await new Promise<FromGenerator>((resolve, reject) => {
    child.process.once("message", (message) => resolve(message as FromGenerator));
    child.process.once("exit", () => reject(new Error(`The load generator ended. See ${logFile}.`)));
  });
  let lastId = 0;
  return {
    replyUrl: ready.type === "ready" ? ready.replyUrl : "",
    run(plan, onMeasuring = () => undefined) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        const take = (message: unknown) => {
          const said = message as FromGenerator;
          if (said.type === "ready" || said.id !== id) return;
          if (said.type === "measuring") return onMeasuring();
          child.process.off("message", take);
          if (said.type === "done") resolve(said.result);
          else reject(new Error(`The load generator failed: ${said.error}`));
        };
        child.process.on("message", take);
        child.process.send({ id, plan });
      });
    },
    stop: () => child.stop(),
  };
}
