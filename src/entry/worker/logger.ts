import type { LogFields, Logger } from "../../ports/logger.ts";
import type { Config } from "../config.ts";

const levels = ["debug", "info", "warn", "error", "silent"] as const;

/** One JSON line each, where the platform collects them. Ids, codes and lengths only, as the port says (I15). */
export function createWorkerLogger(level: Config["logLevel"]): Logger {
  const lowest = levels.indexOf(level);
  const at =
    (name: (typeof levels)[number]) =>
    (event: string, fields: LogFields = {}) => {
      if (levels.indexOf(name) < lowest) return;
      // biome-ignore lint/suspicious/noConsole: the only way out of a Worker
      console.log(JSON.stringify({ level: name, event, ...fields }));
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
