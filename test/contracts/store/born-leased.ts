import { expect } from "vitest";
import { effectOf, lease, messageOf, messages, minute, t0, takenIds, takeOne, write } from "./build.ts";
import { section } from "./case.ts";

const inLane = (id: string) => effectOf(id, { lane: "l" });
const idsOf = (leased: readonly { readonly id: string }[]) => leased.map((effect) => effect.id);

export const bornLeased = section("effects that start as leased", {
  "gives due heads to the committer as their first attempt": async (store) => {
    const leased = await write(store, { effects: [effectOf("e1", { lane: "l", body: [1] })], lease: lease() });
    expect(leased).toEqual([{ id: "e1", lane: "l", pool: "p", owner: "c1", attempt: 1, failures: 0, body: [1] }]);
    expect(await takenIds(store)).toEqual([]);
  },
  "leases nothing without a lease": async (store) => {
    expect(await write(store, { effects: [effectOf("e1")] })).toEqual([]);
    expect(await takenIds(store)).toEqual(["e1"]);
  },
  "ends the lease when its time comes": async (store) => {
    await write(store, { effects: [effectOf("e1")], lease: lease(t0 + minute) });
    expect(await takenIds(store, { now: t0 + minute - 1 })).toEqual([]);
    expect(await takeOne(store, { now: t0 + minute })).toMatchObject({ id: "e1", attempt: 2 });
  },
  "leaves effects of busy pools to takeDue": async (store) => {
    const effects = [effectOf("e1", { pool: "busy" }), effectOf("e2")];
    expect(idsOf(await write(store, { effects, lease: lease(t0 + minute, ["busy"]) }))).toEqual(["e2"]);
    expect(await takeOne(store)).toMatchObject({ id: "e1", attempt: 1 });
  },
  "does not lease what is due later": async (store) => {
    const effects = [effectOf("later", { dueAt: t0 + 1 }), effectOf("now")];
    expect(idsOf(await write(store, { effects, lease: lease() }))).toEqual(["now"]);
    expect(await takenIds(store, { now: t0 + 1 })).toEqual(["later"]);
  },
  "leases only the head of a lane": async (store) => {
    expect(idsOf(await write(store, { effects: [inLane("e1"), inLane("e2")], lease: lease() }))).toEqual(["e1"]);
    expect(await write(store, { effects: [inLane("e3")], lease: lease() })).toEqual([]);
    await write(store, { settles: ["e1"] });
    expect(await takenIds(store)).toEqual(["e2"]);
  },
  "leases an effect whose lane ran empty in the same commit": async (store) => {
    await write(store, { effects: [inLane("e1")], lease: lease() });
    expect(idsOf(await write(store, { settles: ["e1"], effects: [inLane("e2")], lease: lease() }))).toEqual(["e2"]);
    expect(idsOf(await write(store, { cancels: ["e2"], effects: [inLane("e3")], lease: lease() }))).toEqual(["e3"]);
  },
  "leases only effects of the commit itself, not those that it moved to the head": async (store) => {
    await write(store, { effects: [inLane("e1"), inLane("e2")], lease: lease() });
    const leased = await write(store, { settles: ["e1"], effects: [inLane("e3"), effectOf("e4")], lease: lease() });
    expect(idsOf(leased)).toEqual(["e4"]);
    expect(await takenIds(store)).toEqual(["e2"]);
  },
  "does not lease an effect whose id is already there": async (store) => {
    await write(store, { effects: [effectOf("e1")] });
    expect(await write(store, { effects: [effectOf("e1")], lease: lease() })).toEqual([]);
  },
  "writes the whenLeased entries of a leased effect, over the commit's own": async (store) => {
    await write(store, {
      entries: [messageOf(1, { body: "queued", words: ["queued"] })],
      effects: [effectOf("e1", { whenLeased: [messageOf(1, { body: "sending", words: ["sending"] })] })],
      lease: lease(),
    });
    expect(await messages(store)).toEqual(["sending"]);
    expect(await store.search({ words: ["sending"], limit: 5 })).toEqual([{ conversationId: "c1", seq: 1 }]);
    expect(await store.search({ words: ["queued"], limit: 5 })).toEqual([]);
  },
  "does not write the whenLeased entries of effects that start unleased": async (store) => {
    const sending = (seq: number) => ({ whenLeased: [messageOf(seq, { body: "sending" })] });
    await write(store, {
      entries: [1, 2, 3, 4].map((seq) => messageOf(seq, { body: "queued" })),
      effects: [
        effectOf("head", { lane: "l", ...sending(1) }),
        effectOf("second", { lane: "l", ...sending(2) }),
        effectOf("busy", { pool: "busy", ...sending(3) }),
        effectOf("later", { dueAt: t0 + 1, ...sending(4) }),
      ],
      lease: lease(t0 + minute, ["busy"]),
    });
    expect(await messages(store)).toEqual(["sending", "queued", "queued", "queued"]);
    await takenIds(store, { now: t0 + 1 });
    expect(await messages(store)).toEqual(["sending", "queued", "queued", "queued"]);
  },
  "does not write the whenLeased entries without a lease": async (store) => {
    await write(store, { effects: [effectOf("e1", { whenLeased: [messageOf(1)] })] });
    await takeOne(store);
    expect(await messages(store)).toEqual([]);
  },
});
