import type { FeedPage, LogEntry, SearchHit, Store } from "../../../../src/ports/store.ts";
import { changeCommit, type Defect } from "./defect.ts";

const changeFeed = (store: Store, change: (page: FeedPage) => FeedPage): Store => ({
  ...store,
  feed: async (request) => change(await store.feed(request)),
});

export const readingDefects: readonly Defect[] = [
  {
    name: "keeps index entries that moved to another key",
    spoil: (store) => ({
      ...store,
      async query(query) {
        const page = await store.query(query);
        if (!("view" in query) || query.key !== "open") return page;
        const moved = await store.query({ ...query, key: "closed" });
        return { ...page, items: [...moved.items, ...page.items] };
      },
    }),
    noticedBy: ["moves an entry to another key"],
    sections: ["views"],
  },
  {
    name: "lists every page of a view in ascending order",
    spoil: (store) => ({
      ...store,
      query: (query) => store.query("view" in query ? { ...query, order: "ascending" } : query),
    }),
    noticedBy: ["lists the documents of a key by sort, both ways"],
    sections: ["views"],
  },
  {
    name: "counts no further than a page",
    spoil: (store) => ({
      ...store,
      async query(query) {
        const page = await store.query(query);
        const capped = page.items.map((item) =>
          "count" in item ? { ...item, count: Math.min(item.count, 500) } : item,
        );
        return { ...page, items: capped };
      },
    }),
    noticedBy: ["counts the entries of a key, however many, as they come, move and go"],
    sections: ["views"],
  },
  {
    name: "counts an entry where it stood before",
    spoil: (store) => {
      const moved = new Map<string, number>();
      const watching = changeCommit(store, (commit) => {
        for (const entry of commit.index) {
          if (entry.change === "put" && entry.previousKey !== null)
            moved.set(`${entry.view} ${entry.previousKey}`, (moved.get(`${entry.view} ${entry.previousKey}`) ?? 0) + 1);
        }
        return commit;
      });
      return {
        ...watching,
        async query(query) {
          const page = await store.query(query);
          if (!("counted" in query)) return page;
          const more = moved.get(`${query.counted} ${query.key}`) ?? 0;
          const items = page.items.map((item) => ("count" in item ? { ...item, count: item.count + more } : item));
          return { ...page, items };
        },
      };
    },
    noticedBy: ["counts the entries of a key, however many, as they come, move and go"],
    sections: ["views"],
  },
  {
    name: "begins again at a cursor that nobody gave",
    spoil: (store) => ({
      ...store,
      query: (query) =>
        store.query(query).catch((error) => {
          if (!("cursor" in query)) throw error;
          return store.query({ ...query, cursor: null });
        }),
    }),
    noticedBy: ["refuses a cursor that nobody gave, by the name of the error"],
    sections: ["views"],
  },
  {
    name: "never says which page is the last",
    spoil: (store) => ({
      ...store,
      async query(query) {
        const page = await store.query(query);
        return "log" in query && page.next === null ? { ...page, next: "0" } : page;
      },
    }),
    noticedBy: ["gives the seq to go on after as `next`, and null on the last page"],
    sections: ["logs"],
  },
  {
    name: "finds messages that hold any of the words",
    spoil: (store) => ({
      ...store,
      async search({ words, limit }) {
        const hits = new Map<string, SearchHit>();
        for (const word of words) {
          for (const hit of await store.search({ words: [word], limit }))
            hits.set(`${hit.conversationId}/${hit.seq}`, hit);
        }
        return [...hits.values()];
      },
    }),
    noticedBy: ["finds messages that hold every word, in any order"],
    sections: ["search"],
  },
  {
    name: "finds the oldest first",
    spoil: (store) => ({ ...store, search: async (query) => (await store.search(query)).toReversed() }),
    noticedBy: ["lists what was written last first, up to the limit"],
    sections: ["search"],
  },
  {
    name: "is behind with its search by one commit",
    spoil: (store) => {
      let held: readonly LogEntry[] = [];
      return changeCommit(store, (commit) => {
        const entries = [...held, ...commit.entries.map((entry) => ({ ...entry, words: [] }))];
        held = commit.entries;
        return { ...commit, entries };
      });
    },
    noticedBy: ["is never behind: finds a message as soon as it is committed"],
    sections: ["commit", "search", "erase", "bodies survive exactly"],
  },
  {
    name: "skips an entry of the feed",
    spoil: (store) =>
      changeFeed(store, (page) =>
        page.status === "entries" ? { ...page, entries: page.entries.filter((_, index) => index !== 1) } : page,
      ),
    noticedBy: [
      "gives entries in the order of their commits, with everything they hold",
      "has no gaps and no repetitions for a reader that keeps up with many writers",
    ],
    sections: ["feed", "at the same time"],
  },
  {
    name: "does not wake a waiting feed reader",
    spoil: (store) => ({ ...store, feed: (request) => store.feed({ ...request, waitMs: 0 }) }),
    noticedBy: ["waits, and wakes when something is committed"],
    sections: ["feed"],
  },
  {
    name: "takes an unknown cursor as 'from now on'",
    spoil: (store) =>
      changeFeed(store, (page) => (page.status === "reset" ? { ...page, status: "entries", entries: [] } : page)),
    noticedBy: ["answers reset to a cursor it does not know, and goes on from the one it gives"],
    sections: ["feed"],
  },
  {
    name: "leaves search words behind when it erases",
    spoil: (store) => {
      const erased = new Set<string>();
      const remembered: (SearchHit & { readonly words: readonly string[] })[] = [];
      const watching = changeCommit(store, (commit) => {
        for (const { owner, seq, words } of commit.entries)
          remembered.push({ conversationId: owner, seq, words: words ?? [] });
        return commit;
      });
      return {
        ...watching,
        erase: (target) => {
          for (const id of target.conversationIds) erased.add(id);
          return store.erase(target);
        },
        async search({ words, limit }) {
          const left = remembered.filter(
            (hit) => erased.has(hit.conversationId) && words.every((word) => hit.words.includes(word)),
          );
          return [...left, ...(await store.search({ words, limit }))].slice(0, limit);
        },
      };
    },
    noticedBy: ["removes the search words, also those that were never searched for"],
    sections: ["erase"],
  },
  {
    name: "erases documents only",
    spoil: (store) => ({ ...store, erase: (target) => store.erase({ ...target, conversationIds: [] }) }),
    noticedBy: ["removes the messages and the records of a conversation, and of no other"],
    sections: ["erase"],
  },
  {
    name: "erases nothing of documents",
    spoil: (store) => ({ ...store, erase: (target) => store.erase({ ...target, documents: [] }) }),
    noticedBy: ["removes documents"],
    sections: ["erase"],
  },
  {
    name: "turns empty lists into empty objects",
    spoil: (store) => ({
      ...store,
      load: async (keys) =>
        (await store.load(keys)).map((document) => document && { ...document, body: withoutEmptyLists(document.body) }),
    }),
    noticedBy: ["empty arrays and objects"],
    sections: ["bodies survive exactly"],
  },
];

function withoutEmptyLists(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll("[]", "{}"));
}
