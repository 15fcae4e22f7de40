import { expect } from "vitest";
import { bodyOf, commitOf, documentKey, write } from "./build.ts";
import { section } from "./case.ts";

export const documents = section("documents", {
  "answers null for what is not there, in the order asked": async (store) => {
    await write(store, { puts: [{ ...documentKey("a"), body: 1 }] });
    const loaded = await store.load([documentKey("b"), documentKey("a"), documentKey("a", "task"), documentKey("a")]);
    expect(loaded).toEqual([
      null,
      { ...documentKey("a"), version: 1, body: 1 },
      null,
      { ...documentKey("a"), version: 1, body: 1 },
    ]);
  },
  "loads nothing when asked for nothing": async (store) => {
    expect(await store.load([])).toEqual([]);
  },
  "loads several hundred documents at once": async (store) => {
    const keys = Array.from({ length: 300 }, (_, index) => documentKey(`d${index}`));
    await write(store, { puts: keys.map((key) => ({ ...key, body: key.id })) });
    expect((await store.load(keys)).map((document) => document?.body)).toEqual(keys.map((key) => key.id));
  },
  "raises the version by one with every put, from 1": async (store) => {
    for (const version of [1, 2, 3]) {
      await write(store, { puts: [{ ...documentKey("a"), body: { version } }] });
      expect(await store.load([documentKey("a")])).toEqual([{ ...documentKey("a"), version, body: { version } }]);
    }
  },
  "removes a document, after which there is none": async (store) => {
    await write(store, { puts: [{ ...documentKey("a"), body: 1 }] });
    await write(store, { expects: [{ ...documentKey("a"), version: 1 }], removes: [documentKey("a")] });
    expect(await store.load([documentKey("a")])).toEqual([null]);
    const again = { expects: [{ ...documentKey("a"), version: 0 }], puts: [{ ...documentKey("a"), body: 2 }] };
    expect((await store.commit(commitOf(again))).status).toBe("committed");
    expect(await bodyOf(store, "a")).toBe(2);
  },
  "removes what is not there without a complaint": async (store) => {
    await write(store, { removes: [documentKey("a")] });
  },
  "keeps documents of the same id but another kind apart": async (store) => {
    await write(store, {
      puts: [
        { ...documentKey("a", "task"), body: "task" },
        { ...documentKey("a"), body: "conversation" },
      ],
    });
    await write(store, { removes: [documentKey("a", "task")] });
    expect(await bodyOf(store, "a", "task")).toBeUndefined();
    expect(await bodyOf(store, "a")).toBe("conversation");
  },
});
