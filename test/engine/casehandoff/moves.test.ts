import { describe, expect, it } from "vitest";
import { totals } from "../../../src/core/casehandoff/counts.ts";
import { newQueue } from "../../../src/core/routing/queue.ts";
import type { Office } from "./office.ts";
import { officeSettings, openOffice, staff, to } from "./office.ts";

async function moves(office: Office, id: string, jobId: string) {
  const { items } = await office.engine.conversations.records(id, { limit: 200, afterSeq: 0 });
  return items.filter(({ type, ...record }) => type === "control" && JSON.stringify(record).includes(jobId));
}

const conversationsTo = (id: string) => ({
  method: "by-module" as const,
  modules: {
    conversations: { isEnabled: true, target: { type: "employee" as const, id } },
    memberships: { isEnabled: false, target: null },
  },
});

describe("everything to one person", () => {
  it("moves what the leaver has, with one record each and nothing twice", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    const ids = await office.give("lea", 12);
    const handoff = await office.run("lea", to("kim"));
    expect(handoff.status).toBe("completed");
    expect(await office.owners(ids)).toEqual(ids.map(() => "kim"));
    expect(totals(handoff.counts)).toMatchObject({ pending: 0, moved: 13 });
    for (const id of ids) expect(await moves(office, id, handoff.id)).toMatchObject([{ agentId: "kim" }]);
    const [lea, kim] = [await office.engine.agents.get("lea"), await office.engine.agents.get("kim")];
    expect(lea?.holds).toEqual({});
    expect(Object.keys(kim?.holds ?? {}).sort()).toEqual([...ids].sort());
  });

  it("shows at once who has what, in lists and in counts", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    const ids = await office.give("lea", 3);
    const handoff = await office.run("lea", to("kim"));
    const page = { limit: 10, cursor: null };
    expect((await office.engine.conversations.listByAgent("lea", page)).items).toEqual([]);
    expect((await office.engine.conversations.listByAgent("kim", page)).items).toHaveLength(ids.length);
    const moved = await office.engine.caseHandoffs.items(handoff, "moved", page);
    expect(moved.items.map(({ reference }) => reference).sort()).toEqual([...ids, "billing"].sort());
    expect((await office.engine.caseHandoffs.items(handoff, "pending", page)).items).toEqual([]);
  });

  it("tells the customers who looks after them now only when the lead wants it", async () => {
    for (const tellsCustomers of [true, false]) {
      const office = await openOffice([staff("lea"), staff("kim")]);
      const [id = ""] = await office.give("lea", 1);
      await office.run("lea", { ...to("kim"), tellsCustomers });
      const { items } = await office.engine.conversations.messages(id, { limit: 100, afterSeq: 0 });
      const told = items.filter(({ author }) => author.type === "system" && author.moment === "case.reassigned_bulk");
      expect(told).toHaveLength(tellsCustomers ? 1 : 0);
    }
  });

  it("tells whoever gets it once, however much it is", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    await office.give("lea", 5);
    const unread = () => office.engine.notifications.inbox.unread("kim");
    const before = await unread();
    await office.run("lea", to("kim"));
    expect((await unread()) - before).toBe(1);
  });
});

