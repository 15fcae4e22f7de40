import { createRecent, type Recent } from "../recent.ts";

/** When this process last wrote down that somebody's console is there, and when it really heard of it. */
export type Heard = Recent<{ readonly storedAt: number; readonly at: number }>;

/** What is stored is at most this old: a heartbeat more often than that writes nothing. */
export const writeEveryMs = 60_000;

const remembered = 20_000;

export function createHeard(): Heard {
  return createRecent(remembered);
}
