import { describe, expect, it } from "vitest";
import { totals } from "../../../src/core/casehandoff/counts.ts";
import type { Store } from "../../../src/ports/store.ts";
import { testClock } from "../../support/clock.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { openOffice, staff, to } from "./office.ts";

/** A process that is gone after so many commits of items: what it was about to say never arrives, nor does an answer. */
function dyingStore(store: Store, isLast: () => boolean): Store {
  let isDead = false;
  const never = <Value>() => new Promise<Value>(() => undefined);
  const alive =
    <Args extends readonly unknown[], Value>(verb: (...args: Args) => Promise<Value>) =>
    (...args: Args): Promise<Value> =>
      isDead ? never() : verb(...args);
  return {
    ...store,
    load: alive(store.load),
    query: alive(store.query),
    takeDue: alive(store.takeDue),
    settle: alive(store.settle),
    async commit(commit) {
      if (isDead) return never();
      const result = await store.commit(commit);
      if (commit.puts.some(({ kind }) => kind === "case-item") && isLast()) {
        isDead = true;
        return never();
      }
      return result;
    },
  };
}

describe("a process that dies half-way", () => {
  it.each([1, 2, 3])("loses and repeats nothing (after %d commits): another one goes on", async (commits) => {
    const open = memoryStore();
    const clock = testClock();
    const office = await openOffice([staff("lea", { capacity: 70 }), staff("kim", { capacity: 70 })], {
      store: open,
      clock,
    });
    const ids = await office.give("lea", 60);
    const { id } = await office.draft("lea", to("kim"));
    await office.verify(id);
    await office.start(id);

    let left = commits;
    const dying = { store: dyingStore(open.store, () => --left === 0), close: async () => undefined };
    const first = await openOffice([], {
      store: dying,
      clock,
      processName: "first",
      dies: true,
    });
    void first.engine.settleAll();
    while (left > 0) await new Promise((resolve) => setImmediate(resolve));
    const halfWay = totals((await office.now(id)).counts);
    expect(halfWay.moved).toBeGreaterThan(0);
    expect(halfWay.pending).toBeGreaterThan(0);

    await office.engine.settleAll();
    expect((await office.now(id)).status).toBe("running");
    clock.advance(60_000);
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "completed" });
    expect(totals((await office.now(id)).counts)).toMatchObject({ moved: 61, pending: 0 });
    expect(await office.owners(ids)).toEqual(ids.map(() => "kim"));
    for (const each of ids) {
      const { items } = await office.engine.conversations.records(each, { limit: 100, afterSeq: 0 });
      const moves = items.filter((record) => record.type === "control" && record.reason.code === "moved");
      expect(moves).toHaveLength(1);
    }
  });
});

describe("two processes", () => {
  it("share the work of several and disturb each other in none", async () => {
    const open = memoryStore();
    const clock = testClock();
    const people = ["lea", "leo", "kim"].map((id) => staff(id, { capacity: 90 }));
    const one = await openOffice(people, { store: open, clock, processName: "one" });
    const other = await openOffice([], {
      store: { ...open, close: async () => undefined },
      clock,
      processName: "other",
    });
    const ids = [...(await one.give("lea", 20)), ...(await one.give("leo", 20))];
    for (const subject of ["lea", "leo"]) {
      const { id } = await one.draft(subject, to("kim"));
      await one.verify(id);
      await one.start(id);
    }
    await Promise.all([one.engine.settleAll(), other.engine.settleAll()]);
    await one.pass(120_000);
    expect(await one.owners(ids)).toEqual(ids.map(() => "kim"));
    const kim = await one.engine.agents.get("kim");
    expect(Object.keys(kim?.holds ?? {})).toHaveLength(40);
  });
});