describe("by modules", () => {
  it("leaves out what is switched off", async () => {
    const office = await openOffice([staff("lea", { teamIds: ["billing", "returns"] }), staff("kim")]);
    const ids = await office.give("lea", 2);
    const handoff = await office.run("lea", conversationsTo("kim"));
    expect(await office.owners(ids)).toEqual(["kim", "kim"]);
    expect((await office.engine.agents.get("lea"))?.teamIds).toEqual(["billing", "returns"]);
    expect(Object.keys(handoff.counts)).toEqual(["conversations"]);
  });

  it("gives everything to the head, and asks which when there are two", async () => {
    const people = [
      staff("lea", { teamIds: ["billing", "returns"] }),
      staff("hana"),
      staff("rolf", { teamIds: ["returns"] }),
    ];
    const office = await openOffice(people);
    const ids = await office.give("lea", 3);
    const { id } = await office.draft("lea", { target: { type: "head", id: null } });
    expect(await office.engine.caseHandoffs.verify(id, "key:lead")).toMatchObject({
      status: "problems",
      problems: [{ path: "target", code: "head-unclear" }],
    });
    await office.engine.caseHandoffs.edit(
      id,
      { target: { type: "head", id: "rolf" } },
      { by: "key:lead", revision: null },
    );
    await office.verify(id);
    await office.start(id);
    await office.engine.settleAll();
    expect(await office.owners(ids)).toEqual(["rolf", "rolf", "rolf"]);
  });

  it("shares it out in a department, leaves out who is absent, and does so the same way every time", async () => {
    const absence = { id: "a1", from: 0, to: null, reason: null, substituteId: null };
    const people = [staff("lea"), staff("ben"), staff("eva"), staff("ida", { absences: [absence] })];
    const office = await openOffice(people);
    await office.give("lea", 12);
    const target = { type: "department", id: "billing", strategy: "random" } as const;
    const { id } = await office.draft("lea", { target });
    const once = (await office.verify(id)).plan;
    const again = (await office.verify(id)).plan;
    expect(again?.hash).toBe(once?.hash);
    const takers = (await office.items(id)).map(({ toId }) => toId);
    expect(new Set(takers)).toEqual(new Set(["ben", "eva"]));
    await office.engine.caseHandoffs.edit(
      id,
      { target: { ...target, strategy: "least-loaded" } },
      { by: "key:lead", revision: null },
    );
    const even = (await office.verify(id)).plan?.modules.find((module) => module.id === "conversations");
    expect(even?.shares.map(({ count }) => count)).toEqual([6, 6]);
  });
});

