import { describe, expect, it } from "vitest";
import { totals } from "../../../src/core/casehandoff/counts.ts";
import { type Office, openOffice, staff, to } from "./office.ts";

const page = { limit: 500, cursor: null };

async function assign(office: Office, id: string, agentId: string): Promise<void> {
  const assigned = { type: "conversation-assigned", agentId, byAgentId: null, evenIfAway: true } as const;
  await office.engine.command(id, { ...assigned, jobId: null, tellsCustomer: false }, null);
}

/** Runs one piece of its work and stops it before the next. */
async function stopHalfWay(office: Office, id: string): Promise<void> {
  const stopping = (async () => {
    for (;;) {
      const { counts } = await office.now(id);
      if (totals(counts).moved > 0) return office.engine.caseHandoffs.stop(id, "key:other");
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  await Promise.all([office.engine.settleAll(), stopping]);
}

describe("starting", () => {
  it("takes the plan that was seen and no other", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    await office.give("lea", 1);
    const { id } = await office.draft("lea", to("kim"));
    const start = (hash: string) => office.engine.caseHandoffs.start(id, { by: "key:lead", hash });
    expect(await start("0".repeat(32))).toMatchObject({ status: "refused", code: "not-verified" });
    const hash = (await office.verify(id)).plan?.hash ?? "";
    await office.give("lea", 1);
    await office.verify(id);
    expect(await start(hash)).toMatchObject({ status: "refused", code: "plan-changed" });
    await office.engine.caseHandoffs.edit(id, { tellsCustomers: true }, { by: "key:lead", revision: null });
    expect(await start(hash)).toMatchObject({ status: "refused", code: "not-verified" });
  });

  it("is one lead's: the other hears who was first and when", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    await office.give("lea", 2);
    const { id } = await office.draft("lea", to("kim"));
    const hash = (await office.verify(id)).plan?.hash ?? "";
    const begun = await Promise.all(
      ["key:ann", "key:ben"].map((by) => office.engine.caseHandoffs.start(id, { by, hash })),
    );
    const [first] = begun.filter(({ status }) => status === "changed");
    const [second] = begun.filter(({ status }) => status === "refused");
    expect(begun).toHaveLength(2);
    const winner = first?.status === "changed" ? first.handoff.started?.by : null;
    expect(second).toMatchObject({
      code: "already-started",
      handoff: { started: { by: winner, at: office.clock.now() } },
    });
  });

  it("runs one at a time for one person", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    await office.give("lea", 2);
    const [one, other] = [await office.draft("lea", to("kim")), await office.draft("lea", to("kim"))];
    const { plan } = await office.verify(other.id);
    await office.verify(one.id);
    await office.start(one.id);
    const start = { by: "key:ben", hash: plan?.hash ?? "" };
    expect(await office.engine.caseHandoffs.start(other.id, start)).toMatchObject({
      status: "busy",
      lock: { handoffId: one.id, by: "key:lead" },
    });
    await office.engine.settleAll();
    expect(await office.engine.caseHandoffs.start(other.id, start)).toMatchObject({ status: "changed" });
  });
});

describe("stopping", () => {
  it("leaves what has moved, and continuing moves the rest, each once", async () => {
    const office = await openOffice([staff("lea", { capacity: 60 }), staff("kim", { capacity: 60 })]);
    const ids = await office.give("lea", 40);
    const { id } = await office.draft("lea", to("kim"));
    await office.verify(id);
    await office.start(id);
    await stopHalfWay(office, id);
    const stopped = await office.now(id);
    expect(stopped).toMatchObject({ status: "stopped", stopped: { by: "key:other" } });
    const { moved, pending } = totals(stopped.counts);
    expect(moved).toBeGreaterThan(0);
    expect(pending).toBeGreaterThan(0);
    await office.pass(60_000);
    expect(totals((await office.now(id)).counts)).toMatchObject({ moved, pending });
    await office.engine.caseHandoffs.proceed(id, "key:lead");
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "completed" });
    expect(await office.owners(ids)).toEqual(ids.map(() => "kim"));
    const epochs = await Promise.all(ids.map(async (each) => (await office.conversation(each)).epoch));
    expect(new Set(epochs).size).toBe(1);
  });
});

