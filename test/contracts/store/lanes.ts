import { expect } from "vitest";
import { effectOf, minute, t0, take, takenIds, takeOne, write } from "./build.ts";
import { section } from "./case.ts";

const inLane = (id: string, dueAt = t0) => effectOf(id, { lane: "l", dueAt });

export const lanes = section("effects in lanes", {
  "hands out only the head of a lane, first in, first out": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2")] });
    await write(store, { effects: [inLane("e3")] });
    for (const id of ["e1", "e2", "e3"]) {
      const effect = await takeOne(store);
      expect([effect.id, effect.lane]).toEqual([id, "l"]);
      expect(await takenIds(store)).toEqual([]);
      await store.settle([{ id, attempt: effect.attempt, outcome: "done" }]);
    }
  },
  "keeps the order of writing even when a later effect is due earlier": async (store) => {
    await write(store, { effects: [inLane("e1", t0), inLane("e2", t0 - minute)] });
    expect(await takenIds(store)).toEqual(["e1"]);
  },
  "waits for a head that is not due yet": async (store) => {
    await write(store, { effects: [inLane("e1", t0 + minute), inLane("e2")] });
    expect((await take(store)).effects).toEqual([]);
    expect(await takenIds(store, { now: t0 + minute })).toEqual(["e1"]);
  },
  "runs several lanes at the same time": async (store) => {
    const effects = ["a", "b", "c"].flatMap((lane) => [1, 2].map((n) => effectOf(`${lane}${n}`, { lane })));
    await write(store, { effects });
    expect(await takenIds(store)).toEqual(["a1", "b1", "c1"]);
  },
  "takes effects without a lane as lanes of their own": async (store) => {
    await write(store, { effects: [effectOf("e1"), effectOf("e2"), effectOf("e3")] });
    expect(await takenIds(store)).toEqual(["e1", "e2", "e3"]);
  },
  "goes on after a commit that settled the head": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2")] });
    await takeOne(store);
    await write(store, { settles: ["e1"] });
    expect(await takenIds(store)).toEqual(["e2"]);
  },
  "goes on after a dead head": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2")] });
    await takeOne(store);
    await store.settle([{ id: "e1", attempt: 1, outcome: "dead", at: t0, error: "no" }]);
    expect(await takenIds(store)).toEqual(["e2"]);
  },
  "goes on after a cancelled head, leased or not": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2"), inLane("e3")] });
    await write(store, { cancels: ["e1"] });
    expect(await takenIds(store)).toEqual(["e2"]);
    await write(store, { cancels: ["e2"] });
    expect(await takenIds(store)).toEqual(["e3"]);
  },
  "removes a cancelled effect from the middle of its lane": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2"), inLane("e3")] });
    await write(store, { cancels: ["e2"] });
    await takeOne(store);
    await write(store, { settles: ["e1"] });
    expect(await takenIds(store)).toEqual(["e3"]);
  },
  "settles an effect from the middle of its lane without touching the head": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2"), inLane("e3")] });
    await takeOne(store);
    await write(store, { settles: ["e2"] });
    expect(await takenIds(store)).toEqual([]);
    await write(store, { settles: ["e1"] });
    expect(await takenIds(store)).toEqual(["e3"]);
  },
  "removes several effects of one lane in one commit": async (store) => {
    await write(store, { effects: ["e1", "e2", "e3", "e4"].map((id) => inLane(id)) });
    await takeOne(store);
    await write(store, { settles: ["e1"], cancels: ["e2", "e3"] });
    expect(await takenIds(store)).toEqual(["e4"]);
  },
  "takes cancels of unknown ids as done": async (store) => {
    await write(store, { cancels: ["never", "e0"] });
  },
  "lets the same lane start again after it ran empty": async (store) => {
    for (const id of ["e1", "e2"]) {
      await write(store, { effects: [inLane(id)] });
      expect(await takenIds(store)).toEqual([id]);
      await write(store, { settles: [id] });
    }
  },
  "leaves an effect alone whose id is already there": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2")] });
    await write(store, { effects: [effectOf("e1", { body: "other" }), effectOf("e2", { body: "other" })] });
    const first = await takeOne(store);
    expect(first).toEqual({
      id: "e1",
      lane: "l",
      pool: "p",
      owner: "c1",
      attempt: 1,
      failures: 0,
      body: { effect: "e1" },
    });
    await write(store, { settles: ["e1"] });
    expect((await takeOne(store)).body).toEqual({ effect: "e2" });
  },
  "leaves a dead effect alone when its id comes again": async (store) => {
    await write(store, { effects: [effectOf("e1")] });
    await takeOne(store);
    await store.settle([{ id: "e1", attempt: 1, outcome: "dead", at: t0, error: "no" }]);
    await write(store, { effects: [effectOf("e1")] });
    expect(await takenIds(store)).toEqual([]);
  },
});
