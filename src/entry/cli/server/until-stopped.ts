import type { Logger } from "../../../ports/logger.ts";
import type { RunningServer } from "../../node.ts";

/** Waits for SIGTERM or SIGINT and ends in order; a second one ends at once. */
export function untilStopped(server: RunningServer, logger: Logger): Promise<0 | 1> {
  return new Promise((resolve) => {
    let isStopping = false;
    const stop = () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      server.stop().then(
        () => resolve(0),
        (error: unknown) => {
          logger.error("stop-failed", { error: nameOf(error) });
          resolve(1);
        },
      );
    };
    process.on("SIGTERM", stop);
    process.on("SIGINT", stop);
    // Nobody knows what state is left: effects are leased, so another start takes them up again (I10).
    process.on("unhandledRejection", (error) => die(logger, "unhandled-rejection", error));
    process.on("uncaughtException", (error) => die(logger, "uncaught-exception", error));
  });
}

function die(logger: Logger, event: string, error: unknown): never {
  const place = error instanceof Error ? (error.stack?.split("\n").find((line) => line.includes(" at ")) ?? "") : "";
  // The message may hold anything (I15); name and place are enough to find it.
  logger.error(event, { error: nameOf(error), place: place.trim() });
  process.exit(1);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
