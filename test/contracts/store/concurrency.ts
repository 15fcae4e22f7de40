import { expect } from "vitest";
import type { CommitResult } from "../../../src/ports/store.ts";
import {
  bodyOf,
  claimOf,
  commitOf,
  documentKey,
  effectOf,
  feedNow,
  feedOf,
  hour,
  lease,
  log,
  messageOf,
  readFeed,
  seqsOf,
  t0,
  take,
  takenIds,
  typesOf,
  write,
} from "./build.ts";
import { section } from "./case.ts";

const fifty = Array.from({ length: 50 }, (_, index) => index);

export const concurrency = section("at the same time", {
  "accepts exactly one of many commits that expect the same version": async (store) => {
    await write(store, { puts: [{ ...documentKey("a"), body: "start" }] });
    const cursor = await feedNow(store);
    const results = await Promise.all(
      fifty.map((n) =>
        store.commit(
          commitOf({
            expects: [{ ...documentKey("a"), version: 1 }],
            puts: [{ ...documentKey("a"), body: n }],
            entries: [messageOf(n + 1)],
            effects: [effectOf(`e${n}`)],
            feed: [feedOf(`n${n}`)],
          }),
        ),
      ),
    );
    const winner = results.findIndex((result) => result.status === "committed");
    expect(counted(results)).toEqual({ committed: 1, stale: 49, duplicate: 0 });
    expect(await bodyOf(store, "a")).toBe(winner);
    expect(seqsOf(await store.query(log()))).toEqual([winner + 1]);
    expect(await takenIds(store)).toEqual([`e${winner}`]);
    expect(typesOf(await readFeed(store, { after: cursor }))).toEqual([`n${winner}`]);
  },
  "accepts exactly one of many commits with the same claim": async (store) => {
    const results = await Promise.all(
      fifty.map((n) => store.commit(commitOf({ claims: [claimOf("k", `note ${n}`)], entries: [messageOf(n + 1)] }))),
    );
    const winner = results.findIndex((result) => result.status === "committed");
    expect(counted(results)).toEqual({ committed: 1, stale: 0, duplicate: 49 });
    expect(results.filter((result) => result.status === "duplicate")).toEqual(
      Array.from({ length: 49 }, () => ({ status: "duplicate", key: "k", note: `note ${winner}` })),
    );
    expect(seqsOf(await store.query(log()))).toEqual([winner + 1]);
  },
  "accepts exactly one of many commits that settle the same effect": async (store) => {
    await write(store, { effects: [effectOf("e")] });
    const results = await Promise.all(fifty.map(() => store.commit(commitOf({ settles: ["e"] }))));
    expect(counted(results)).toEqual({ committed: 1, stale: 0, duplicate: 49 });
  },
  "lands every one of many commits to different conversations": async (store) => {
    const cursor = await feedNow(store);
    const results = await Promise.all(
      fifty.map((n) =>
        store.commit(
          commitOf({
            claims: [claimOf(`k${n}`)],
            expects: [{ ...documentKey(`d${n}`), version: 0 }],
            puts: [{ ...documentKey(`d${n}`), body: n }],
            entries: [messageOf(1, { owner: `d${n}` })],
            effects: [effectOf(`e${n}`, { lane: `d${n}` })],
            feed: [feedOf(`n${n}`)],
            lease: lease(),
          }),
        ),
      ),
    );
    expect(counted(results).committed).toBe(50);
    expect(results.flatMap((result) => (result.status === "committed" ? result.leased : []))).toHaveLength(50);
    const loaded = await store.load(fifty.map((n) => documentKey(`d${n}`)));
    expect(loaded.map((document) => document?.body)).toEqual(fifty);
    const page = await readFeed(store, { after: cursor, limit: 100 });
    expect([...typesOf(page)].sort()).toEqual(fifty.map((n) => `n${n}`).sort());
  },
  "never gives one lease to two takers": async (store) => {
    await write(store, { effects: fifty.map((n) => effectOf(`e${n}`)) });
    const takers = await Promise.all(fifty.slice(0, 10).map(() => take(store, { limit: 7 })));
    const ids = takers.flatMap((taken) => taken.effects.map((effect) => effect.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(50);
  },
  "runs a lane in order however many commits and takers there are": async (store) => {
    for (const n of fifty.slice(0, 10)) await write(store, { effects: [effectOf(`e${n}`, { lane: "l" })] });
    const order: string[] = [];
    while (order.length < 10) {
      const takers = await Promise.all([1, 2, 3].map(() => take(store)));
      const taken = takers.flatMap((each) => each.effects);
      expect(taken.map((effect) => effect.id)).toHaveLength(1);
      order.push(...taken.map((effect) => effect.id));
      await store.settle(taken.map(({ id, attempt }) => ({ id, attempt, outcome: "done" })));
    }
    expect(order).toEqual(fifty.slice(0, 10).map((n) => `e${n}`));
  },
  "keeps leases apart that end at the same moment": async (store) => {
    await write(store, { effects: fifty.map((n) => effectOf(`e${n}`)) });
    await take(store, { leaseUntilMs: t0 + hour });
    const takers = await Promise.all([1, 2].map(() => take(store, { now: t0 + hour, limit: 25 })));
    const effects = takers.flatMap((taken) => taken.effects);
    expect(new Set(effects.map((effect) => effect.id)).size).toBe(50);
    expect(effects.every((effect) => effect.attempt === 2)).toBe(true);
  },
});

function counted(results: readonly CommitResult[]): Record<CommitResult["status"], number> {
  const count = (status: CommitResult["status"]) => results.filter((result) => result.status === status).length;
  return { committed: count("committed"), stale: count("stale"), duplicate: count("duplicate") };
}
