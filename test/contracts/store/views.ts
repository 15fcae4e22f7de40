import { expect } from "vitest";
import type { Query, Store } from "../../../src/ports/store.ts";
import { deadLetters, documentKey, idsOf, inbox, indexed, withDocuments, write } from "./build.ts";
import { section } from "./case.ts";

export const views = section("views", {
  "lists the documents of a key by sort, both ways": async (store) => {
    await write(store, withDocuments(["a", "b", "c"], [indexed("b", 2), indexed("c", 10), indexed("a", 9)]));
    expect(idsOf(await store.query(inbox()))).toEqual(["b", "a", "c"]);
    expect(idsOf(await store.query(inbox({ order: "descending" })))).toEqual(["c", "a", "b"]);
  },
  "gives the document as it is now": async (store) => {
    await write(store, withDocuments(["a"], [indexed("a", 1)]));
    await write(store, { puts: [{ ...documentKey("a"), body: "newer" }] });
    expect(await store.query(inbox())).toEqual({
      items: [{ ...documentKey("a"), version: 2, body: "newer" }],
      next: null,
    });
  },
  "answers an empty last page for a key it does not know": async (store) => {
    expect(await store.query(inbox({ key: "nothing" }))).toEqual({ items: [], next: null });
  },
  "sorts negative and fractional numbers": async (store) => {
    await write(store, withDocuments(["a", "b", "c"], [indexed("a", 0.5), indexed("b", -3), indexed("c", 0.25)]));
    expect(idsOf(await store.query(inbox()))).toEqual(["b", "c", "a"]);
  },
  "sorts equal entries by id, and pages through them without loss or repetition": async (store) => {
    const ids = Array.from({ length: 11 }, (_, index) => `d${String(index).padStart(2, "0")}`);
    await write(store, withDocuments(ids, ids.map((id, index) => indexed(id, index < 9 ? 7 : 8)).reverse()));
    for (const limit of [1, 2, 3, 11]) {
      expect(await allIds(store, inbox({ limit }))).toEqual(ids);
      expect(await allIds(store, inbox({ limit, order: "descending" }))).toEqual([...ids].reverse());
    }
  },
  "says null on a last page that is exactly full": async (store) => {
    await write(store, withDocuments(["a", "b"], [indexed("a", 1), indexed("b", 2)]));
    expect((await store.query(inbox({ limit: 2 }))).next).toBeNull();
  },
  "goes on after the cursor even when the entry it stood on moved away": async (store) => {
    await write(store, withDocuments(["a", "b", "c"], [indexed("a", 1), indexed("b", 2), indexed("c", 3)]));
    const first = await store.query(inbox({ limit: 2 }));
    await write(store, { index: [indexed("b", 9, { key: "closed", previousKey: "open" })] });
    expect(idsOf(await store.query(inbox({ cursor: first.next })))).toEqual(["c"]);
  },
  "refuses a cursor that nobody gave, by the name of the error": async (store) => {
    await write(store, withDocuments(["a"], [indexed("a", 1)]));
    for (const cursor of ["", "7", "abc", "[]", "0b11 c", "Infinity c", "é"]) {
      for (const query of [inbox({ cursor }), { ...deadLetters, cursor } as Query]) {
        await expect(store.query(query)).rejects.toMatchObject({ name: "UnknownCursorError" });
      }
    }
  },
  "moves an entry to another key": async (store) => {
    await write(store, withDocuments(["a", "b"], [indexed("a", 1), indexed("b", 2)]));
    await write(store, { index: [indexed("a", 1, { key: "closed", previousKey: "open" })] });
    expect(idsOf(await store.query(inbox()))).toEqual(["b"]);
    expect(idsOf(await store.query(inbox({ key: "closed" })))).toEqual(["a"]);
  },
  "moves an entry within its key, keeping one": async (store) => {
    await write(store, withDocuments(["a", "b"], [indexed("a", 1), indexed("b", 2)]));
    await write(store, { index: [indexed("a", 3)] });
    expect(idsOf(await store.query(inbox()))).toEqual(["b", "a"]);
  },
  "removes an entry, and takes the removal of an unknown one as done": async (store) => {
    await write(store, withDocuments(["a", "b"], [indexed("a", 1), indexed("b", 2)]));
    const remove = (id: string) => ({ change: "remove", view: "inbox", key: "open", ...documentKey(id) }) as const;
    await write(store, { index: [remove("a"), remove("never")] });
    expect(idsOf(await store.query(inbox()))).toEqual(["b"]);
  },
  "keeps views apart": async (store) => {
    await write(store, withDocuments(["a"], [indexed("a", 1), { ...indexed("a", 5), view: "other", key: "open" }]));
    await write(store, { index: [{ change: "remove", view: "other", key: "open", ...documentKey("a") }] });
    expect(idsOf(await store.query(inbox()))).toEqual(["a"]);
    expect(idsOf(await store.query(inbox({ view: "other" })))).toEqual([]);
  },
  "skips entries whose document was removed": async (store) => {
    const ids = ["a", "b", "c", "d"];
    await write(
      store,
      withDocuments(
        ids,
        ids.map((id, index) => indexed(id, index)),
      ),
    );
    await write(store, { removes: [documentKey("a"), documentKey("c")] });
    expect(await allIds(store, inbox())).toEqual(["b", "d"]);
    expect(await allIds(store, inbox({ limit: 1 }))).toEqual(["b", "d"]);
  },
  "counts the entries of a key, however many, as they come, move and go": async (store) => {
    const count = async (view: string, key: string) => {
      const page = await store.query({ counted: view, key });
      expect(page).toEqual({ items: [{ counted: view, count: expect.any(Number), body: null }], next: null });
      return page.items[0] && "count" in page.items[0] ? page.items[0].count : null;
    };
    expect(await count("inbox", "open")).toBe(0);
    const ids = Array.from({ length: 1_203 }, (_, index) => `d${index}`);
    await write(store, withDocuments(ids, [...ids.map((id, index) => indexed(id, index % 7))]));
    await write(store, { index: [{ ...indexed("d1", 1), view: "other" }] });
    expect([await count("inbox", "open"), await count("inbox", "closed"), await count("other", "open")]).toEqual([
      1_203, 0, 1,
    ]);
    const remove = { change: "remove", view: "inbox", key: "open", ...documentKey("d2") } as const;
    await write(store, { index: [indexed("d0", 5, { key: "closed", previousKey: "open" }), remove, indexed("d3", 9)] });
    expect([await count("inbox", "open"), await count("inbox", "closed")]).toEqual([1_201, 1]);
  },
  "lists documents of other kinds than conversations": async (store) => {
    const puts = [{ kind: "task", id: "t1", body: "task" }];
    await write(store, { puts, index: [{ ...indexed("t1", 1), kind: "task" }] });
    expect((await store.query(inbox())).items).toEqual([{ kind: "task", id: "t1", version: 1, body: "task" }]);
  },
});

async function allIds(store: Store, query: Query): Promise<readonly string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.query({ ...query, cursor } as Query);
    seen.push(...idsOf(page));
    cursor = page.next;
  } while (cursor !== null && seen.length < 100);
  return seen;
}
