import { setTimeout as sleep } from "node:timers/promises";
import type { FeedEntry, FeedPage } from "../../../src/ports/store.ts";
import type { RedisConnection } from "./connection.ts";
import { feedEntry, readFeedPage } from "./feed-page.ts";
import { createFeedWaiters, emptyPage, type Wait } from "./feed-waiters.ts";
import { createRecentEntries, type RecentEntries } from "./recent-entries.ts";
import { createScripts } from "./script.ts";

/**
 * One blocking connection per process follows the feed for everyone in it: the number of those who wait costs the
 * server nothing. It opens with the first wait and comes back by itself after an outage.
 */
export interface FeedReader {
  /** Whether {@link wait} knows this place, so that nobody else need be asked. */
  covers(cursor: string): boolean;
  wait(request: Wait): Promise<FeedPage>;
  close(): void;
}

const blockMs = 5_000;
const readAtOnce = 500;
const kept = 2_000;
const pauseMs = 100;

export function createFeedReader(options: {
  readonly root: string;
  readonly timeoutMs: number;
  readonly open: () => Promise<RedisConnection>;
}): FeedReader {
  const waiters = createFeedWaiters();
  const closing = new AbortController();
  let recent: RecentEntries | null = null;
  let isFollowing = false;

  async function run(entries: RecentEntries): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await withConnection((connection) => follow(connection, entries));
      } catch (error) {
        isFollowing = false;
        if (!closing.signal.aborted) waiters.fail(error);
      }
      await sleep(pauseMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  async function withConnection(use: (connection: RedisConnection) => Promise<void>): Promise<void> {
    const connection = await options.open();
    const destroy = () => connection.destroy();
    closing.signal.addEventListener("abort", destroy);
    try {
      if (!closing.signal.aborted) await use(connection);
    } finally {
      closing.signal.removeEventListener("abort", destroy);
      connection.destroy();
    }
  }

  /** The first read finds out whether the place we left is still there. */
  async function follow(connection: RedisConnection, entries: RecentEntries): Promise<void> {
    const page = await readFeedPage(createScripts(connection, options.root), entries.position(), readAtOnce);
    if (page.status === "reset") {
      entries.startAt(page.cursor);
      waiters.answer(() => page);
    } else {
      deliver(entries, page.entries);
    }
    isFollowing = true;
    while (!closing.signal.aborted) {
      const position = entries.position();
      const command = ["XREAD", "COUNT", `${readAtOnce}`, "BLOCK", `${blockMs}`, "STREAMS", feedKey, position];
      deliver(entries, entriesOf(await connection.call("read the feed", command, blockMs + options.timeoutMs)));
    }
  }

  function deliver(entries: RecentEntries, added: readonly FeedEntry[]): void {
    if (added.length === 0) return;
    entries.add(added);
    waiters.answer((wait) => pageAfter(entries, wait));
  }

  const feedKey = `${options.root}:feed`;
  return {
    covers: (cursor) => isFollowing && recent?.covers(cursor) === true,
    wait(request) {
      if (closing.signal.aborted) return Promise.resolve(emptyPage(request.after));
      if (!recent) {
        recent = createRecentEntries(request.after, kept);
        void run(recent);
      }
      if (recent.hasPassed(request.after)) return Promise.resolve(emptyPage(request.after));
      const page = pageAfter(recent, request);
      return page ? Promise.resolve(page) : waiters.add(request);
    },
    close() {
      closing.abort();
      waiters.answer((wait) => emptyPage(wait.after));
    },
  };
}

function pageAfter(recent: RecentEntries, { after, limit }: Wait): FeedPage | null {
  const entries = recent.after(after, limit);
  const last = entries.at(-1);
  return last ? { status: "entries", entries, cursor: last.cursor } : null;
}

/** XREAD answers null, or per stream its name and entries: [[key, [[id, ["e", json]], …]]]. */
function entriesOf(reply: unknown): readonly FeedEntry[] {
  if (reply === null) return [];
  const streams = reply as readonly (readonly [
    key: string,
    entries: readonly (readonly [string, readonly string[]])[],
  ])[];
  return streams.flatMap(([, entries]) => entries.map(([id, fields]) => feedEntry(id, fields[1] ?? "null")));
}
