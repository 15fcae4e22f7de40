import { describe, expect, it } from "vitest";
import { readCustomerLines } from "../../src/core/customers/read-lines.ts";
import type { Settings } from "../../src/core/settings/settings.ts";
import { handoff, rule } from "../core/policies.ts";
import { type Office, officeSettings, openOffice, staff, to } from "../engine/casehandoff/office.ts";
import { memoryStore } from "../support/memory-store.ts";

/** A follow-up of this person's. */
async function addTask(office: Office, ownerId: string, title: string): Promise<string> {
  const due = { at: office.clock.now() + 3_600_000 };
  const wanted = { title, kind: "note", conversationId: null, ownerId, teamId: "billing", due };
  const made = await office.engine.tasks.add(wanted, { type: "system" }, null);
  if (made.status !== "made") throw new Error(made.status);
  return made.task.id;
}

describe("what somebody has", () => {
  it("is shown where it is still to be worked on, and nowhere else", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    const [ended = ""] = await office.give("lea", 3);
    const end = { type: "conversation-closed", agentId: "lea", outcome: "resolved", wrapUp: null } as const;
    await office.engine.command(ended, end, null);
    const done = await addTask(office, "lea", "Call the supplier");
    const modules = async () =>
      (await office.engine.caseHandoffs.preview("lea"))?.modules.map(({ id, count }) => [id, count]);
    const others = [
      ["conversations", 2],
      ["memberships", 1],
    ];
    expect(await modules()).toEqual(expect.arrayContaining([...others, ["tasks", 1]]));
    await office.engine.tasks.change(done, [{ type: "done", by: { type: "system" }, note: null }], {});
    expect(await modules()).toEqual(others);
  });
});

describe("choosing", () => {
  it("gives conversations to one person and follow-ups to another, in one case handoff", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("eva")]);
    const ids = await office.give("lea", 2);
    const task = await addTask(office, "lea", "Call the supplier");
    const { status } = await office.run("lea", {
      method: "by-module",
      modules: {
        conversations: { isEnabled: true, target: { type: "employee", id: "kim" } },
        tasks: { isEnabled: true, target: { type: "employee", id: "eva" } },
        memberships: { isEnabled: false, target: null },
      },
    });
    expect(status).toBe("completed");
    expect(await office.owners(ids)).toEqual(["kim", "kim"]);
    expect((await office.engine.tasks.get(task))?.ownerId).toBe("eva");
  });

  it("needs no more than the word where somebody has one head", async () => {
    const office = await openOffice([staff("lea"), staff("hana")]);
    const ids = await office.give("lea", 2);
    const { plan } = await office.run("lea", { target: { type: "head", id: null } });
    expect(plan?.modules[0]?.shares).toEqual([{ agentId: "hana", count: 2 }]);
    expect(await office.owners(ids)).toEqual(["hana", "hana"]);
  });

  it("shows at once who is chosen, lets others be chosen instead, and moves nothing before it is started", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("eva")]);
    const ids = await office.give("lea", 2);
    const { id, choices } = await office.draft("lea", to("kim"));
    expect(choices.target).toEqual({ type: "employee", id: "kim" });
    const edit = (target: { type: "employee"; id: string } | null) =>
      office.engine.caseHandoffs.edit(id, { target }, { by: "key:lead", revision: null });
    await edit(null);
    expect(await office.engine.caseHandoffs.verify(id, "key:lead")).toMatchObject({
      problems: [{ path: "target", code: "target-missing" }],
    });
    await edit({ type: "employee", id: "eva" });
    await office.verify(id);
    await office.engine.settleAll();
    expect(await office.owners(ids)).toEqual(["lea", "lea"]);
    await office.start(id);
    await office.engine.settleAll();
    expect(await office.owners(ids)).toEqual(["eva", "eva"]);
  });
});

