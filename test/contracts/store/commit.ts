import { expect } from "vitest";
import type { Commit, Store } from "../../../src/ports/store.ts";
import {
  bodyOf,
  claimOf,
  commitOf,
  day,
  documentKey,
  effectOf,
  feedNow,
  feedOf,
  inbox,
  indexed,
  lease,
  messageOf,
  messages,
  minute,
  readFeed,
  t0,
  takenIds,
  takeOne,
  typesOf,
  write,
} from "./build.ts";
import { section } from "./case.ts";

export const commits = section("commit", {
  "accepts a commit that holds nothing": async (store) => {
    expect(await store.commit(commitOf({}))).toEqual({ status: "committed", leased: [] });
  },
  "answers duplicate with the note of the first claimer": async (store) => {
    await write(store, { claims: [claimOf("k0"), claimOf("k1", "first")] });
    const result = await store.commit(commitOf({ claims: [claimOf("new"), claimOf("k1", "second")] }));
    expect(result).toEqual({ status: "duplicate", key: "k1", note: "first" });
  },
  "keeps a claim for 30 days": async (store) => {
    await write(store, { claims: [claimOf("k1", "first")] });
    const late = t0 + 29 * day;
    await takenIds(store, { now: late });
    const result = await store.commit(commitOf({ at: late, claims: [claimOf("k1", "late")] }));
    expect(result).toEqual({ status: "duplicate", key: "k1", note: "first" });
  },
  "answers stale when a version is another one, higher or lower": async (store) => {
    await write(store, { puts: [{ ...documentKey("a"), body: 1 }] });
    await write(store, { puts: [{ ...documentKey("a"), body: 2 }] });
    for (const version of [0, 1, 3]) {
      const expects = [{ ...documentKey("a"), version }];
      expect(await store.commit(commitOf({ expects }))).toEqual({ status: "stale" });
    }
    await write(store, { expects: [{ ...documentKey("a"), version: 2 }] });
  },
  "takes version 0 as 'there is none'": async (store) => {
    await write(store, { expects: [{ ...documentKey("a"), version: 0 }] });
    const result = await store.commit(commitOf({ expects: [{ ...documentKey("a"), version: 1 }] }));
    expect(result).toEqual({ status: "stale" });
  },
  "compares every document that was read, also those it does not write": async (store) => {
    await write(store, { puts: [{ ...documentKey("a"), body: 1 }] });
    const result = await store.commit(
      commitOf({
        expects: [
          { ...documentKey("a"), version: 1 },
          { ...documentKey("b"), version: 7 },
        ],
        puts: [{ ...documentKey("a"), body: 2 }],
      }),
    );
    expect(result).toEqual({ status: "stale" });
    expect(await bodyOf(store, "a")).toBe(1);
  },
  "looks for duplicate claims before stale versions": async (store) => {
    await write(store, { claims: [claimOf("k1", "first")] });
    const both = { claims: [claimOf("k1")], expects: [{ ...documentKey("a"), version: 9 }] };
    expect((await store.commit(commitOf(both))).status).toBe("duplicate");
  },
  "looks for settled effects before stale versions": async (store) => {
    const both = { settles: ["gone"], expects: [{ ...documentKey("a"), version: 9 }] };
    expect(await store.commit(commitOf(both))).toEqual({ status: "duplicate", key: "gone", note: null });
  },
  "completes an effect once: the second commit that settles it is a duplicate": async (store) => {
    await write(store, { effects: [effectOf("e1")] });
    await takeOne(store);
    await write(store, { settles: ["e1"], puts: [{ ...documentKey("a"), body: "first" }] });
    const second = commitOf({ settles: ["e1"], puts: [{ ...documentKey("a"), body: "second" }] });
    expect(await store.commit(second)).toEqual({ status: "duplicate", key: "e1", note: null });
    expect(await bodyOf(store, "a")).toBe("first");
    expect(await takenIds(store, { now: t0 + day })).toEqual([]);
  },
  "takes an effect that was done, cancelled or dead as already settled": async (store) => {
    await write(store, { effects: [effectOf("done"), effectOf("cancelled"), effectOf("dead")] });
    await takenIds(store);
    await store.settle([{ id: "done", attempt: 1, outcome: "done" }]);
    await write(store, { cancels: ["cancelled"] });
    await store.settle([{ id: "dead", attempt: 1, outcome: "dead", at: t0, error: "no" }]);
    for (const id of ["done", "cancelled", "dead"]) {
      expect(await store.commit(commitOf({ settles: [id] }))).toEqual({ status: "duplicate", key: id, note: null });
    }
  },
  "leaves no trace of a stale commit": (store) =>
    leavesNoTrace(store, { expects: [{ ...documentKey("a"), version: 99 }] }, "stale"),
  "leaves no trace of a duplicate commit": (store) =>
    leavesNoTrace(store, { claims: [claimOf("fresh"), claimOf("taken")] }, "duplicate"),
  "leaves no trace of a commit whose effect is already settled": (store) =>
    leavesNoTrace(store, { settles: ["running", "never"] }, "duplicate"),
  "writes all of an accepted commit": async (store) => {
    const cursor = await feedNow(store);
    await write(store, everything);
    expect(await bodyOf(store, "new")).toEqual({ written: true });
    expect(await messages(store)).toEqual([{ text: "message 1" }]);
    expect((await store.query(inbox())).items).toHaveLength(1);
    expect(await store.search({ words: ["trace"], limit: 5 })).toEqual([{ conversationId: "c1", seq: 1 }]);
    expect(typesOf(await readFeed(store, { after: cursor }))).toEqual(["traced"]);
    expect(await takenIds(store)).toEqual(["new-effect"]);
    expect((await store.commit(commitOf({ claims: [claimOf("fresh")] }))).status).toBe("duplicate");
  },
});

