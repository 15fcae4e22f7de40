import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "./settings-client.ts";

const everyMs = 500;
const longestMs = 150_000;

/** Asks again while the server is at somebody else's: it takes one at a time, and each comes to an end. */
export async function inTurn<Value>(ask: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  for (let waitedMs = 0; ; waitedMs += everyMs) {
    const answer = await ask();
    if (answer.status === "answered" || answer.code !== "overloaded" || waitedMs >= longestMs) return answer;
    await sleep(everyMs);
  }
}
