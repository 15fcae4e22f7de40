import { readlinkSync } from "node:fs";
import { constants, setPriority } from "node:os";

/**
 * Lets the other threads of the process go first where processors are few. Linux alone tells a thread who it is, and has
 * a priority for each; elsewhere all are alike.
 */
export function stepBack(): void {
  if (process.platform !== "linux") return;
  try {
    const [, , thread] = readlinkSync("/proc/thread-self").split("/");
    setPriority(Number(thread), constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not allowed here: reports are as right as before.
  }
}
