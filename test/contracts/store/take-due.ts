import { expect } from "vitest";
import { effectOf, minute, t0, take, takenIds, takeOne, write } from "./build.ts";
import { section } from "./case.ts";

export const takeDue = section("takeDue", {
  "hands out what is due, and nothing that is not": async (store) => {
    await write(store, { effects: [effectOf("now"), effectOf("later", { dueAt: t0 + 1 })] });
    expect(await take(store)).toMatchObject({
      effects: [{ id: "now", lane: null, pool: "p", owner: "c1", attempt: 1, failures: 0, body: { effect: "now" } }],
    });
    expect(await takenIds(store, { now: t0 + 1 })).toEqual(["later"]);
  },
  "hands out the earliest due first, then the first written": async (store) => {
    const due = (id: string, dueAt: number) => effectOf(id, { dueAt, pool: id });
    await write(store, { effects: [due("c", t0), due("b", t0 - 1), due("d", t0), due("a", t0 - 2)] });
    expect(await takenIds(store)).toEqual(["a", "b", "c", "d"]);
  },
  "hands out at most `limit`": async (store) => {
    await write(store, { effects: ["a", "b", "c"].map((id, n) => effectOf(id, { dueAt: t0 + n, pool: id })) });
    expect(await takenIds(store, { now: t0 + minute, limit: 2 })).toEqual(["a", "b"]);
    expect(await takenIds(store, { now: t0 + minute, limit: 2 })).toEqual(["c"]);
  },
  "leaves out busy pools, and takes them once they have room": async (store) => {
    await write(store, { effects: [effectOf("b1", { pool: "busy", dueAt: t0 - 1 }), effectOf("e1")] });
    expect(await takenIds(store, { busyPools: ["busy", "other"], limit: 1 })).toEqual(["e1"]);
    expect(await takenIds(store)).toEqual(["b1"]);
  },
  "holds a lane whose head is in a busy pool": async (store) => {
    await write(store, { effects: [effectOf("b1", { pool: "busy", lane: "l" }), effectOf("e1", { lane: "l" })] });
    expect(await takenIds(store, { busyPools: ["busy"] })).toEqual([]);
  },
  "gives a lease to one taker only, until it ends": async (store) => {
    await write(store, { effects: [effectOf("e1")] });
    expect(await takeOne(store, { leaseUntilMs: t0 + 10 })).toMatchObject({ id: "e1", attempt: 1 });
    expect(await takenIds(store, { now: t0 + 9 })).toEqual([]);
    expect(await takeOne(store, { now: t0 + 10, leaseUntilMs: t0 + 20 })).toMatchObject({ id: "e1", attempt: 2 });
    expect(await takeOne(store, { now: t0 + 20 })).toMatchObject({ id: "e1", attempt: 3 });
  },
  "holds the lane while its head's lease has ended and nobody took it again": async (store) => {
    await write(store, { effects: [effectOf("e1", { lane: "l" }), effectOf("e2", { lane: "l" })] });
    await takeOne(store);
    expect(await takenIds(store, { now: t0 + 2 * minute })).toEqual(["e1"]);
  },
  "says null when nothing is left to look for": async (store) => {
    expect(await take(store)).toEqual({ effects: [], nextDueAt: null });
  },
  "says when the next effect is due": async (store) => {
    const effects = [effectOf("b", { dueAt: t0 + 20 }), effectOf("a", { dueAt: t0 + 10, pool: "q" })];
    await write(store, { effects });
    expect((await take(store)).nextDueAt).toBe(t0 + 10);
  },
  "counts the lease it just gave as a time to look again": async (store) => {
    await write(store, { effects: [effectOf("e1"), effectOf("e2", { dueAt: t0 + minute })] });
    expect((await take(store, { leaseUntilMs: t0 + 5 })).nextDueAt).toBe(t0 + 5);
  },
  "counts leases given at a commit as a time to look again": async (store) => {
    await write(store, { effects: [effectOf("e1")], lease: { untilMs: t0 + 7, busyPools: [] } });
    expect((await take(store)).nextDueAt).toBe(t0 + 7);
  },
  "counts what it left because of the limit or a busy pool": async (store) => {
    await write(store, { effects: [effectOf("a"), effectOf("b", { dueAt: t0 + 1 })] });
    expect((await take(store, { now: t0 + 2, limit: 1 })).nextDueAt).toBe(t0 + 1);
    await write(store, { effects: [effectOf("c", { pool: "busy", dueAt: t0 - 3 })] });
    expect((await take(store, { busyPools: ["busy"] })).nextDueAt).toBe(t0 - 3);
  },
  "does not count effects that wait behind a head, or are dead": async (store) => {
    await write(store, { effects: [effectOf("e1", { lane: "l", dueAt: t0 + 9 }), effectOf("e2", { lane: "l" })] });
    expect((await take(store)).nextDueAt).toBe(t0 + 9);
    await takeOne(store, { now: t0 + 9 });
    await store.settle([{ id: "e1", attempt: 1, outcome: "dead", at: t0, error: "no" }]);
    await write(store, { cancels: ["e2"] });
    expect((await take(store)).nextDueAt).toBeNull();
  },
});
