import { describe, expect, it } from "vitest";
import { totals } from "../../../src/core/casehandoff/counts.ts";
import { caseViews } from "../../../src/engine/casehandoff/documents.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import type { OpenStore } from "../../../src/ports/store.ts";
import { testClock } from "../../support/clock.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { dyingStore } from "./dying-store.ts";
import { type Office, openOffice, staff, to } from "./office.ts";

const day = 24 * 3_600_000;
/** Days in one step: what else happens in them is not looked at here. */
async function jump(office: Office, ms: number): Promise<void> {
  office.clock.advance(ms);
  await office.engine.settleAll();
}

async function itemsOf({ store }: OpenStore, planId: string): Promise<number> {
  const view = { view: caseViews.items, key: planId, order: "ascending", limit: 500, cursor: null } as const;
  return (await store.query(view)).items.length;
}

const planOf = async (office: Office, id: string) => (await office.now(id)).plan?.id ?? "";

describe("a plan that nobody starts", () => {
  it("is a draft again after seven days, without items, and is not started as it was", async () => {
    const open = memoryStore();
    const office = await openOffice([staff("lea"), staff("kim")], { store: open });
    const ids = await office.give("lea", 3);
    const { id } = await office.draft("lea", to("kim"));
    const { plan } = await office.verify(id);
    await jump(office, 7 * day - 1);
    expect([await office.now(id), await itemsOf(open, plan?.id ?? "")]).toMatchObject([{ status: "verified" }, 4]);
    await jump(office, 1);
    expect(await office.now(id)).toMatchObject({ status: "draft", plan: null, counts: {} });
    expect(await itemsOf(open, plan?.id ?? "")).toBe(0);
    const begun = await office.engine.caseHandoffs.start(id, { by: "key:lead", hash: plan?.hash ?? "" });
    expect(begun).toMatchObject({ status: "refused", code: "not-verified" });
    await office.verify(id);
    await office.start(id);
    await office.engine.settleAll();
    expect(await office.owners(ids)).toEqual(["kim", "kim", "kim"]);
  });

  it("has seven days from when it was verified last; one that was started has no such end", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("bob")]);
    await office.give("lea", 1);
    const { id } = await office.draft("lea", to("kim"));
    await office.verify(id);
    const { id: other } = await office.draft("bob", to("kim"));
    await office.verify(other);
    await office.start(other);
    await jump(office, 5 * day);
    await office.verify(id);
    await jump(office, 5 * day);
    expect(await office.now(id)).toMatchObject({ status: "verified" });
    expect(await office.items(id)).toHaveLength(2);
    expect(await office.now(other)).toMatchObject({ status: "completed", plan: { total: 1 } });
    expect(await office.items(other)).toHaveLength(1);
    await jump(office, 2 * day);
    expect(await office.now(id)).toMatchObject({ status: "draft" });
  });

  it("and was edited away leaves no items behind", async () => {
    const open = memoryStore();
    const office = await openOffice([staff("lea"), staff("kim")], { store: open });
    const { id } = await office.draft("lea", to("kim"));
    await office.verify(id);
    const planId = await planOf(office, id);
    await office.engine.caseHandoffs.edit(id, { tellsCustomers: true }, { by: "key:lead", revision: null });
    expect(await itemsOf(open, planId)).toBe(1);
    await jump(office, 7 * day);
    expect(await itemsOf(open, planId)).toBe(0);
  });

  it("nor does one whose verification was cut off", async () => {
    const open = memoryStore();
    const clock = testClock();
    const office = await openOffice([staff("lea"), staff("kim")], { store: open, clock });
    const { id } = await office.draft("lea", to("kim"));
    const written: string[] = [];
    const dead = { ...open.store };
    dead.commit = async (commit) => {
      for (const { view, key } of commit.index) if (view === caseViews.items) written.push(key);
      return written.length > 0 && commit.puts.some(({ kind }) => kind === "case-handoff")
        ? new Promise<never>(() => undefined)
        : open.store.commit(commit);
    };
    const dying = { store: dead, close: async () => undefined };
    const first = await openOffice([], { store: dying, clock, processName: "first", dies: true });
    void first.engine.caseHandoffs.verify(id, "key:lead");
    while (written.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    const [planId = ""] = written;
    expect([await office.now(id), await itemsOf(open, planId)]).toMatchObject([{ status: "draft" }, 1]);
    await jump(office, 7 * day);
    expect(await itemsOf(open, planId)).toBe(0);
  });
});

