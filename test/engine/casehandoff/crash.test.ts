import { describe, expect, it } from "vitest";
import type { CaseHandoff } from "../../../src/core/casehandoff/case-handoff.ts";
import { totals } from "../../../src/core/casehandoff/counts.ts";
import type { Commit, Store } from "../../../src/ports/store.ts";
import { testClock } from "../../support/clock.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { dyingStore } from "./dying-store.ts";
import { openOffice, staff, to } from "./office.ts";

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

    const dying = dyingStore(open.store, commits);
    const store = { store: dying.store, close: async () => undefined };
    const first = await openOffice([], { store, clock, processName: "first", dies: true });
    void first.engine.settleAll();
    await dying.died;
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

/** A process that stands still before a commit, until it is let on: meanwhile others take it for lost. */
function standingStore(store: Store, isStanding: (commit: Commit) => boolean) {
  const stands = Promise.withResolvers<void>();
  const goesOn = Promise.withResolvers<void>();
  const standing: Store = {
    ...store,
    async commit(commit) {
      if (isStanding(commit)) {
        stands.resolve();
        await goesOn.promise;
      }
      return store.commit(commit);
    },
  };
  return { store: standing, stands: stands.promise, goOn: goesOn.resolve };
}

const marksItems = ({ puts }: Commit) => puts.some(({ kind }) => kind === "case-item");
/** Of the case handoff, what the commit is about to say. */
const says = ({ puts }: Commit) => puts.find(({ kind }) => kind === "case-handoff")?.body as CaseHandoff | undefined;

describe("a process that was taken for lost and works on", () => {
  it("marks nothing that the other one has marked: every item has one result, and the counts are right", async () => {
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

    const close = async () => undefined;
    const slow = standingStore(open.store, marksItems);
    const first = await openOffice([], {
      store: { store: slow.store, close },
      clock,
      processName: "first",
      dies: true,
    });
    const working = first.engine.settleAll();
    await slow.stands;
    clock.advance(60_000);
    // The other one has marked one batch when the first goes on, in the same piece of work.
    let commits = 0;
    const other = standingStore(open.store, (commit) => marksItems(commit) && ++commits === 2);
    const second = await openOffice([], {
      store: { store: other.store, close },
      clock,
      processName: "second",
      dies: true,
    });
    const following = second.engine.settleAll();
    await other.stands;
    slow.goOn();
    await working;
    other.goOn();
    await following;
    await office.engine.settleAll();

    expect(await office.now(id)).toMatchObject({ status: "completed" });
    expect(totals((await office.now(id)).counts)).toMatchObject({ moved: 61, pending: 0, "skipped-changed": 0 });
    expect((await office.items(id)).map(({ status }) => status)).toEqual(Array.from({ length: 61 }, () => "moved"));
    expect(await office.owners(ids)).toEqual(ids.map(() => "kim"));
  });

  it("does not let somebody go once more: undoing knows who let them go, and brings them back", async () => {
    const open = memoryStore();
    const clock = testClock();
    const office = await openOffice([staff("lea"), staff("kim")], { store: open, clock });
    const ids = await office.give("lea", 3);
    const { id } = await office.draft("lea", { ...to("kim"), leaves: true });
    await office.verify(id);
    await office.start(id);

    const close = async () => undefined;
    const slow = standingStore(open.store, (commit) => says(commit)?.leaving?.status === "left");
    const first = await openOffice([], {
      store: { store: slow.store, close },
      clock,
      processName: "first",
      dies: true,
    });
    const working = first.engine.settleAll();
    await slow.stands;
    clock.advance(60_000);
    const other = standingStore(open.store, (commit) => says(commit)?.endedAt !== null && says(commit) !== undefined);
    const second = await openOffice([], {
      store: { store: other.store, close },
      clock,
      processName: "second",
      dies: true,
    });
    const following = second.engine.settleAll();
    await other.stands;
    slow.goOn();
    await working;
    other.goOn();
    await following;
    await office.engine.settleAll();
    expect((await office.engine.agents.get("lea"))?.leftAt).not.toBeNull();

    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    expect(await office.engine.agents.get("lea")).toMatchObject({ leftAt: null, teamIds: ["billing"] });
    expect(await office.owners(ids)).toEqual(["lea", "lea", "lea"]);
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
