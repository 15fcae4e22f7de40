import { expect } from "vitest";
import { day, feedNow, feedOf, hour, readFeed, t0, take, typesOf, write } from "./build.ts";
import { section } from "./case.ts";

const longMs = 20_000;

export const feed = section("feed", {
  "gives entries in the order of their commits, with everything they hold": async (store) => {
    const cursor = await feedNow(store);
    const first = { ...feedOf("a"), data: { text: "x", n: 1, yes: true, none: null } };
    const second = { ...feedOf("b"), conversationId: null };
    await write(store, { at: t0 + 1, feed: [first, second] });
    await write(store, { at: t0 + 2, feed: [feedOf("c")] });
    const page = await readFeed(store, { after: cursor });
    expect(page).toMatchObject({
      status: "entries",
      entries: [
        { ...first, at: t0 + 1 },
        { ...second, at: t0 + 1 },
        { ...feedOf("c"), at: t0 + 2 },
      ],
    });
  },
  "starts from now without a cursor": async (store) => {
    await write(store, { feed: [feedOf("before")] });
    const page = await readFeed(store);
    expect(typesOf(page)).toEqual([]);
    await write(store, { feed: [feedOf("after")] });
    expect(typesOf(await readFeed(store, { after: page.cursor }))).toEqual(["after"]);
  },
  "resumes after the cursor of a page and of any entry": async (store) => {
    const start = await feedNow(store);
    await write(store, { feed: ["a", "b", "c", "d"].map(feedOf) });
    const first = await readFeed(store, { after: start, limit: 2 });
    expect(typesOf(first)).toEqual(["a", "b"]);
    expect(typesOf(await readFeed(store, { after: first.cursor }))).toEqual(["c", "d"]);
    if (first.status !== "entries") throw new Error("expected entries");
    expect(typesOf(await readFeed(store, { after: first.entries[0]?.cursor ?? "" }))).toEqual(["b", "c", "d"]);
  },
  "keeps its place over empty pages": async (store) => {
    const start = await feedNow(store);
    const empty = await readFeed(store, { after: start });
    expect(typesOf(empty)).toEqual([]);
    await write(store, { feed: [feedOf("a")] });
    expect(typesOf(await readFeed(store, { after: empty.cursor }))).toEqual(["a"]);
  },
  "has no gaps and no repetitions for a reader that keeps up with many writers": async (store) => {
    let cursor = await feedNow(store);
    const names = Array.from({ length: 60 }, (_, index) => `n${index}`);
    let isWritten = false;
    const writing = Promise.all(names.map((name) => write(store, { feed: [feedOf(name)] }))).finally(() => {
      isWritten = true;
    });
    const seen: string[] = [];
    while (seen.length < names.length) {
      const wasWritten = isWritten;
      const page = await readFeed(store, { after: cursor, limit: 7, waitMs: 500 });
      const types = typesOf(page);
      seen.push(...types);
      cursor = page.cursor;
      if (types.length > 0) continue;
      if (wasWritten) break;
      // A store that does not wait would keep this loop from ever letting the writers work.
      await writing;
    }
    await writing;
    expect([...seen].sort()).toEqual([...names].sort());
    const again = await readFeed(store, { after: cursor });
    expect(typesOf(again)).toEqual([]);
  },
  "waits, and wakes when something is committed": async (store) => {
    const cursor = await feedNow(store);
    const waiting = readFeed(store, { after: cursor, waitMs: longMs });
    await write(store, { feed: [feedOf("awaited")] });
    expect(typesOf(await waiting)).toEqual(["awaited"]);
  },
  "waits from now on without a cursor": async (store) => {
    await write(store, { feed: [feedOf("before")] });
    const waiting = readFeed(store, { waitMs: longMs });
    const settled = waiting.then((page) => page);
    await feedNow(store);
    await write(store, { feed: [feedOf("awaited")] });
    expect(typesOf(await settled)).toEqual(["awaited"]);
  },
  "wakes every reader that waits": async (store) => {
    const cursor = await feedNow(store);
    const waiting = [1, 2, 3].map(() => readFeed(store, { after: cursor, waitMs: longMs }));
    await write(store, { feed: [feedOf("awaited")] });
    expect((await Promise.all(waiting)).map(typesOf)).toEqual([["awaited"], ["awaited"], ["awaited"]]);
  },
  "answers an empty page when nothing came in time": async (store) => {
    const cursor = await feedNow(store);
    const page = await readFeed(store, { after: cursor, waitMs: 30 });
    expect(page).toMatchObject({ status: "entries", entries: [] });
    await write(store, { feed: [feedOf("late")] });
    expect(typesOf(await readFeed(store, { after: page.cursor }))).toEqual(["late"]);
  },
  "does not wake for a commit without feed entries": async (store) => {
    const cursor = await feedNow(store);
    const waiting = readFeed(store, { after: cursor, waitMs: longMs });
    await write(store, {});
    await write(store, { feed: [feedOf("awaited")] });
    expect(typesOf(await waiting)).toEqual(["awaited"]);
  },
  "answers an empty page when the wait is aborted": async (store) => {
    const cursor = await feedNow(store);
    const controller = new AbortController();
    const waiting = readFeed(store, { after: cursor, waitMs: longMs, signal: controller.signal });
    controller.abort();
    const page = await waiting;
    expect(page).toMatchObject({ status: "entries", entries: [] });
    await write(store, { feed: [feedOf("later")] });
    expect(typesOf(await readFeed(store, { after: page.cursor }))).toEqual(["later"]);
  },
  "does not wait when the signal is aborted already": async (store) => {
    const page = await readFeed(store, { waitMs: longMs, signal: AbortSignal.abort() });
    expect(typesOf(page)).toEqual([]);
  },
  "answers reset to a cursor it does not know, and goes on from the one it gives": async (store) => {
    await write(store, { feed: [feedOf("before")] });
    for (const after of ["", "nonsense", "x-1", "999999999999999999999"]) {
      const page = await readFeed(store, { after, waitMs: longMs });
      expect(page.status, after).toBe("reset");
      await write(store, { feed: [feedOf("next")] });
      expect(typesOf(await readFeed(store, { after: page.cursor }))).toEqual(["next"]);
    }
  },
  "keeps entries for 24 hours": async (store) => {
    const cursor = await feedNow(store);
    await write(store, { feed: [feedOf("a")] });
    const later = t0 + 23 * hour;
    await write(store, { at: later, feed: [feedOf("b")] });
    for (let round = 0; round < 3; round += 1) await take(store, { now: later });
    expect(typesOf(await readFeed(store, { after: cursor }))).toEqual(["a", "b"]);
  },
  "answers reset to a cursor older than what is kept": async (store) => {
    const cursor = await feedNow(store);
    for (const type of ["a", "b", "c"]) await write(store, { feed: [feedOf(type)] });
    const later = t0 + 2 * day;
    await write(store, { at: later, feed: [feedOf("d")] });
    // Purging is a matter of idle moments: a few turns of the worker loop must be enough for three entries.
    for (let round = 0; round < 3; round += 1) await take(store, { now: later });
    const page = await readFeed(store, { after: cursor });
    expect(page.status).toBe("reset");
    await write(store, { at: later, feed: [feedOf("e")] });
    expect(typesOf(await readFeed(store, { after: page.cursor }))).toEqual(["e"]);
  },
  "still knows a cursor after which nothing was lost": async (store) => {
    await write(store, { feed: [feedOf("a")] });
    const cursor = await feedNow(store);
    const later = t0 + 2 * day;
    for (let round = 0; round < 3; round += 1) await take(store, { now: later });
    await write(store, { at: later, feed: [feedOf("b")] });
    expect(typesOf(await readFeed(store, { after: cursor }))).toEqual(["b"]);
  },
  "lets go of waiting readers when it is closed": async (store, opened) => {
    const waiting = readFeed(store, { waitMs: longMs }).then(
      () => "let go",
      () => "let go",
    );
    await feedNow(store);
    await opened.close();
    expect(await waiting).toBe("let go");
  },
});