describe("somebody without room", () => {
  it("is given no more than they can take: what came without a queue waits for their team, and the plan says so", async () => {
    const handoff = { ...officeSettings.handoff, destination: { type: "team", id: "support" } } as const;
    const starter = { ...officeSettings, handoff };
    const office = await openOffice([staff("lea"), staff("kim", { capacity: 2 })], { starter });
    const ids = await office.give("lea", 5);
    const { id } = await office.draft("lea", to("kim"));
    const { plan } = await office.verify(id);
    const planned = plan?.modules.find((module) => module.id === "conversations");
    expect(planned).toMatchObject({ overflow: { type: "team", id: "billing" } });
    expect(planned?.shares).toEqual(
      expect.arrayContaining([
        { agentId: "kim", count: 2 },
        { agentId: null, count: 3 },
      ]),
    );
    expect(plan?.warnings).toContainEqual({ code: "no-room", count: 3 });
    await office.start(id);
    await office.engine.settleAll();
    const owners = await office.owners(ids);
    expect(owners.filter((owner) => owner === "kim")).toHaveLength(2);
    const queued = (await office.items(id)).filter(({ placed }) => placed?.type === "queue");
    expect(queued).toMatchObject(Array(3).fill({ status: "moved", reason: "agent-full", placed: { id: "billing" } }));
  });

  it("leaves the rest where it was routed to: the queue's people are asked for it, and its figures count it", async () => {
    const queue = newQueue({ id: "invoices", name: "Invoices", teams: ["billing"] });
    const handoff = { ...officeSettings.handoff, destination: { type: "queue", id: "invoices" } } as const;
    const starter = { ...officeSettings, handoff, queues: { ...officeSettings.queues, invoices: queue } };
    const kim = staff("kim", { capacity: 1, teamIds: ["returns"] });
    const office = await openOffice([staff("lea"), kim, staff("hana", { presence: "away" })], { starter });
    const ids = await office.give("lea", 2);
    const { id } = await office.run("lea", to("kim"));
    const waiting = (await office.items(id)).filter(({ reason }) => reason === "agent-full");
    expect(waiting).toMatchObject([{ status: "moved", placed: { type: "queue", id: "invoices" } }]);
    const { control } = await office.conversation(waiting[0]?.reference ?? "");
    expect(control).toMatchObject({
      handoff: { destination: { type: "queue", id: "invoices", teamIds: ["billing"] } },
    });
    await office.engine.agents.change("hana", { presence: "available" });
    await office.engine.settleAll();
    const asked = await office.engine.requests.askedOf("hana");
    expect(asked?.requests.map(({ conversation }) => conversation.id)).toEqual([waiting[0]?.reference]);
    expect(ids).toContain(waiting[0]?.reference);
  });

  it.each([true, false])("leaves customers who wait now told or untold (%s), as the lead has chosen", async (tells) => {
    const office = await openOffice([staff("lea"), staff("kim", { capacity: 1 })]);
    const ids = await office.give("lea", 3);
    await office.run("lea", { ...to("kim"), tellsCustomers: tells });
    const owners = await office.owners(ids);
    const waiting = ids.filter((_id, index) => owners[index] === null);
    expect(waiting).toHaveLength(2);
    for (const id of waiting) {
      const { items } = await office.engine.conversations.messages(id, { limit: 100, afterSeq: 0 });
      const left = items.filter(({ author }) => author.type === "system" && author.moment === "human.left");
      expect(left).toHaveLength(tells ? 1 : 0);
    }
  });

  it("gets nothing more where the lead wants that to stay, and it can be tried again", async () => {
    const office = await openOffice([staff("lea"), staff("kim", { capacity: 2 })]);
    const ids = await office.give("lea", 3);
    const handoff = await office.run("lea", { ...to("kim"), whenFull: "skip" });
    expect(handoff.status).toBe("completed-with-errors");
    expect([...(await office.owners(ids))].sort()).toEqual(["kim", "kim", "lea"]);
    const [failed] = (await office.items(handoff.id)).filter(({ status }) => status === "failed");
    expect(failed).toMatchObject({ reason: "agent-full", placed: null });
  });

  it("takes what is silent, which takes no room and stays silent", async () => {
    const office = await openOffice([staff("lea"), staff("kim", { capacity: 1 })]);
    const ids = await office.give("lea", 4);
    for (const id of ids) {
      await office.engine.command(id, { type: "agent-replied", agentId: "lea", text: "Done." }, null);
    }
    await office.pass(20 * 60_000);
    const handoff = await office.run("lea", to("kim"));
    expect(handoff.status).toBe("completed");
    expect(await office.owners(ids)).toEqual(ids.map(() => "kim"));
    const controls = await Promise.all(ids.map(async (id) => (await office.conversation(id)).control));
    expect(controls.every((control) => control.phase === "human" && control.isIdle)).toBe(true);
    const kim = await office.engine.agents.get("kim");
    expect(Object.values(kim?.holds ?? {}).map(({ as }) => as)).toEqual(["idle", "idle", "idle", "idle"]);
  });
});

describe("what changed after it was verified", () => {
  it("is skipped and named, and everything else moves", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("bob")]);
    const ids = await office.give("lea", 4);
    const [taken = "", closed = ""] = ids;
    const { id } = await office.draft("lea", to("kim"));
    await office.verify(id);
    const assigned = { type: "conversation-assigned", agentId: "bob", byAgentId: null, evenIfAway: false } as const;
    await office.engine.command(taken, { ...assigned, jobId: null, tellsCustomer: false }, null);
    const end = { type: "conversation-closed", agentId: "lea", outcome: "resolved", wrapUp: null } as const;
    await office.engine.command(closed, end, null);
    const [late = ""] = await office.give("lea", 1);
    await office.start(id);
    await office.engine.settleAll();
    const handoff = await office.now(id);
    expect(handoff.status).toBe("completed-with-errors");
    const skipped = (await office.items(id)).filter(({ status }) => status === "skipped-changed");
    expect(skipped.map(({ reference, reason }) => [reference, reason]).sort()).toEqual(
      [
        [taken, "owner-changed"],
        [closed, "closed"],
      ].sort(),
    );
    expect(await office.owners([taken, late])).toEqual(["bob", "lea"]);
    expect(handoff.remaining).toMatchObject({ conversations: 1 });
  });
});