describe("whoever watches", () => {
  it("hears that it has begun, how far it is, and that it is completed", async () => {
    const open = memoryStore();
    const office = await openOffice([staff("lea", { capacity: 60 }), staff("kim", { capacity: 60 })], { store: open });
    await office.give("lea", 40);
    const feed = (after: string | null) =>
      open.store.feed({ after, limit: 1_000, waitMs: 0, signal: new AbortController().signal });
    const { cursor } = await feed(null);
    await office.run("lea", to("kim"));
    const page = await feed(cursor);
    const all = page.status === "entries" ? page.entries : [];
    const told = all.filter(({ type }) => type === "case-handoff-changed").map(({ data }) => data);
    const begun = told.slice(told.findIndex(({ status }) => status === "running"));
    expect(begun[0]).toMatchObject({ subjectId: "lea", pending: 41, moved: 0 });
    expect(begun.some(({ pending, moved }) => Number(pending) > 0 && Number(moved) > 0)).toBe(true);
    expect(begun.at(-1)).toMatchObject({ status: "completed", pending: 0, moved: 41, failed: 0 });
  });
});

describe("customers somebody looks after", () => {
  const toOwner = rule("to-owner", {
    when: [{ type: "signal", is: ["explicit-request"] }],
    then: handoff({ destination: { type: "owner" } }),
  });
  const starter: Settings = { ...officeSettings, rules: { [toOwner.id]: toOwner } };

  it("are shown before anything moves, and from then on go to the new person when they ask for somebody", async () => {
    const office = await openOffice([staff("lea"), staff("kim")], { starter });
    const read = readCustomerLines("channel,address,owner\nmain.test,ada,lea\nmain.test,bob,lea\n");
    await office.engine.customers.import(read.status === "read" ? read.lines : []);
    const { id } = await office.draft("lea", to("kim"));
    const { plan } = await office.verify(id);
    expect(plan?.modules.find((module) => module.id === "accounts")?.shares).toEqual([{ agentId: "kim", count: 2 }]);
    await office.start(id);
    await office.engine.settleAll();
    await office.write("ada", "I want to talk to a human");
    await office.engine.settleAll();
    const [waiting] = (await office.engine.conversations.listByPhase("queue", { limit: 5, cursor: null })).items;
    expect(waiting?.control).toMatchObject({ handoff: { destination: { type: "agent", id: "kim" } } });
  });

  it("stay where they are when the lead leaves them out", async () => {
    const office = await openOffice([staff("lea"), staff("kim")], { starter });
    const read = readCustomerLines("channel,address,owner\nmain.test,ada,lea\n");
    const [line] = await office.engine.customers.import(read.status === "read" ? read.lines : []);
    const modules = { accounts: { isEnabled: false, target: null } };
    await office.run("lea", { ...to("kim"), modules });
    const customerId = line?.status === "created" ? line.customerId : "";
    expect(await office.engine.conversations.customer(customerId)).toMatchObject({ accountOwnerId: "lea" });
  });
});

describe("what comes in by itself afterwards", () => {
  const toLea = rule("to-lea", {
    when: [{ type: "signal", is: ["explicit-request"] }],
    then: handoff({ destination: { type: "agent", id: "lea" } }),
  });
  const starter: Settings = { ...officeSettings, rules: { [toLea.id]: toLea } };

  /** Who is asked when a customer writes after the case handoff. */
  async function askedAfter(replacementId: string | null) {
    const office = await openOffice(
      ["lea", "kim", "hana", "rolf"].map((id) => staff(id)),
      { starter },
    );
    await office.give("lea", 1);
    const { plan } = await office.run("lea", { ...to("kim"), replacementId });
    expect(plan?.names.places).toContainEqual({ part: "rules/to-lea", path: "then.destination.id" });
    await office.write("somebody new", "I want to talk to a human");
    await office.pass(1_000);
    const [waiting] = (await office.engine.conversations.listByPhase("queue", { limit: 5, cursor: null })).items;
    return waiting?.control.phase === "queue" ? waiting.control.handoff.destination.id : null;
  }

  it("still goes to whom a rule names: moving what there is changes no rule", async () => {
    expect(await askedAfter(null)).toBe("lea");
  });

  it("goes to whoever takes their place in the settings, where the lead wants that", async () => {
    expect(await askedAfter("kim")).toBe("kim");
  });
});
