import type { FeedPage, FeedRequest, OpenStore, Page, Query, Store } from "../../../src/ports/store.ts";
import { type Batches, createBatches } from "./batches.ts";
import { purgeClaims } from "./claims.ts";
import { writeCommit } from "./commit.ts";
import type { SqlDatabase } from "./database.ts";
import { pageOfDead } from "./dead-letters.ts";
import { loadDocument, removeDocument } from "./documents.ts";
import { eraseEffects } from "./effects.ts";
import { eraseEntries, pageOfLog } from "./entries.ts";
import { isFeedNumberKept, newestFeedNumber, purgeFeed, readFeed } from "./feed.ts";
import { endLeases, takeDue } from "./leases.ts";
import { identity, migrate } from "./migrate.ts";
import { findMessages, indexMore, isWorthIndexing } from "./search.ts";
import { settle } from "./settle.ts";
import { countOfView, eraseListings, pageOfView } from "./views.ts";
import { createWaiters, type Waiters } from "./waiters.ts";

/** One workspace in one SQLite database. One process at a time: waiting feed readers are woken from within. */
export function createSqliteStore(database: SqlDatabase): OpenStore {
  migrate(database);
  endLeases(database);
  const batches = createBatches(database);
  const waiters = createWaiters();
  const feed = createFeed(database, waiters);
  let isOpen = true;

  const store: Store = {
    load: async (keys) => keys.map((key) => loadDocument(database, key)),

    async commit(commit) {
      const result = await batches.write(() => writeCommit(database, commit));
      if (result.status === "committed" && commit.feed.length > 0) waiters.wake();
      return result;
    },

    query: async (query) => pageOf(database, query),

    async search(search) {
      await indexAll(database, batches);
      return findMessages(database, search);
    },

    takeDue: (request) =>
      batches.write(() => {
        const taken = takeDue(database, request);
        if (taken.effects.length < request.limit) keepHouse(database, request.now);
        return taken;
      }),

    settle: (settlements) =>
      batches.write(() => {
        for (const settlement of settlements) settle(database, settlement);
      }),

    feed,

    erase: ({ documents, conversationIds }) =>
      batches.write(() =>
        database.overwriting(() => {
          for (const key of documents) {
            removeDocument(database, key);
            eraseListings(database, key.id, key.kind);
          }
          for (const id of conversationIds) {
            eraseEntries(database, id);
            eraseEffects(database, id);
            eraseListings(database, id, null);
          }
        }),
      ),
  };

  return {
    store,
    async close() {
      if (!isOpen) return;
      isOpen = false;
      batches.flush();
      database.close();
      waiters.wake();
    },
  };
}

function pageOf(database: SqlDatabase, query: Query): Page {
  if ("view" in query) return pageOfView(database, query);
  if ("counted" in query) return countOfView(database, query);
  if ("log" in query) return pageOfLog(database, query);
  return pageOfDead(database, query);
}

/** In bounded pieces, each a turn of the event loop: a long backlog must not hold up a webhook. */
async function indexAll(database: SqlDatabase, batches: Batches): Promise<void> {
  while (await batches.write(() => indexMore(database)));
}

/** A bounded piece of what can wait, done when nothing is due. */
function keepHouse(database: SqlDatabase, now: number): void {
  if (isWorthIndexing(database)) indexMore(database);
  purgeClaims(database, now);
  purgeFeed(database, now);
}

function createFeed(database: SqlDatabase, waiters: Waiters): (request: FeedRequest) => Promise<FeedPage> {
  const prefix = `${identity(database)}.`;
  const cursorOf = (number: number) => `${prefix}${number}`;
  const numberOf = (cursor: string) => {
    const digits = cursor.startsWith(prefix) ? cursor.slice(prefix.length) : "";
    return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
  };

  return async ({ after, limit, waitMs, signal }) => {
    const newest = newestFeedNumber(database);
    const start = after === null ? newest : numberOf(after);
    if (start === null || !isFeedNumberKept(database, start, newest)) {
      return { status: "reset", cursor: cursorOf(newest) };
    }
    let entries = start === newest ? [] : readFeed(database, start, limit, cursorOf);
    if (entries.length === 0 && waitMs > 0 && !signal.aborted) {
      await waiters.wait(waitMs, signal);
      if (!signal.aborted) entries = readFeed(database, start, limit, cursorOf);
    }
    return { status: "entries", entries, cursor: entries.at(-1)?.cursor ?? cursorOf(start) };
  };
}
