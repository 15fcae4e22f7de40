import { setTimeout as sleep } from "node:timers/promises";
import { feedKeptMs } from "../../../src/ports/store.ts";
import type { RedisConnection } from "./connection.ts";
import { trimFeed } from "./feed-page.ts";
import type { Scripts } from "./script.ts";
import { indexSomeWords } from "./word-index.ts";

/** What nobody waits for: the search index and the old end of the feed. A failure is left to the next turn. */
export interface Upkeep {
  indexWords(wordsWaiting: number): void;
  trimFeed(now: number): void;
  close(): void;
}

/** Messages a server call indexes in an idle moment: about a millisecond of the server's time. */
const batch = 20;
/** With more messages waiting it is done in busy moments too, so that no search has to catch up with a day. */
const mostWaiting = 10_000;
const pauseMs = 20;

export function createUpkeep(connection: RedisConnection, scripts: Scripts): Upkeep {
  const closing = new AbortController();
  let left = 0;
  let isIndexing = false;
  let isTrimming = false;

  async function index(): Promise<void> {
    while (left > 0 && !closing.signal.aborted) {
      if (connection.callsUnderWay() === 0 || left > mostWaiting) left = await indexSomeWords(scripts, batch);
      else await sleep(pauseMs, undefined, { signal: closing.signal });
    }
  }

  return {
    indexWords(wordsWaiting) {
      left = wordsWaiting;
      if (isIndexing || left === 0) return;
      isIndexing = true;
      index()
        .catch(() => undefined)
        .finally(() => {
          isIndexing = false;
        });
    },
    trimFeed(now) {
      if (isTrimming) return;
      isTrimming = true;
      trimFeed(scripts, now - feedKeptMs)
        .catch(() => undefined)
        .finally(() => {
          isTrimming = false;
        });
    },
    close: () => closing.abort(),
  };
}
