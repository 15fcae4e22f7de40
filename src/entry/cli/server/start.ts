import { readConfig } from "../../config.ts";
import { createLogger } from "../../node/logger.ts";
import { startNode } from "../../node.ts";
import type { Command } from "../command.ts";
import { reportProblems } from "../options/report-problems.ts";
import { banner } from "./banner.ts";
import { untilStopped } from "./until-stopped.ts";

/** Runs until it is told to stop. Nothing starts with a setting missing (I13). */
export const start: Command = async ({ words, environment, isJson }) => {
  if (words.length > 0) return "misunderstood";
  const read = readConfig(environment);
  if (read.status === "invalid") {
    reportProblems(
      read.problems.map(({ problem }) => problem),
      isJson,
    );
    return 1;
  }
  const { config } = read;
  // Whoever watches a terminal wants to read the lines below, not every request.
  const isWatched = process.stdout.isTTY && !environment.LOG_LEVEL;
  const logger = createLogger(isWatched ? "warn" : config.logLevel);
  const starting = await startNode(config, logger);
  if (starting.status === "refused") {
    reportProblems(starting.problems, isJson);
    return 1;
  }
  const { server } = starting;
  if (isJson) console.log(JSON.stringify({ event: "started", url: server.origin, workspace: config.workspaceId }));
  else console.log(banner(config, server));
  return untilStopped(server, logger);
};
