import { expect } from "vitest";
import { log, messageOf, messages, seqsOf, write } from "./build.ts";
import { section } from "./case.ts";

export const logs = section("logs", {
  "appends entries in order": async (store) => {
    await write(store, { entries: [messageOf(1), messageOf(2)] });
    await write(store, { entries: [messageOf(3)] });
    expect((await store.query(log())).items).toEqual(
      [1, 2, 3].map((seq) => ({ log: "messages", owner: "c1", seq, body: { text: `message ${seq}` } })),
    );
  },
  "replaces an entry whose seq is already there": async (store) => {
    await write(store, { entries: [messageOf(1), messageOf(2)] });
    await write(store, { entries: [messageOf(1, { body: "replaced" })] });
    expect(await messages(store)).toEqual(["replaced", { text: "message 2" }]);
  },
  "keeps owners, and messages and records, apart": async (store) => {
    await write(store, {
      entries: [
        messageOf(1, { body: "m1" }),
        messageOf(1, { log: "records", body: "r1" }),
        messageOf(1, { owner: "c2", body: "m2" }),
      ],
    });
    expect(await messages(store)).toEqual(["m1"]);
    expect(await messages(store, "c2")).toEqual(["m2"]);
    expect((await store.query(log({ log: "records" }))).items).toMatchObject([{ log: "records", body: "r1" }]);
  },
  "answers an empty last page for an owner it does not know": async (store) => {
    expect(await store.query(log({ owner: "nobody" }))).toEqual({ items: [], next: null });
  },
  "orders by number, not by spelling": async (store) => {
    await write(store, { entries: [9, 10, 11, 100].map((seq) => messageOf(seq)) });
    expect(seqsOf(await store.query(log()))).toEqual([9, 10, 11, 100]);
  },
  "goes on after a seq, upwards and downwards": async (store) => {
    await write(store, { entries: [1, 2, 3, 4].map((seq) => messageOf(seq)) });
    expect(seqsOf(await store.query(log({ afterSeq: 2 })))).toEqual([3, 4]);
    expect(seqsOf(await store.query(log({ order: "descending" })))).toEqual([4, 3, 2, 1]);
    expect(seqsOf(await store.query(log({ order: "descending", afterSeq: 3 })))).toEqual([2, 1]);
  },
  "gives the seq to go on after as `next`, and null on the last page": async (store) => {
    await write(store, { entries: [1, 2, 3, 4].map((seq) => messageOf(seq)) });
    const first = await store.query(log({ limit: 3 }));
    expect([seqsOf(first), first.next]).toEqual([[1, 2, 3], "3"]);
    const last = await store.query(log({ limit: 3, afterSeq: 3 }));
    expect([seqsOf(last), last.next]).toEqual([[4], null]);
    const full = await store.query(log({ limit: 2, afterSeq: 2 }));
    expect([seqsOf(full), full.next]).toEqual([[3, 4], null]);
    const down = await store.query(log({ limit: 2, order: "descending" }));
    expect([seqsOf(down), down.next]).toEqual([[4, 3], "3"]);
  },
});
