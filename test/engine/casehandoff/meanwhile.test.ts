import { afterEach, describe, expect, it } from "vitest";
import { fakeCrmModule } from "../../../adapters/modules/fake-crm/index.ts";
import { totals } from "../../../src/core/casehandoff/counts.ts";
import { answerStatus } from "../../adapters/kit/outside-server.ts";
import { type CrmServer, openCrmServer } from "../../adapters/modules/fake-crm/crm-server.ts";
import { type Office, openOffice, staff, to } from "./office.ts";

const hour = 3_600_000;
const everything = { limit: 500, cursor: null };

const servers: CrmServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** Runs until so many things have moved, and no further. */
async function runUntil(office: Office, id: string, moved: number): Promise<void> {
  const stopping = (async () => {
    while (totals((await office.now(id)).counts).moved < moved) await new Promise((resolve) => setImmediate(resolve));
    await office.engine.caseHandoffs.stop(id, "key:other");
  })();
  await Promise.all([office.engine.settleAll(), stopping]);
}

async function addTasks(office: Office, ownerId: string, count: number): Promise<readonly string[]> {
  const due = { at: office.clock.now() + 24 * hour };
  const wanted = { title: "Call back", kind: "call-back", conversationId: null, ownerId, teamId: null, due };
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const made = await office.engine.tasks.add(wanted, { type: "system" }, null);
    if (made.status !== "made") throw new Error(made.status);
    ids.push(made.task.id);
  }
  return ids;
}

const undo = (office: Office, id: string) => office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });

describe("whoever is to get it leaves while it runs", () => {
  it("and gets nothing more: the rest stays where it is, each named, and is never lost", async () => {
    const office = await openOffice([staff("lea", { capacity: 60 }), staff("kim", { capacity: 60 })]);
    const conversations = await office.give("lea", 30);
    const tasks = await addTasks(office, "lea", 3);
    const { id } = await office.draft("lea", to("kim"));
    await office.verify(id);
    await office.start(id);
    await runUntil(office, id, 1);
    const moved = await office.engine.caseHandoffs.items(await office.now(id), "moved", everything);
    await office.engine.agents.change("kim", { leftAt: office.clock.now() });
    await office.engine.caseHandoffs.proceed(id, "key:lead");
    await office.pass(1_000);
    expect(await office.now(id)).toMatchObject({ status: "completed-with-errors" });
    const failed = await office.engine.caseHandoffs.items(await office.now(id), "failed", everything);
    expect(new Set(failed.items.map(({ reason }) => reason))).toEqual(new Set(["agent-left"]));
    expect(failed.items.length + moved.items.length).toBe(conversations.length + tasks.length + 1);
    const stayed = failed.items.filter(({ moduleId }) => moduleId === "conversations");
    expect(new Set(await office.owners(stayed.map(({ reference }) => reference)))).toEqual(new Set(["lea"]));
    const owners = await Promise.all(tasks.map(async (each) => (await office.engine.tasks.get(each))?.ownerId));
    expect(owners).toEqual(["lea", "lea", "lea"]);
    expect((await office.engine.agents.get("kim"))?.holds).toEqual({});
    const { items: waiting } = await office.engine.conversations.listByPhase("queue", everything);
    expect(waiting.map((each) => each.id).sort()).toEqual(moved.items.map(({ reference }) => reference).sort());
  });

  it("or the leaver has gone for good when it goes back: what cannot go back is left alone, and named", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    const ids = await office.give("lea", 2);
    const tasks = await addTasks(office, "lea", 1);
    const { id } = await office.run("lea", to("kim"));
    await office.engine.agents.change("lea", { leftAt: office.clock.now() });
    await undo(office, id);
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "undone" });
    expect((await office.items(id)).map(({ status, reason }) => [status, reason])).toEqual(
      Array.from({ length: 4 }, () => ["left-alone", "agent-left"]),
    );
    expect(await office.owners(ids)).toEqual(["kim", "kim"]);
    expect((await office.engine.tasks.get(tasks[0] ?? ""))?.ownerId).toBe("kim");
  });
});

describe("a clock that is set back", () => {
  it("between verifying, starting and undoing changes nothing of what moves", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    const ids = await office.give("lea", 3);
    const { id } = await office.draft("lea", { ...to("kim"), returnAt: office.clock.now() + 48 * hour });
    await office.verify(id);
    office.clock.advance(-3 * hour);
    await office.start(id);
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "completed" });
    expect(await office.owners(ids)).toEqual(["kim", "kim", "kim"]);
    office.clock.advance(-3 * hour);
    await undo(office, id);
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "undone" });
    expect(await office.owners(ids)).toEqual(["lea", "lea", "lea"]);
  });

  it("before the date of return keeps everything there until the date comes again, and then it goes back once", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    const ids = await office.give("lea", 2);
    const returnAt = office.clock.now() + 24 * hour;
    const { id } = await office.run("lea", { ...to("kim"), returnAt });
    office.clock.advance(-12 * hour);
    await office.pass(35 * hour);
    expect(await office.owners(ids)).toEqual(["kim", "kim"]);
    await office.pass(2 * hour);
    expect(await office.now(id)).toMatchObject({ status: "undone", undo: { cause: "date" } });
    expect(await office.owners(ids)).toEqual(["lea", "lea"]);
    office.clock.advance(-12 * hour);
    await office.pass(24 * hour);
    expect(await office.owners(ids)).toEqual(["lea", "lea"]);
  });

  it("while a system outside does not answer: whoever continues does not wait until it is as late again", async () => {
    const server = await openCrmServer();
    servers.push(server);
    const tools = { fetch: (url: URL, init: RequestInit) => fetch(url, init), clock: { now: () => 0 } };
    const caseModules = [fakeCrmModule({ url: server.url, token: null }, tools)];
    const office = await openOffice([staff("lea"), staff("kim")], { caseModules });
    server.add("lea", 2);
    const { id } = await office.draft("lea", to("kim"));
    await office.verify(id);
    const call = { method: "POST", path: "/", headers: {}, body: Buffer.alloc(0) };
    server.behave((response) => answerStatus(503)(response, call));
    await office.start(id);
    await office.engine.settleAll();
    expect((await office.items(id)).filter(({ tries }) => tries > 0)).not.toEqual([]);
    server.behave(null);
    office.clock.advance(-24 * hour);
    await office.engine.caseHandoffs.stop(id, "key:lead");
    await office.engine.caseHandoffs.proceed(id, "key:lead");
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "completed" });
  });
});
