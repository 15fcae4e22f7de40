import { describe, expect } from "vitest";
import { totals } from "../../../src/core/casehandoff/counts.ts";
import type { ControlRecord } from "../../../src/core/conversation/record.ts";
import { readCustomerLines } from "../../../src/core/customers/read-lines.ts";
import { returnEffectId } from "../../../src/engine/casehandoff/documents.ts";
import type { Commit, OpenStore } from "../../../src/ports/store.ts";
import { type TestClock, testClock } from "../../support/clock.ts";
import { type InWorkspace, testIn } from "../../support/workspace.ts";
import { dyingStore } from "./dying-store.ts";
import { createOffice, type Office, staff, to } from "./office.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const lead = { by: "key:lead", isForced: false };

/** What a leaver's colleagues may rely on, on every store and with two processes, one of which may be gone any time. */
export function caseHandoffPromises(name: string, inWorkspace: InWorkspace): void {
  describe(`a case handoff on ${name}`, () => {
    let stores: readonly [OpenStore, OpenStore];
    let clock: TestClock;
    let one: Office;
    let other: Office;
    let dead: Office[];

    const test = testIn(inWorkspace, {
      async begin(first, second) {
        [stores, clock, dead] = [[first, second], testClock(), []];
        one = createOffice({ store: first, clock, processName: "one" });
        other = createOffice({ store: second, clock, processName: "other" });
        await one.engine.start();
        for (const id of ["lea", "kim", "bob"]) await one.engine.agents.add(staff(id, { capacity: 60 }));
      },
      async end() {
        // What the dead wait for never comes.
        for (const office of dead) void office.engine.stop();
        for (const office of [one, other]) await office.close();
      },
    });

    /** A process that takes up the work and is gone after so many commits of items. */
    async function dieAfter(commits: number): Promise<void> {
      const dying = dyingStore(stores[1].store, commits);
      const store = { store: dying.store, close: async () => undefined };
      const office = createOffice({ store, clock, processName: `dying-${dead.length}` });
      dead.push(office);
      void office.engine.settleAll();
      await dying.died;
    }

    /** What the dead one had taken is nobody's after a minute. */
    async function goOn(): Promise<void> {
      clock.advance(minute);
      await Promise.all([one.engine.settleAll(), other.engine.settleAll()]);
      await one.pass(minute);
    }

    async function started(count: number): Promise<{ readonly ids: readonly string[]; readonly id: string }> {
      const ids = await one.give("lea", count);
      const { id } = await one.draft("lea", to("kim"));
      await one.verify(id);
      await one.start(id);
      return { ids, id };
    }

    async function timesMoved(ids: readonly string[]): Promise<readonly number[]> {
      const isMove = (record: { readonly type: string }) =>
        record.type === "control" && (record as ControlRecord).reason.code === "moved";
      const pages = await Promise.all(
        ids.map((id) => other.engine.conversations.records(id, { limit: 200, afterSeq: 0 })),
      );
      return pages.map(({ items }) => items.filter(isMove).length);
    }

    const holdsOf = async (id: string) => Object.keys((await other.engine.agents.get(id))?.holds ?? {}).sort();

    test("is started once by two leads at two processes, moves everything once, and comes back", async () => {
      const ids = await one.give("lea", 30);
      const { id } = await one.draft("lea", to("kim"));
      const hash = (await one.verify(id)).plan?.hash ?? "";
      const begun = await Promise.all([
        one.engine.caseHandoffs.start(id, { by: "key:ann", hash }),
        other.engine.caseHandoffs.start(id, { by: "key:ben", hash }),
      ]);
      expect(begun.map(({ status }) => status).sort()).toEqual(["changed", "refused"]);
      const { started: first } = await one.now(id);
      const loser = begun.find(({ status }) => status === "refused");
      expect(loser).toMatchObject({ code: "already-started", handoff: { started: first } });
      await goOn();
      expect(await one.now(id)).toMatchObject({ status: "completed" });
      expect(totals((await other.now(id)).counts)).toMatchObject({ moved: 31, pending: 0 });
      expect(await other.owners(ids)).toEqual(ids.map(() => "kim"));
      await other.engine.caseHandoffs.undo(id, lead);
      await goOn();
      expect(await one.now(id)).toMatchObject({ status: "undone" });
      expect(await one.owners(ids)).toEqual(ids.map(() => "lea"));
      expect(await holdsOf("kim")).toEqual([]);
    });

    test("is undone once by two leads at two processes, and the other hears who was first", async () => {
      const { ids, id } = await started(12);
      await goOn();
      const undo = ({ engine }: Office, by: string) => engine.caseHandoffs.undo(id, { by, isForced: false });
      const begun = await Promise.all([undo(one, "key:ann"), undo(other, "key:ben")]);
      expect(begun.map(({ status }) => status).sort()).toEqual(["changed", "refused"]);
      const winner = (await one.now(id)).undo?.by;
      const loser = begun.find(({ status }) => status === "refused");
      expect(loser).toMatchObject({ code: "still-running", handoff: { status: "undoing", undo: { by: winner } } });
      await goOn();
      expect(await other.now(id)).toMatchObject({ status: "undone" });
      expect([await holdsOf("lea"), await holdsOf("kim")]).toEqual([[...ids].sort(), []]);
      expect(await timesMoved(ids)).toEqual(ids.map(() => 2));
    });

    test("is continued or undone where both are asked at once, never both, and the other hears who was first", async () => {
      const { ids, id } = await started(12);
      await one.engine.caseHandoffs.stop(id, "key:lead");
      const begun = await Promise.all([
        one.engine.caseHandoffs.proceed(id, "key:ann"),
        other.engine.caseHandoffs.undo(id, { by: "key:ben", isForced: false }),
      ]);
      expect(begun.map(({ status }) => status).sort()).toEqual(["changed", "refused"]);
      const [isContinued] = begun.map(({ status }) => status === "changed");
      const told = isContinued
        ? { status: "running", continued: { by: "key:ann", at: clock.now() } }
        : { status: "undoing", undo: { by: "key:ben", at: clock.now() } };
      const loser = begun.find(({ status }) => status === "refused");
      expect(loser).toMatchObject({ code: "still-running", handoff: told });
      await goOn();
      expect(await other.now(id)).toMatchObject({ status: isContinued ? "completed" : "undone" });
      expect(await holdsOf(isContinued ? "kim" : "lea")).toEqual([...ids].sort());
      expect(await timesMoved(ids)).toEqual(ids.map(() => (isContinued ? 1 : 0)));
    });

    test.each(["undone", "returned"] as const)(
      "goes back once where its date comes while somebody undoes it, and it is %s first",
      async (first) => {
        const ids = await one.give("lea", 6);
        const { id } = await one.run("lea", { ...to("kim"), returnAt: clock.now() + 2 * day });
        clock.advance(2 * day);
        const undone = () => one.engine.caseHandoffs.undo(id, { by: "key:ann", isForced: false });
        // Each has looked at it when the other one commits.
        const isReturn = ({ settles }: Commit) => settles.includes(returnEffectId(id));
        const isUndo = ({ cancels }: Commit) => cancels.includes(returnEffectId(id));
        const returning = async (open: OpenStore) => {
          const late = createOffice({ store: open, clock, processName: "late" });
          await late.engine.settleAll();
          await late.engine.stop();
        };
        if (first === "undone") {
          await returning(overtaken(stores[1], isReturn, undone));
          expect(await one.now(id)).toMatchObject({ undo: { cause: "asked", by: "key:ann" } });
        } else {
          const late = createOffice({
            store: overtaken(stores[0], isUndo, () => returning(stays(stores[1]))),
            clock,
            processName: "undoing",
          });
          const refused = await late.engine.caseHandoffs.undo(id, { by: "key:ann", isForced: false });
          await late.engine.stop();
          const undo = { cause: "date", by: "key:lead", at: clock.now() };
          expect(refused).toMatchObject({ status: "refused", handoff: { undo } });
        }
        await goOn();
        await other.pass(day);
        expect(await other.now(id)).toMatchObject({ status: "undone" });
        expect(await holdsOf("lea")).toEqual([...ids].sort());
        expect(await timesMoved(ids)).toEqual(ids.map(() => 2));
      },
    );

    test("killed half-way goes on elsewhere, and killed again on its way back, too", async () => {
      const { ids, id } = await started(60);
      await dieAfter(1);
      const halfWay = totals((await other.now(id)).counts);
      expect([halfWay.moved > 0, halfWay.pending > 0]).toEqual([true, true]);
      await goOn();
      expect(await other.now(id)).toMatchObject({ status: "completed" });
      expect(totals((await other.now(id)).counts)).toMatchObject({ moved: 61, pending: 0 });
      expect(await holdsOf("kim")).toEqual([...ids].sort());
      expect(await timesMoved(ids)).toEqual(ids.map(() => 1));

      await one.engine.caseHandoffs.undo(id, lead);
      await dieAfter(2);
      expect((await other.now(id)).status).toBe("undoing");
      await goOn();
      expect(await other.now(id)).toMatchObject({ status: "undone" });
      expect(totals((await other.now(id)).counts)).toMatchObject({ returned: 61, moved: 0, pending: 0 });
      expect([await holdsOf("lea"), await holdsOf("kim")]).toEqual([[...ids].sort(), []]);
      expect(await timesMoved(ids)).toEqual(ids.map(() => 2));
    });

    test("killed half-way and undone from there brings back what had gone, and nothing else", async () => {
      const { ids, id } = await started(60);
      await dieAfter(2);
      await one.engine.caseHandoffs.stop(id, "key:lead");
      const { moved } = totals((await one.now(id)).counts);
      await one.engine.caseHandoffs.undo(id, lead);
      await goOn();
      expect(await other.now(id)).toMatchObject({ status: "undone" });
      expect(totals((await other.now(id)).counts)).toMatchObject({ returned: moved, pending: 61 - moved });
      expect([await holdsOf("lea"), await holdsOf("kim")]).toEqual([[...ids].sort(), []]);
      const moves = await timesMoved(ids);
      expect(new Set(moves)).toEqual(new Set([0, 2]));
      expect(moves.filter((times) => times === 2)).toHaveLength(moved);
    });

    test("stops between two pieces and continues, and leaves alone what changed meanwhile", async () => {
      const { ids, id } = await started(40);
      const stopping = stopsAfterItems(stores[1], () => one.engine.caseHandoffs.stop(id, "key:other"));
      const working = createOffice({ store: stopping, clock, processName: "working" });
      await working.engine.settleAll();
      await working.engine.stop();
      const { status, counts } = await one.now(id);
      const { moved, pending } = totals(counts);
      expect([status, moved > 0, pending > 0]).toEqual(["stopped", true, true]);
      await goOn();
      expect(totals((await one.now(id)).counts)).toMatchObject({ moved, pending });

      const [given = ""] = await holdsOf("lea");
      const assigned = { agentId: "bob", byAgentId: null, evenIfAway: true, jobId: null, tellsCustomer: false };
      await one.engine.command(given, { type: "conversation-assigned", ...assigned }, null);
      await other.engine.caseHandoffs.proceed(id, "key:lead");
      await goOn();
      expect(await one.now(id)).toMatchObject({ status: "completed-with-errors" });
      expect([await holdsOf("lea"), await holdsOf("bob")]).toEqual([[], [given]]);
      expect(await holdsOf("kim")).toEqual(ids.filter((each) => each !== given).sort());
    });

    test("goes back at its date, in whichever process looks, and only what is as it was left", async () => {
      const ids = await one.give("lea", 3);
      const { id } = await one.run("lea", { ...to("kim"), returnAt: clock.now() + 2 * day });
      const [ended = ""] = ids;
      const end = { type: "conversation-closed", agentId: "kim", outcome: "resolved", wrapUp: null } as const;
      await one.engine.command(ended, end, null);
      await other.pass(day);
      expect(await holdsOf("lea")).toEqual([]);
      await other.pass(day + minute);
      await goOn();
      expect(await other.now(id)).toMatchObject({ status: "undone", undo: { cause: "date" } });
      expect(await holdsOf("lea")).toEqual(ids.slice(1).sort());
      expect((await other.items(id)).filter(({ status }) => status === "left-alone")).toMatchObject([
        { reference: ended, reason: "closed" },
      ]);
    });

    test("moves the customers somebody looks after, who are listed at once at every process", async () => {
      const read = readCustomerLines("channel,address,owner\nmain.test,ada,lea\nmain.test,bob,lea\nmain.test,cy,kim\n");
      await one.engine.customers.import(read.status === "read" ? read.lines : []);
      const counts = async () => {
        const previews = await Promise.all(["lea", "kim"].map((id) => other.engine.caseHandoffs.preview(id)));
        return previews.map((preview) => preview?.modules.find(({ id }) => id === "accounts")?.count ?? 0);
      };
      expect(await counts()).toEqual([2, 1]);
      const { id } = await one.run("lea", to("kim"));
      expect(await counts()).toEqual([0, 3]);
      await other.engine.caseHandoffs.undo(id, lead);
      await other.engine.settleAll();
      expect(await counts()).toEqual([2, 1]);
    });
  });
}

/** The store of a process that is interrupted after the first piece it has said. */
function stopsAfterItems({ store, close }: OpenStore, stop: () => Promise<unknown>): OpenStore {
  let isFirst = true;
  const commit = async (given: Commit) => {
    const result = await store.commit(given);
    if (isFirst && given.puts.some(({ kind }) => kind === "case-item")) {
      isFirst = false;
      await stop();
    }
    return result;
  };
  return { store: { ...store, commit }, close };
}

const stays = ({ store }: OpenStore): OpenStore => ({ store, close: async () => undefined });

/** The store of somebody whose commit comes too late: another one was faster. */
function overtaken(open: OpenStore, isMeant: (commit: Commit) => boolean, by: () => Promise<unknown>): OpenStore {
  let isFirst = true;
  const commit = async (given: Commit) => {
    if (isFirst && isMeant(given)) {
      isFirst = false;
      await by();
    }
    return open.store.commit(given);
  };
  return { store: { ...open.store, commit }, close: async () => undefined };
}
