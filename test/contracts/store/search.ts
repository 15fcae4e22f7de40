import { expect } from "vitest";
import { searchWords } from "../../../src/core/search/words.ts";
import type { Store } from "../../../src/ports/store.ts";
import { messageOf, write } from "./build.ts";
import { section } from "./case.ts";

const said = (seq: number, text: string, owner = "c1") => messageOf(seq, { owner, words: searchWords(text) });

async function found(store: Store, text: string, limit = 10): Promise<readonly string[]> {
  const hits = await store.search({ words: searchWords(text), limit });
  return hits.map((hit) => `${hit.conversationId}/${hit.seq}`);
}

export const search = section("search", {
  "finds messages that hold every word, in any order": async (store) => {
    await write(store, { entries: [said(1, "my order is late"), said(2, "late again"), said(3, "order a pizza")] });
    expect(await found(store, "late order")).toEqual(["c1/1"]);
    expect(await found(store, "order pizza late")).toEqual([]);
  },
  "finds whole words only": async (store) => {
    await write(store, { entries: [said(1, "reorder ordering order-bot")] });
    expect(await found(store, "orde")).toEqual([]);
    expect(await found(store, "order")).toEqual(["c1/1"]);
  },
  "lists what was written last first, up to the limit": async (store) => {
    await write(store, { entries: [said(1, "refund", "c2")] });
    await write(store, { entries: [said(1, "refund", "c1"), said(2, "refund", "c1")] });
    await write(store, { entries: [said(2, "refund", "c2")] });
    expect(await found(store, "refund")).toEqual(["c2/2", "c1/2", "c1/1", "c2/1"]);
    expect(await found(store, "refund", 2)).toEqual(["c2/2", "c1/2"]);
  },
  "is never behind: finds a message as soon as it is committed": async (store) => {
    for (const seq of [1, 2, 3]) {
      await write(store, { entries: [said(seq, `fresh number${seq}`)] });
      expect(await found(store, `number${seq}`)).toEqual([`c1/${seq}`]);
    }
  },
  "finds words of any script": async (store) => {
    await write(store, {
      entries: [said(1, "Größe: CAFÉ, Привет мир"), said(2, "שלום עולם مرحبا"), said(3, "नमस्ते 한국어")],
    });
    expect(await found(store, "grösse cafe")).toEqual(["c1/1"]);
    expect(await found(store, "МИР привет")).toEqual(["c1/1"]);
    expect(await found(store, "עולם")).toEqual(["c1/2"]);
    expect(await found(store, "مرحبا")).toEqual(["c1/2"]);
    expect(await found(store, "नमस्ते")).toEqual(["c1/3"]);
    expect(await found(store, "한국어")).toEqual(["c1/3"]);
  },
  "finds Chinese and Japanese by pairs of characters": async (store) => {
    await write(store, { entries: [said(1, "我要退款，谢谢"), said(2, "注文をキャンセルしたい"), said(3, "款退")] });
    expect(await found(store, "退款")).toEqual(["c1/1"]);
    expect(await found(store, "キャンセル")).toEqual(["c1/2"]);
    expect(await found(store, "退款キャンセル")).toEqual([]);
  },
  "takes a word as it is, whatever characters it holds": async (store) => {
    const odd = ['a"b', "a-b", "c++", "near(", "and", "not", "*", "O'Neil", "x:y", "a b", "é"];
    await write(store, { entries: odd.map((word, index) => messageOf(index + 1, { words: [word, "odd"] })) });
    for (const [index, word] of odd.entries()) {
      expect(await store.search({ words: ["odd", word], limit: 20 }), word).toEqual([
        { conversationId: "c1", seq: index + 1 },
      ]);
    }
  },
  "keeps the words of a message that is rewritten with `null` for them, indexed or not": async (store) => {
    await write(store, { entries: [said(1, "hello there")] });
    await write(store, { entries: [messageOf(1, { body: "sent", words: null })] });
    expect(await found(store, "hello")).toHaveLength(1);
    await write(store, { entries: [messageOf(1, { body: "read", words: null })] });
    expect(await found(store, "hello")).toHaveLength(1);
    await write(store, { entries: [messageOf(2, { words: null })] });
    expect(await found(store, "hello")).toHaveLength(1);
  },
  "forgets the words of a message that was replaced": async (store) => {
    await write(store, { entries: [said(1, "secret number")] });
    expect(await found(store, "secret")).toEqual(["c1/1"]);
    await write(store, { entries: [said(1, "public number")] });
    expect(await found(store, "secret")).toEqual([]);
    expect(await found(store, "public number")).toEqual(["c1/1"]);
    await write(store, { entries: [said(1, "")] });
    expect(await found(store, "public")).toEqual([]);
    expect(await found(store, "number")).toEqual([]);
  },
  "replaces a message that was not searched for in between": async (store) => {
    await write(store, { entries: [said(1, "secret")] });
    await write(store, { entries: [said(1, "public")] });
    expect(await found(store, "secret")).toEqual([]);
    expect(await found(store, "public")).toEqual(["c1/1"]);
  },
  "does not find what has no words, and finds nothing for no words": async (store) => {
    await write(store, { entries: [messageOf(1, { body: "hidden" }), said(2, "seen")] });
    expect(await found(store, "hidden")).toEqual([]);
    expect(await store.search({ words: [], limit: 10 })).toEqual([]);
  },
  "finds messages only, not records": async (store) => {
    await write(store, { entries: [messageOf(1, { log: "records", words: ["word"] }), said(1, "other")] });
    expect(await found(store, "word")).toEqual([]);
  },
  "takes a word that is asked for twice once": async (store) => {
    await write(store, { entries: [messageOf(1, { words: ["hello", "hello"] })] });
    expect(await store.search({ words: ["hello", "hello"], limit: 10 })).toEqual([{ conversationId: "c1", seq: 1 }]);
  },
});