const everything: Partial<Commit> = {
  claims: [claimOf("fresh")],
  puts: [{ ...documentKey("new"), body: { written: true } }],
  entries: [messageOf(1, { words: ["trace"] })],
  effects: [effectOf("new-effect")],
  index: [indexed("new", 1)],
  feed: [feedOf("traced")],
};

async function leavesNoTrace(store: Store, refusal: Partial<Commit>, status: string): Promise<void> {
  await write(store, {
    claims: [claimOf("taken")],
    puts: [
      { ...documentKey("a"), body: "before" },
      { ...documentKey("kept"), body: "kept" },
    ],
    effects: [
      effectOf("running", { lane: "l" }),
      effectOf("waiting", { lane: "l" }),
      effectOf("cancelled", { dueAt: t0 + minute }),
    ],
    index: [indexed("a", 1)],
  });
  const running = await takeOne(store);
  const cursor = await feedNow(store);

  const refused = await store.commit(
    commitOf({
      ...everything,
      claims: [claimOf("fresh"), ...(refusal.claims ?? [])],
      expects: refusal.expects ?? [],
      settles: refusal.settles ?? ["running"],
      puts: [...(everything.puts ?? []), { ...documentKey("a"), body: "after" }],
      removes: [documentKey("kept")],
      effects: [
        effectOf("new-effect", { whenLeased: [messageOf(2)] }),
        effectOf("new-waiting", { lane: "l", dueAt: t0 - minute }),
      ],
      cancels: ["cancelled"],
      index: [
        ...(everything.index ?? []),
        { change: "remove", view: "inbox", key: "open", kind: "conversation", id: "a" },
      ],
      lease: lease(),
    }),
  );

  expect(refused.status).toBe(status);
  expect(await store.load([documentKey("a"), documentKey("kept"), documentKey("new")])).toMatchObject([
    { version: 1, body: "before" },
    { version: 1, body: "kept" },
    null,
  ]);
  expect(await messages(store)).toEqual([]);
  expect(await store.search({ words: ["trace"], limit: 5 })).toEqual([]);
  expect((await store.query(inbox())).items).toMatchObject([{ id: "a" }]);
  expect(typesOf(await readFeed(store, { after: cursor }))).toEqual([]);
  expect(await takenIds(store, { now: t0 + 1 })).toEqual([]);
  await store.settle([{ id: "running", attempt: running.attempt, outcome: "done" }]);
  expect(await takenIds(store, { now: t0 + minute })).toEqual(["waiting", "cancelled"]);
  await write(store, { claims: [claimOf("fresh")] });
}