/** Stopped when one piece of work was done. */
async function stoppedHalfWay(open: OpenStore, direction: "out" | "back") {
  const clock = testClock();
  const people = [staff("lea", { capacity: 70 }), staff("kim", { capacity: 70 })];
  const office = await openOffice(people, { store: open, clock });
  const ids = await office.give("lea", 60);
  const { id } = await office.draft("lea", { ...to("kim"), keptDays: 30 });
  await office.verify(id);
  await office.start(id);
  if (direction === "back") {
    await office.engine.settleAll();
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
  }
  const dying = dyingStore(open.store, 1);
  const store = { store: dying.store, close: async () => undefined };
  const first = await openOffice([], { store, clock, processName: "first", dies: true });
  void first.engine.settleAll();
  await dying.died;
  expect(await office.engine.caseHandoffs.stop(id, "key:lead")).toMatchObject({ status: "changed" });
  return { office, id, ids };
}

describe("what somebody stopped and nobody continues", () => {
  it("ends after the days that items are kept, names what was not moved, and can still be continued", async () => {
    const { office, id, ids } = await stoppedHalfWay(memoryStore(), "out");
    const { moved, pending } = totals((await office.now(id)).counts);
    expect([moved > 0, pending > 0]).toEqual([true, true]);
    await jump(office, 30 * day - 1);
    expect(await office.now(id)).toMatchObject({ status: "stopped" });
    await jump(office, 1);
    const ended = await office.now(id);
    expect(ended).toMatchObject({ status: "completed-with-errors", endedAt: office.clock.now() });
    expect(totals(ended.counts)).toMatchObject({ moved, pending: 0, failed: pending });
    const failed = (await office.items(id)).filter(({ status }) => status === "failed");
    expect(new Set(failed.map(({ reason }) => reason))).toEqual(new Set(["never-continued"]));
    expect(failed).toHaveLength(pending);
    await jump(office, 29 * day);
    await office.engine.caseHandoffs.proceed(id, "key:lead");
    await office.engine.settleAll();
    expect(new Set(await office.owners(ids))).toEqual(new Set(["kim"]));
    await jump(office, 30 * day);
    expect(await office.items(id)).toEqual([]);
  });

  it("on its way back is undone as far as it came, and its items go after as long again", async () => {
    const { office, id } = await stoppedHalfWay(memoryStore(), "back");
    const { moved, returned } = totals((await office.now(id)).counts);
    expect([moved > 0, returned > 0]).toEqual([true, true]);
    await jump(office, 30 * day);
    const ended = await office.now(id);
    expect(ended.status).toBe("undone");
    expect(totals(ended.counts)).toMatchObject({ moved: 0, returned, "left-alone": moved });
    await jump(office, 30 * day);
    expect(await office.items(id)).toEqual([]);
  });

  it("is left alone by the end of an earlier stop", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    await office.give("lea", 2);
    const { id } = await office.draft("lea", { ...to("kim"), keptDays: 30 });
    await office.verify(id);
    await office.start(id);
    await office.engine.caseHandoffs.stop(id, "key:lead");
    await jump(office, 20 * day);
    await office.engine.caseHandoffs.proceed(id, "key:lead");
    await office.engine.caseHandoffs.stop(id, "key:lead");
    await jump(office, 29 * day);
    expect(await office.now(id)).toMatchObject({ status: "stopped" });
    await jump(office, day);
    expect(await office.now(id)).toMatchObject({ status: "completed-with-errors" });
  });

  it("under a version that kept it for ever ends as well, and so does a plan", async () => {
    const open = memoryStore();
    const office = await openOffice([staff("lea"), staff("kim"), staff("bob"), staff("eva")], { store: open });
    const { id: stopped } = await office.draft("lea", { ...to("kim"), keptDays: 30 });
    await office.verify(stopped);
    await office.start(stopped);
    await office.engine.caseHandoffs.stop(stopped, "key:lead");
    const { id: planned } = await office.draft("eva", to("kim"));
    await office.verify(planned);
    const cancels = [
      ...[`${stopped}.give-up.1`, `${stopped}.expire.${await planOf(office, stopped)}`],
      `${planned}.expire.${await planOf(office, planned)}`,
    ];
    const puts = [{ kind: "case-handoffs-expiring", id: "all", body: { schemaVersion: 1 } }];
    await open.store.commit({ ...emptyCommit(0), cancels, puts });
    await jump(office, 6 * day);
    await office.run("bob", to("kim"));
    await jump(office, 24 * day);
    expect(await office.now(stopped)).toMatchObject({ status: "completed-with-errors" });
    expect(await office.now(planned)).toMatchObject({ status: "draft" });
  });
});
