import type { Commit, LogEntry } from "../../../../src/ports/store.ts";
import { changeCommit, changeEffects, type Defect } from "./defect.ts";

export const commitDefects: readonly Defect[] = [
  {
    name: "ignores expected versions",
    spoil: (store) => changeCommit(store, (commit) => ({ ...commit, expects: [] })),
    noticedBy: [
      "answers stale when a version is another one, higher or lower",
      "accepts exactly one of many commits that expect the same version",
    ],
    sections: ["commit", "at the same time"],
  },
  {
    name: "forgets claims",
    spoil: (store) => changeCommit(store, (commit) => ({ ...commit, claims: [] })),
    noticedBy: [
      "answers duplicate with the note of the first claimer",
      "accepts exactly one of many commits with the same claim",
    ],
    sections: ["commit", "at the same time"],
  },
  {
    name: "answers a duplicate with the new note instead of the first",
    spoil: (store) => ({
      ...store,
      async commit(commit) {
        const result = await store.commit(commit);
        if (result.status !== "duplicate" || result.note === null) return result;
        return { ...result, note: commit.claims.find((claim) => claim.key === result.key)?.note ?? "" };
      },
    }),
    noticedBy: ["answers duplicate with the note of the first claimer"],
    sections: ["commit", "at the same time"],
  },
  {
    name: "looks at versions before claims",
    spoil: (store) => ({
      ...store,
      async commit(commit) {
        const known = await store.load(commit.expects);
        const isStale = commit.expects.some((expected, index) => (known[index]?.version ?? 0) !== expected.version);
        return isStale ? { status: "stale" } : store.commit(commit);
      },
    }),
    noticedBy: ["looks for duplicate claims before stale versions", "looks for settled effects before stale versions"],
    sections: ["commit"],
  },
  {
    name: "does not notice that an effect was settled before",
    spoil: (store) =>
      changeCommit(store, (commit) => ({ ...commit, settles: [], cancels: [...commit.cancels, ...commit.settles] })),
    noticedBy: ["completes an effect once: the second commit that settles it is a duplicate"],
    sections: ["commit", "erase", "at the same time"],
  },
  {
    name: "leaves the effects of a stale commit",
    spoil: (store) => ({
      ...store,
      async commit(commit) {
        const result = await store.commit(commit);
        if (result.status === "stale") await store.commit({ ...empty(commit), effects: commit.effects });
        return result;
      },
    }),
    noticedBy: ["leaves no trace of a stale commit"],
    sections: ["commit", "at the same time"],
  },
  {
    name: "leaves the feed entries of a duplicate commit",
    spoil: (store) => ({
      ...store,
      async commit(commit) {
        const result = await store.commit(commit);
        if (result.status === "duplicate") await store.commit({ ...empty(commit), feed: commit.feed });
        return result;
      },
    }),
    noticedBy: ["leaves no trace of a duplicate commit"],
    sections: ["commit"],
  },
  {
    name: "cancels although the commit is stale",
    spoil: (store) => ({
      ...store,
      async commit(commit) {
        const result = await store.commit(commit);
        if (result.status === "stale") await store.commit({ ...empty(commit), cancels: commit.cancels });
        return result;
      },
    }),
    noticedBy: ["leaves no trace of a stale commit"],
    sections: ["commit"],
  },
  {
    name: "loses the whenLeased entries",
    spoil: (store) => changeEffects(store, (effect) => ({ ...effect, whenLeased: [] })),
    noticedBy: ["writes the whenLeased entries of a leased effect, over the commit's own"],
    sections: ["effects that start as leased"],
  },
  {
    name: "writes the whenLeased entries always",
    spoil: (store) =>
      changeCommit(store, (commit) => ({
        ...commit,
        entries: [...commit.entries, ...commit.effects.flatMap((effect) => effect.whenLeased)],
      })),
    noticedBy: [
      "does not write the whenLeased entries of effects that start unleased",
      "does not write the whenLeased entries without a lease",
    ],
    sections: ["effects that start as leased"],
  },
  {
    name: "leases busy pools at a commit",
    spoil: (store) =>
      changeCommit(store, (commit) => ({ ...commit, lease: commit.lease && { ...commit.lease, busyPools: [] } })),
    noticedBy: ["leaves effects of busy pools to takeDue"],
    sections: ["effects that start as leased"],
  },
  {
    name: "never leases at a commit",
    spoil: (store) => changeCommit(store, (commit) => ({ ...commit, lease: null })),
    noticedBy: ["gives due heads to the committer as their first attempt"],
    sections: ["effects that start as leased", "takeDue", "bodies survive exactly", "at the same time"],
  },
  {
    name: "ignores cancels",
    spoil: (store) => changeCommit(store, (commit) => ({ ...commit, cancels: [] })),
    noticedBy: ["goes on after a cancelled head, leased or not"],
    sections: ["commit", "effects in lanes", "effects that start as leased", "takeDue", "settle", "dead letters"],
  },
  {
    name: "ignores removes",
    spoil: (store) => changeCommit(store, (commit) => ({ ...commit, removes: [] })),
    noticedBy: ["removes a document, after which there is none"],
    sections: ["documents", "views"],
  },
  {
    name: "appends to a log instead of replacing",
    spoil: (store) => {
      const written = new Set<string>();
      const isFirst = ({ log, owner, seq }: LogEntry) => {
        const key = `${log}/${owner}/${seq}`;
        return !written.has(key) && written.add(key) !== undefined;
      };
      return changeCommit(store, (commit) => ({ ...commit, entries: commit.entries.filter(isFirst) }));
    },
    noticedBy: ["replaces an entry whose seq is already there"],
    sections: ["logs", "search", "erase"],
  },
];

function empty({ at }: Commit): Commit {
  const lists = { claims: [], settles: [], expects: [], puts: [], removes: [], entries: [], effects: [], cancels: [] };
  return { at, ...lists, index: [], feed: [], lease: null };
}
