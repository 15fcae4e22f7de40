import type { FeedEntry, FeedPage } from "../ports/store.ts";
import type { Parts } from "./parts.ts";
import { createRecent, type Recent } from "./recent.ts";

export type LiveItem =
  | { readonly type: "entry"; readonly entry: FeedEntry }
  /** What came before cannot be told any more: read the state afresh, and go on from `cursor`. */
  | { readonly type: "reset"; readonly cursor: string };

export interface LiveFeed {
  /** Begins to read, so that running turns hear of take-overs elsewhere even when nobody listens. */
  start(): Promise<void>;
  /** Everything after the cursor (`null`: from now on), then what comes, until the signal aborts. */
  follow(after: string | null, signal: AbortSignal): AsyncGenerator<LiveItem, void, void>;
  readonly followers: number;
  stop(): Promise<void>;
}

const pageSize = 500;
const waitMs = 20_000;
/** A client that reads slower than this many entries behind is let go; it resumes where it was. */
const maxBehind = 5_000;

interface Follower {
  readonly queue: FeedEntry[];
  wake: () => void;
  hasLost: boolean;
}

/** One reader of the store's feed per process fans out to all who listen; each of them catches up by itself first. */
export function createLiveFeed(parts: Parts, onEntry: (entry: FeedEntry) => void): LiveFeed {
  const { store, clock, logger } = parts;
  const stopping = new AbortController();
  const followers = new Set<Follower>();
  let started: Promise<void> | null = null;
  let reading: Promise<void> = Promise.resolve();

  function start(): Promise<void> {
    started ??= begin().catch((error: unknown) => {
      started = null;
      throw error;
    });
    return started;
  }

  async function begin(): Promise<void> {
    const page = await store.feed({ after: null, limit: 1, waitMs: 0, signal: stopping.signal });
    reading = readOn(page.cursor);
  }

  async function readOn(from: string): Promise<void> {
    let cursor = from;
    while (!stopping.signal.aborted) {
      const page = await nextPage(cursor);
      if (!page) continue;
      cursor = page.cursor;
      if (page.status === "reset") loseAll();
      else page.entries.forEach(publish);
    }
  }

  async function nextPage(after: string): Promise<FeedPage | null> {
    try {
      return await store.feed({ after, limit: pageSize, waitMs, signal: stopping.signal });
    } catch (error) {
      if (stopping.signal.aborted) return null;
      logger.warn("feed-unreadable", { error: error instanceof Error ? error.name : "unknown" });
      await clock.sleep(1_000, stopping.signal);
      return null;
    }
  }

  function publish(entry: FeedEntry): void {
    onEntry(entry);
    for (const follower of followers) {
      // What comes after a hole must not be told, or nobody would notice the hole.
      if (follower.hasLost || follower.queue.length >= maxBehind) follower.hasLost = true;
      else follower.queue.push(entry);
      follower.wake();
    }
  }

  function loseAll(): void {
    for (const follower of followers) {
      follower.hasLost = true;
      follower.wake();
    }
  }

  return {
    start,
    get followers() {
      return followers.size;
    },
    async *follow(after, signal) {
      await start();
      const follower: Follower = { queue: [], wake: () => undefined, hasLost: false };
      // Listening begins before catching up, so that nothing falls between the two.
      followers.add(follower);
      try {
        const told = createRecent<true>(pageSize * 20);
        for await (const item of catchUp(after, signal)) {
          if (item.type === "entry") told.set(item.entry.cursor, true);
          yield item;
        }
        yield* drop(listen(follower, signal), told);
      } finally {
        followers.delete(follower);
      }
    },
    async stop() {
      stopping.abort();
      loseAll();
      await started?.catch(() => undefined);
      await reading;
    },
  };

  async function* catchUp(after: string | null, signal: AbortSignal): AsyncGenerator<LiveItem> {
    let cursor = after;
    while (cursor !== null && !signal.aborted) {
      const page: FeedPage = await store.feed({ after: cursor, limit: pageSize, waitMs: 0, signal });
      if (page.status === "reset") {
        yield { type: "reset", cursor: page.cursor };
        return;
      }
      for (const entry of page.entries) yield { type: "entry", entry };
      if (page.entries.length < pageSize) return;
      cursor = page.cursor;
    }
  }

  async function* listen(follower: Follower, signal: AbortSignal): AsyncGenerator<FeedEntry> {
    signal.addEventListener("abort", () => follower.wake(), { once: true });
    while (!signal.aborted && !stopping.signal.aborted) {
      const entry = follower.queue.shift();
      if (entry) {
        yield entry;
        continue;
      }
      if (follower.hasLost) return;
      await new Promise<void>((resolve) => {
        follower.wake = resolve;
      });
    }
  }
}

/** Leaves out what catching up has told already. */
async function* drop(entries: AsyncGenerator<FeedEntry>, told: Recent<true>): AsyncGenerator<LiveItem> {
  for await (const entry of entries) {
    if (!told.get(entry.cursor)) yield { type: "entry", entry };
  }
}
