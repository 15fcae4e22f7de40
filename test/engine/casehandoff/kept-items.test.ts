import { describe, expect, it } from "vitest";
import { totals } from "../../../src/core/casehandoff/counts.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { type Office, openOffice, staff, to } from "./office.ts";

const day = 24 * 3_600_000;
/** Months in one step: what else happens in them is not looked at here. */
async function jump(office: Office, ms: number): Promise<void> {
  office.clock.advance(ms);
  await office.engine.settleAll();
}

const undo = (office: Office, id: string) => office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });

describe("the items of a case handoff that has ended", () => {
  it("are cleared away after ninety days; what it came to stays, and it says that it cannot be undone any more", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    const ids = await office.give("lea", 3);
    const { id, counts, plan } = await office.run("lea", to("kim"));
    await jump(office, 89 * day);
    expect(await office.items(id)).toHaveLength(4);
    await jump(office, day);
    expect(await office.items(id)).toEqual([]);
    const handoff = await office.now(id);
    expect(handoff).toMatchObject({ status: "completed", counts, itemsGoneAt: office.clock.now() });
    expect(handoff.plan).toEqual(plan);
    expect(await undo(office, id)).toMatchObject({ status: "refused", code: "items-gone" });
    await office.engine.settleAll();
    expect(await office.owners(ids)).toEqual(["kim", "kim", "kim"]);
  });

  it("stay as long as the lead has chosen", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    const { id } = await office.run("lea", { ...to("kim"), keptDays: 2 });
    await jump(office, 2 * day - 1);
    expect(await office.items(id)).toHaveLength(1);
    await jump(office, 1);
    expect(await office.items(id)).toEqual([]);
  });

  it("stay until the date of return has come, however late that is, and what is moved goes back", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    const ids = await office.give("lea", 2);
    const returnAt = office.clock.now() + 200 * day;
    const { id } = await office.run("lea", { ...to("kim"), returnAt });
    await jump(office, 201 * day);
    expect(await office.owners(ids)).toEqual(["lea", "lea"]);
    await jump(office, 88 * day);
    expect(totals((await office.now(id)).counts)).toMatchObject({ returned: 3 });
    expect(await office.items(id)).toHaveLength(3);
    await jump(office, 2 * day);
    expect(await office.items(id)).toEqual([]);
  });

  it("are counted from its last end: trying again what had failed keeps them longer", async () => {
    const office = await openOffice([staff("lea"), staff("kim", { capacity: 1 })]);
    await office.give("lea", 2);
    const { id } = await office.run("lea", { ...to("kim"), whenFull: "skip" });
    await jump(office, 80 * day);
    await office.engine.agents.change("kim", { capacity: 9 });
    await office.engine.caseHandoffs.proceed(id, "key:lead");
    await office.engine.settleAll();
    await jump(office, 80 * day);
    expect(await office.items(id)).toHaveLength(3);
    await undo(office, id);
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "undone" });
  });

  it("of one that ended before items were cleared away go as well", async () => {
    const open = memoryStore();
    const office = await openOffice([staff("lea"), staff("kim"), staff("bob")], { store: open });
    const { id: old } = await office.run("lea", to("kim"));
    const [stored] = await open.store.load([{ kind: "case-handoff", id: old }]);
    const { itemsGoneAt: _none, choices, ...rest } = await office.now(old);
    const { keptDays: _ninety, ...before } = choices;
    const body = { ...rest, choices: before, schemaVersion: 1 };
    await open.store.commit({
      ...emptyCommit(0),
      expects: [{ kind: "case-handoff", id: old, version: stored?.version ?? 0 }],
      puts: [{ kind: "case-handoff", id: old, body }],
      removes: [{ kind: "case-handoffs-expiring", id: "all" }],
      cancels: [`${old}.expire.1`],
    });
    await jump(office, 60 * day);
    await office.run("bob", to("kim"));
    await jump(office, 31 * day);
    expect(await office.items(old)).toEqual([]);
    expect(await office.now(old)).toMatchObject({ status: "completed", itemsGoneAt: expect.any(Number) });
  });
});
