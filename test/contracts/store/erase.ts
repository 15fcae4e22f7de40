import { expect } from "vitest";
import type { Store } from "../../../src/ports/store.ts";
import {
  bodyOf,
  commitOf,
  deadLetters,
  documentKey,
  effectOf,
  hour,
  inbox,
  indexed,
  log,
  messageOf,
  messages,
  t0,
  take,
  takenIds,
  takeOne,
  write,
} from "./build.ts";
import { section } from "./case.ts";

const nothing = { documents: [], conversationIds: [] };

export const erase = section("erase", {
  "removes documents": async (store) => {
    await write(store, { puts: ["a", "b"].map((id) => ({ ...documentKey(id, "customer"), body: id })) });
    await store.erase({ ...nothing, documents: [documentKey("a", "customer"), documentKey("never")] });
    expect(await bodyOf(store, "a", "customer")).toBeUndefined();
    expect(await bodyOf(store, "b", "customer")).toBe("b");
  },
  "removes the messages and the records of a conversation, and of no other": async (store) => {
    await conversations(store);
    await store.erase({ ...nothing, conversationIds: ["c1"] });
    expect(await messages(store, "c1")).toEqual([]);
    expect((await store.query(log({ log: "records" }))).items).toEqual([]);
    expect(await messages(store, "c2")).toHaveLength(1);
    expect((await store.query(log({ log: "records", owner: "c2" }))).items).toHaveLength(1);
  },
  "removes the search words, also those that were never searched for": async (store) => {
    await conversations(store);
    await store.search({ words: ["hello"], limit: 10 });
    await write(store, { entries: [messageOf(2, { words: ["hello", "again"] })] });
    await store.erase({ ...nothing, conversationIds: ["c1"] });
    expect(await store.search({ words: ["hello"], limit: 10 })).toEqual([{ conversationId: "c2", seq: 1 }]);
    expect(await store.search({ words: ["again"], limit: 10 })).toEqual([]);
    await write(store, { entries: [messageOf(1), messageOf(2)] });
    expect(await store.search({ words: ["hello"], limit: 10 })).toEqual([{ conversationId: "c2", seq: 1 }]);
  },
  "removes effects: due, leased, waiting in a lane and later": async (store) => {
    const owners = ["c1", "c2"];
    const effects = owners.flatMap((owner) => [
      effectOf(`${owner}-leased`, { owner, pool: "first" }),
      effectOf(`${owner}-due`, { owner }),
      effectOf(`${owner}-head`, { owner, lane: owner }),
      effectOf(`${owner}-waiting`, { owner, lane: owner }),
      effectOf(`${owner}-later`, { owner, dueAt: t0 + hour }),
    ]);
    await write(store, { effects });
    await takenIds(store, { busyPools: ["p"], leaseUntilMs: t0 + 1 });
    await store.erase({ ...nothing, conversationIds: ["c1"] });
    expect([...(await takenIds(store, { now: t0 + hour }))].sort()).toEqual([
      "c2-due",
      "c2-head",
      "c2-later",
      "c2-leased",
    ]);
    for (const { id, owner } of effects.filter((effect) => effect.owner === "c1")) {
      expect((await store.commit(commitOf({ settles: [id] }))).status, `${id} of ${owner}`).toBe("duplicate");
    }
  },
  "removes dead effects": async (store) => {
    await write(store, { effects: [effectOf("e1"), effectOf("e2", { owner: "c2" })] });
    await takenIds(store);
    for (const id of ["e1", "e2"]) await store.settle([{ id, attempt: 1, outcome: "dead", at: t0, error: "no" }]);
    await store.erase({ ...nothing, conversationIds: ["c1"] });
    expect((await store.query(deadLetters)).items).toMatchObject([{ id: "e2" }]);
    await store.settle([{ id: "e1", outcome: "revive", dueAt: t0 }]);
    expect(await take(store)).toEqual({ effects: [], nextDueAt: null });
  },
  "lets a lane go on that it shares with another conversation": async (store) => {
    const inLane = (id: string, owner: string) => effectOf(id, { owner, lane: "l" });
    await write(store, { effects: [inLane("e1", "c1"), inLane("e2", "c2"), inLane("e3", "c1"), inLane("e4", "c2")] });
    await takeOne(store);
    await store.erase({ ...nothing, conversationIds: ["c1"] });
    expect(await takenIds(store)).toEqual(["e2"]);
    await write(store, { settles: ["e2"] });
    expect(await takenIds(store)).toEqual(["e4"]);
  },
  "removes the index entries of the conversation from every view": async (store) => {
    await conversations(store);
    await store.erase({ documents: [documentKey("c1")], conversationIds: ["c1"] });
    await write(store, { puts: [{ ...documentKey("c1"), body: "came again" }] });
    expect((await store.query(inbox())).items).toMatchObject([{ id: "c2" }]);
    expect((await store.query(inbox({ view: "all", key: "all" }))).items).toMatchObject([{ id: "c2" }]);
  },
  "can be repeated, and takes unknown ids": async (store) => {
    await conversations(store);
    const target = { documents: [documentKey("c1")], conversationIds: ["c1", "never"] };
    await store.erase(target);
    await store.erase(target);
    await store.erase(nothing);
    expect(await messages(store, "c2")).toHaveLength(1);
  },
  "lets an erased conversation start again": async (store) => {
    await conversations(store);
    await store.erase({ documents: [documentKey("c1")], conversationIds: ["c1"] });
    await write(store, {
      expects: [{ ...documentKey("c1"), version: 0 }],
      puts: [{ ...documentKey("c1"), body: 1 }],
      entries: [messageOf(1, { words: ["hello"] })],
      effects: [effectOf("e1")],
      index: [indexed("c1", 1)],
    });
    expect(await messages(store)).toHaveLength(1);
    expect(await store.search({ words: ["hello"], limit: 1 })).toEqual([{ conversationId: "c1", seq: 1 }]);
    expect((await store.query(inbox())).items).toMatchObject([{ id: "c1" }, { id: "c2" }]);
    expect(await takenIds(store)).toEqual(["e1"]);
  },
});

async function conversations(store: Store): Promise<void> {
  for (const [index, owner] of ["c1", "c2"].entries()) {
    await write(store, {
      puts: [{ ...documentKey(owner), body: owner }],
      entries: [messageOf(1, { owner, words: ["hello", owner] }), messageOf(1, { owner, log: "records" })],
      index: [indexed(owner, index), { ...indexed(owner, index), view: "all", key: "all" } as const],
    });
  }
}
