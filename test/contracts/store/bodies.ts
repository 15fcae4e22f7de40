import { expect } from "vitest";
import type { Store } from "../../../src/ports/store.ts";
import {
  bodyOf,
  deadLetters,
  documentKey,
  effectOf,
  feedNow,
  feedOf,
  lease,
  messageOf,
  messages,
  readFeed,
  t0,
  takeOne,
  write,
} from "./build.ts";
import { section } from "./case.ts";

const loneSurrogate = "broken \ud83d end \udc00";

const bodies: Readonly<Record<string, unknown>> = {
  "empty arrays and objects": { list: [], map: {}, nested: [[], [{}]] },
  "null everywhere": { none: null, nested: [null, { none: null }] },
  "bare values": "just a text",
  "bare null": null,
  "bare false": false,
  "big integers as text, and the largest safe ones as numbers": { text: "12345678901234567890", n: 9007199254740991 },
  "numbers small and negative": [0, -1, 0.1, 1e-9, 1.5e300, -9007199254740991],
  "text of any script": { ключ: "日本語 👩‍👩‍👧 é é שלום", control: 'a\u0000b\u001f\u2028\u2029\n\t"\\' },
  "lone surrogates": { text: loneSurrogate, list: [loneSurrogate] },
  "keys in their order": { b: 1, a: 2, "10": 3, "": 4, __proto: 5, constructor: 6 },
  "a hundred kilobytes": { text: "ä€".repeat(30_000) },
};

export const opaqueBodies = section("bodies survive exactly", {
  ...Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, (store: Store) => survives(store, body)])),
  "in dead letters": async (store) => {
    await write(store, { effects: [effectOf("e1", { body: bodies["lone surrogates"] })] });
    await takeOne(store);
    await store.settle([{ id: "e1", attempt: 1, outcome: "dead", at: t0, error: 'said "no" — ünïcode' }]);
    expect((await store.query(deadLetters)).items).toMatchObject([
      { error: 'said "no" — ünïcode', body: bodies["lone surrogates"] },
    ]);
  },
  "in the feed": async (store) => {
    const cursor = await feedNow(store);
    const data = { text: 'quote " and ünïcode 日本', n: 0, yes: false, none: null };
    await write(store, { feed: [{ ...feedOf("a"), data }] });
    expect(await readFeed(store, { after: cursor })).toMatchObject({ entries: [{ data }] });
  },
  "under ids with odd characters": async (store) => {
    const id = "c:1/ü {x} %_*\"'";
    await write(store, {
      puts: [{ ...documentKey(id), body: 1 }],
      entries: [messageOf(1, { owner: id, words: ["odd"] })],
      effects: [effectOf(id, { lane: id, owner: id })],
    });
    expect(await bodyOf(store, id)).toBe(1);
    expect(await messages(store, id)).toHaveLength(1);
    expect(await store.search({ words: ["odd"], limit: 1 })).toEqual([{ conversationId: id, seq: 1 }]);
    expect(await takeOne(store)).toMatchObject({ id, lane: id, owner: id });
  },
});

async function survives(store: Store, body: unknown): Promise<void> {
  const [born] = await write(store, {
    puts: [{ ...documentKey("a"), body }],
    entries: [messageOf(1, { body })],
    effects: [effectOf("born", { pool: "born", body }), effectOf("taken", { dueAt: t0 + 1, body })],
    lease: lease(),
  });
  const stored = [
    await bodyOf(store, "a"),
    (await messages(store))[0],
    born?.body,
    (await takeOne(store, { now: t0 + 1 })).body,
  ];
  for (const copy of stored) {
    expect(copy).toEqual(body);
    expect(JSON.stringify(copy)).toBe(JSON.stringify(body));
  }
}