describe("trying again", () => {
  it("moves what had failed once there is room", async () => {
    const office = await openOffice([staff("lea"), staff("kim", { capacity: 1 })]);
    const ids = await office.give("lea", 3);
    const { id } = await office.run("lea", { ...to("kim"), whenFull: "skip" });
    expect(totals((await office.now(id)).counts)).toMatchObject({ failed: 2 });
    await office.engine.agents.change("kim", { capacity: 9 });
    await office.engine.caseHandoffs.proceed(id, "key:lead");
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "completed" });
    expect(await office.owners(ids)).toEqual(["kim", "kim", "kim"]);
  });
});

describe("undoing", () => {
  it("brings everything back, memberships too", async () => {
    const office = await openOffice([staff("lea", { teamIds: ["billing", "returns"] }), staff("kim")]);
    const ids = await office.give("lea", 12);
    const { id } = await office.run("lea", to("kim"));
    expect((await office.engine.agents.get("kim"))?.teamIds).toEqual(["billing", "returns"]);
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "undone", undo: { cause: "asked" } });
    expect(await office.owners(ids)).toEqual(ids.map(() => "lea"));
    expect((await office.engine.agents.get("lea"))?.teamIds.toSorted()).toEqual(["billing", "returns"]);
    expect((await office.engine.agents.get("kim"))?.teamIds).toEqual(["billing"]);
    expect((await office.engine.agents.get("kim"))?.holds).toEqual({});
  });

  it("leaves alone what people changed since, and names it", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("bob")]);
    const ids = await office.give("lea", 3);
    const [given = "", ended = "", kept = ""] = ids;
    const { id } = await office.run("lea", to("kim"));
    await assign(office, given, "bob");
    const end = { type: "conversation-closed", agentId: "kim", outcome: "resolved", wrapUp: null } as const;
    await office.engine.command(ended, end, null);
    await office.write("customer-3", "Are you still there?");
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    expect(await office.owners([given, kept])).toEqual(["bob", "lea"]);
    const alone = await office.engine.caseHandoffs.items(await office.now(id), "left-alone", page);
    expect(alone.items.map(({ reference, reason }) => [reference, reason]).sort()).toEqual(
      [
        [given, "owner-changed"],
        [ended, "closed"],
      ].sort(),
    );
  });

  it("takes by force what others have now, when that is meant", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("bob")]);
    const [given = ""] = await office.give("lea", 1);
    const { id } = await office.run("lea", to("kim"));
    await assign(office, given, "bob");
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: true });
    await office.engine.settleAll();
    expect(await office.owners([given])).toEqual(["lea"]);
  });
});

describe("a temporary one", () => {
  it("goes back by itself at its date, and only what is still as it was left", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("bob")]);
    const ids = await office.give("lea", 3);
    const returnAt = office.clock.now() + 7 * 24 * 3_600_000;
    const { id } = await office.run("lea", { ...to("kim"), returnAt });
    const [given = ""] = ids;
    await assign(office, given, "bob");
    await office.pass(6 * 24 * 3_600_000);
    expect((await office.owners(ids)).filter((owner) => owner === "lea")).toEqual([]);
    await office.pass(25 * 3_600_000);
    expect(await office.now(id)).toMatchObject({ status: "undone", undo: { cause: "date" } });
    expect([...(await office.owners(ids))].sort()).toEqual(["bob", "lea", "lea"]);
  });

  it("does not go back a second time when somebody undid it before", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    const ids = await office.give("lea", 2);
    const returnAt = office.clock.now() + 24 * 3_600_000;
    const { id } = await office.run("lea", { ...to("kim"), returnAt });
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    for (const each of ids) await assign(office, each, "kim");
    await office.pass(25 * 3_600_000);
    expect(await office.owners(ids)).toEqual(["kim", "kim"]);
  });
});
