import { expect } from "vitest";
import { deadLetters, effectOf, hour, idsOf, minute, t0, take, takenIds, takeOne, write } from "./build.ts";
import { section } from "./case.ts";

const inLane = (id: string) => effectOf(id, { lane: "l" });
const dead = { attempt: 1, outcome: "dead", at: t0, error: "no" } as const;

export const settle = section("settle", {
  "done: the effect is gone and its lane goes on": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2")] });
    await takeOne(store);
    await store.settle([{ id: "e1", attempt: 1, outcome: "done" }]);
    expect(await takenIds(store, { now: t0 + hour })).toEqual(["e2"]);
  },
  "retry: stays the head of its lane until it is due again": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2")] });
    await takeOne(store);
    await store.settle([{ id: "e1", attempt: 1, outcome: "retry", dueAt: t0 + 10, error: "busy" }]);
    expect(await take(store, { now: t0 + 9 })).toEqual({ effects: [], nextDueAt: t0 + 10 });
    expect(await takeOne(store, { now: t0 + 10 })).toMatchObject({ id: "e1", attempt: 2 });
  },
  "retry: counts as a failure, which a lease that was lost does not": async (store) => {
    await write(store, { effects: [effectOf("e1")] });
    expect(await takeOne(store, { leaseUntilMs: t0 + 1 })).toMatchObject({ attempt: 1, failures: 0 });
    expect(await takeOne(store, { now: t0 + 1, leaseUntilMs: t0 + 2 })).toMatchObject({ attempt: 2, failures: 0 });
    await store.settle([{ id: "e1", attempt: 2, outcome: "retry", dueAt: t0, error: "busy" }]);
    expect(await takeOne(store)).toMatchObject({ attempt: 3, failures: 1 });
    await store.settle([{ id: "e1", attempt: 3, outcome: "hand-back" }]);
    expect(await takeOne(store)).toMatchObject({ attempt: 3, failures: 1 });
    await store.settle([{ id: "e1", attempt: 3, outcome: "retry", dueAt: t0, error: "busy" }]);
    expect(await takeOne(store)).toMatchObject({ attempt: 4, failures: 2 });
    await store.settle([{ id: "e1", ...dead, attempt: 4 }]);
    await store.settle([{ id: "e1", outcome: "revive", dueAt: t0 }]);
    expect(await takeOne(store)).toMatchObject({ attempt: 1, failures: 0 });
  },
  "hand-back: due at once, and the attempt is not counted": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2")] });
    await takeOne(store);
    await store.settle([{ id: "e1", attempt: 1, outcome: "hand-back" }]);
    expect(await takeOne(store)).toMatchObject({ id: "e1", attempt: 1 });
    await store.settle([{ id: "e1", attempt: 1, outcome: "retry", dueAt: t0, error: "no" }]);
    expect(await takeOne(store)).toMatchObject({ id: "e1", attempt: 2 });
    await store.settle([{ id: "e1", attempt: 2, outcome: "hand-back" }]);
    expect(await takeOne(store)).toMatchObject({ id: "e1", attempt: 2 });
  },
  "hand-back of an effect that started as leased": async (store) => {
    await write(store, { effects: [effectOf("e1")], lease: { untilMs: t0 + minute, busyPools: [] } });
    await store.settle([{ id: "e1", attempt: 1, outcome: "hand-back" }]);
    expect(await takeOne(store)).toMatchObject({ id: "e1", attempt: 1 });
  },
  "dead: leaves its lane and stays visible": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2")] });
    await takeOne(store);
    await store.settle([{ id: "e1", attempt: 1, outcome: "dead", at: t0 + 5, error: "rejected" }]);
    expect(await takenIds(store, { now: t0 + hour })).toEqual(["e2"]);
    expect(await store.query(deadLetters)).toEqual({
      items: [
        {
          dead: true,
          id: "e1",
          lane: "l",
          owner: "c1",
          attempt: 1,
          at: t0 + 5,
          error: "rejected",
          body: { effect: "e1" },
        },
      ],
      next: null,
    });
  },
  "revive: back to the end of its lane, with its attempts forgotten": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2")] });
    await takeOne(store, { leaseUntilMs: t0 });
    await takeOne(store);
    await store.settle([{ id: "e1", attempt: 2, outcome: "dead", at: t0, error: "no" }]);
    await store.settle([{ id: "e1", outcome: "revive", dueAt: t0 + 5 }]);
    expect((await store.query(deadLetters)).items).toEqual([]);
    expect(await takenIds(store, { now: t0 + 5 })).toEqual(["e2"]);
    await write(store, { settles: ["e2"] });
    expect(await takenIds(store, { now: t0 + 4 })).toEqual([]);
    expect(await takeOne(store, { now: t0 + 5 })).toEqual({
      id: "e1",
      lane: "l",
      pool: "p",
      owner: "c1",
      attempt: 1,
      failures: 0,
      body: { effect: "e1" },
    });
  },
  "revive: runs at its time when its lane is empty, or when it has none": async (store) => {
    await write(store, { effects: [inLane("e1"), effectOf("e2")] });
    await takenIds(store);
    await store.settle([
      { id: "e1", ...dead },
      { id: "e2", ...dead },
    ]);
    await store.settle([
      { id: "e1", outcome: "revive", dueAt: t0 + 1 },
      { id: "e2", outcome: "revive", dueAt: t0 + 2 },
    ]);
    expect(await take(store)).toEqual({ effects: [], nextDueAt: t0 + 1 });
    expect(await takenIds(store, { now: t0 + 2 })).toEqual(["e1", "e2"]);
  },
  "revive: leaves alone what is not dead": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2")] });
    await takeOne(store);
    await store.settle([
      { id: "e1", outcome: "revive", dueAt: t0 },
      { id: "e2", outcome: "revive", dueAt: t0 },
      { id: "e3", outcome: "revive", dueAt: t0 },
    ]);
    expect(await takenIds(store)).toEqual([]);
    await store.settle([{ id: "e1", attempt: 1, outcome: "done" }]);
    expect(await takenIds(store)).toEqual(["e2"]);
  },
  "changes nothing when the attempt is no longer the current one": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2")] });
    await takeOne(store, { leaseUntilMs: t0 + 1 });
    await takeOne(store, { now: t0 + 1 });
    await store.settle([{ id: "e1", attempt: 1, outcome: "done" }]);
    await store.settle([{ id: "e1", attempt: 1, outcome: "retry", dueAt: t0, error: "no" }]);
    await store.settle([{ id: "e1", attempt: 1, outcome: "hand-back" }]);
    await store.settle([{ id: "e1", ...dead }]);
    expect(await takenIds(store, { now: t0 + 2 })).toEqual([]);
    expect((await store.query(deadLetters)).items).toEqual([]);
    await store.settle([{ id: "e1", attempt: 2, outcome: "done" }]);
    expect(await takenIds(store)).toEqual(["e2"]);
  },
  "accepts a settlement after the lease ended, as long as nobody took it again": async (store) => {
    await write(store, { effects: [effectOf("e1")] });
    await takeOne(store, { leaseUntilMs: t0 + 1 });
    expect(await takenIds(store)).toEqual([]);
    await store.settle([{ id: "e1", attempt: 1, outcome: "done" }]);
    expect(await take(store, { now: t0 + hour })).toEqual({ effects: [], nextDueAt: null });
  },
  "changes nothing for effects that are gone": async (store) => {
    await write(store, { effects: [effectOf("e1")] });
    await takeOne(store);
    await write(store, { cancels: ["e1"] });
    await store.settle([{ id: "e1", attempt: 1, outcome: "retry", dueAt: t0, error: "no" }]);
    await store.settle([{ id: "e1", ...dead }]);
    expect(await take(store)).toEqual({ effects: [], nextDueAt: null });
    expect((await store.query(deadLetters)).items).toEqual([]);
  },
  "takes several settlements at once, each on its own": async (store) => {
    await write(store, { effects: ["a", "b", "c"].map((id) => effectOf(id)) });
    await takenIds(store);
    await store.settle([
      { id: "a", attempt: 1, outcome: "done" },
      { id: "b", attempt: 9, outcome: "done" },
      { id: "c", attempt: 1, outcome: "retry", dueAt: t0 + 1, error: "no" },
    ]);
    expect(await takenIds(store, { now: t0 + 1 })).toEqual(["c"]);
    expect(await takenIds(store, { now: t0 + minute })).toEqual(["b"]);
  },
  "takes an empty list": async (store) => {
    await store.settle([]);
  },
});

export const deadLetterPages = section("dead letters", {
  "shows the newest first, page by page": async (store) => {
    const ids = ["a", "b", "c", "d", "e"];
    await write(store, { effects: ids.map((id) => effectOf(id)) });
    await takenIds(store);
    for (const [index, id] of ids.entries()) {
      await store.settle([{ id, attempt: 1, outcome: "dead", at: t0 + Math.floor(index / 2), error: "no" }]);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await store.query({ dead: true, limit: 2, cursor });
      seen.push(...idsOf(page));
      cursor = page.next;
    } while (cursor !== null && seen.length < 10);
    expect([...seen].sort()).toEqual(ids);
    expect(seen.slice(0, 1)).toEqual(["e"]);
    expect(seen.slice(3).sort()).toEqual(["a", "b"]);
  },
  "no longer shows a dead effect that was cancelled": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2")] });
    await takeOne(store);
    await store.settle([{ id: "e1", ...dead }]);
    await write(store, { cancels: ["e1"] });
    expect((await store.query(deadLetters)).items).toEqual([]);
    await store.settle([{ id: "e1", outcome: "revive", dueAt: t0 }]);
    expect(await takenIds(store)).toEqual(["e2"]);
  },
});
