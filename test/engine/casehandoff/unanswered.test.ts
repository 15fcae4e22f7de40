import { afterEach, describe, expect, it } from "vitest";
import { fakeCrmModule } from "../../../adapters/modules/fake-crm/index.ts";
import type { CaseItem } from "../../../src/core/casehandoff/item.ts";
import { answerStatus } from "../../adapters/kit/outside-server.ts";
import { type CrmServer, type Deal, openCrmServer } from "../../adapters/modules/fake-crm/crm-server.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { type Office, openOffice, staff, to } from "./office.ts";

const minute = 60_000;
const servers: CrmServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const call = { method: "POST", path: "/", headers: {}, body: Buffer.alloc(0) };
const onlyCrm = Object.fromEntries(["memberships"].map((id) => [id, { isEnabled: false, target: null }]));

/** A CRM whose line can be cut: what it is asked for happens, and nobody hears the answer. */
async function withLine() {
  const server = await openCrmServer();
  servers.push(server);
  const line: { isCut: boolean; whenAsked: () => Promise<unknown> } = { isCut: false, whenAsked: async () => null };
  const through = async (url: URL, init: RequestInit): Promise<Response> => {
    if (init.method === "POST") await line.whenAsked();
    const response = await fetch(url, init);
    if (!line.isCut || init.method !== "POST") return response;
    await response.arrayBuffer();
    throw new TypeError("fetch failed");
  };
  const caseModules = [fakeCrmModule({ url: server.url, token: null }, { fetch: through, clock: { now: () => 0 } })];
  const open = memoryStore();
  const office = await openOffice(
    ["lea", "kim", "bob"].map((id) => staff(id)),
    { store: open, caseModules },
  );
  return { server, line, office, open };
}

type Crm = Awaited<ReturnType<typeof withLine>>;

/** Asked for six times each, and never answered. */
async function unanswered({ server, line, office }: Crm, count: number): Promise<string> {
  server.add("lea", count);
  const { id } = await office.draft("lea", { ...to("kim"), modules: onlyCrm });
  await office.verify(id);
  line.isCut = true;
  await office.start(id);
  await office.pass(60 * minute);
  line.isCut = false;
  expect(await office.now(id)).toMatchObject({ status: "completed-with-errors", counts: { crm: { failed: count } } });
  return id;
}

async function undo(office: Office, id: string, isForced = false): Promise<readonly CaseItem[]> {
  await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced });
  await office.pass(60 * minute);
  expect(await office.now(id)).toMatchObject({ status: "undone" });
  return office.items(id);
}

const owners = ({ deals }: CrmServer) => [...deals.values()].map(({ owner }) => owner);
const reasons = (items: readonly CaseItem[]) => items.map(({ status, reason }) => [status, reason]);
const asked = ({ calls }: CrmServer) => calls.filter(({ method }) => method === "POST").length;

function change({ deals }: CrmServer, id: string, change: Partial<Pick<Deal, "owner">>): void {
  const deal = deals.get(id);
  if (deal) Object.assign(deal, change, { version: deal.version + 1 });
}

describe("what a system outside moved without anybody hearing of it", () => {
  it("comes back when it is undone, though it counts as failed", async () => {
    const crm = await withLine();
    const id = await unanswered(crm, 12);
    expect(owners(crm.server)).toEqual(Array.from({ length: 12 }, () => "kim"));
    const items = await undo(crm.office, id);
    expect(owners(crm.server)).toEqual(Array.from({ length: 12 }, () => "lea"));
    expect(reasons(items)).toEqual(Array.from({ length: 12 }, () => ["returned", null]));
    // Twelve there and twelve back.
    expect(crm.server.moves).toHaveLength(24);
  });

  it("is left alone where people have changed it since, each by name", async () => {
    const crm = await withLine();
    const id = await unanswered(crm, 4);
    change(crm.server, "deal-1", {});
    change(crm.server, "deal-2", { owner: "bob" });
    crm.server.deals.delete("deal-3");
    const items = await undo(crm.office, id);
    expect(owners(crm.server)).toEqual(["kim", "bob", "lea"]);
    expect(reasons(items)).toEqual([
      ["left-alone", "changed"],
      ["left-alone", "owner-changed"],
      ["left-alone", "gone"],
      ["returned", null],
    ]);
  });

  it("comes back by force from whomever has it, when that is meant", async () => {
    const crm = await withLine();
    const id = await unanswered(crm, 3);
    change(crm.server, "deal-1", {});
    change(crm.server, "deal-2", { owner: "bob" });
    const items = await undo(crm.office, id, true);
    expect(owners(crm.server)).toEqual(["lea", "lea", "lea"]);
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(["returned"]));
  });

  it("is named when the system does not say who has it, and nothing is done to it", async () => {
    const crm = await withLine();
    const id = await unanswered(crm, 3);
    crm.server.behave((response) => answerStatus(503)(response, call));
    const before = asked(crm.server);
    const items = await undo(crm.office, id);
    expect(reasons(items)).toEqual(Array.from({ length: 3 }, () => ["failed", "no-answer"]));
    expect([asked(crm.server) - before, owners(crm.server)]).toEqual([0, ["kim", "kim", "kim"]]);
  });

  it("is asked for while it does not answer, and comes back when it does", async () => {
    const crm = await withLine();
    const id = await unanswered(crm, 10);
    crm.server.behave((response) => answerStatus(503)(response, call));
    await crm.office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await crm.office.pass(minute);
    expect(await crm.office.now(id)).toMatchObject({ status: "undoing" });
    crm.server.behave(null);
    await crm.office.pass(30 * minute);
    expect(await crm.office.now(id)).toMatchObject({ status: "undone", counts: { crm: { returned: 10, failed: 0 } } });
    expect(new Set(owners(crm.server))).toEqual(new Set(["lea"]));
  });

  it("comes back also when it was refused at last, and when somebody continued and stopped at once", async () => {
    const crm = await withLine();
    crm.server.add("lea", 3);
    const { id } = await crm.office.draft("lea", { ...to("kim"), modules: onlyCrm });
    await crm.office.verify(id);
    crm.line.isCut = true;
    await crm.office.start(id);
    await crm.office.engine.settleAll();
    crm.line.isCut = false;
    crm.server.behave((response) => answerStatus(403)(response, call));
    await crm.office.pass(5 * minute);
    expect(new Set(reasons(await crm.office.items(id)).flat())).toEqual(new Set(["failed", "refused-by-module"]));
    crm.server.behave(null);
    await crm.office.engine.caseHandoffs.proceed(id, "key:lead");
    await crm.office.engine.caseHandoffs.stop(id, "key:lead");
    const items = await undo(crm.office, id);
    expect(owners(crm.server)).toEqual(["lea", "lea", "lea"]);
    expect(reasons(items)).toEqual(Array.from({ length: 3 }, () => ["returned", null]));
  });
});

describe("what somebody continued, and stopped before it was asked for again", () => {
  it("comes back, though it waits like what nobody has asked for", async () => {
    const crm = await withLine();
    const { server, line, office } = crm;
    const id = await unanswered(crm, 20);
    await office.engine.caseHandoffs.proceed(id, "key:lead");
    // While the first eight are asked for, and the others wait.
    line.whenAsked = () => office.engine.caseHandoffs.stop(id, "key:lead");
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "stopped", counts: { crm: { moved: 8, pending: 12 } } });
    line.whenAsked = async () => null;
    await undo(office, id);
    expect(new Set(owners(server))).toEqual(new Set(["lea"]));
    expect(await office.now(id)).toMatchObject({ counts: { crm: { returned: 20 } } });
  });
});

describe("what is still on its way to a system outside when it is undone", () => {
  it("is given the time to arrive before anybody looks where it is, and comes back", async () => {
    const crm = await withLine();
    const { server, office, open } = crm;
    const [isHeld, isLetGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const held = async (url: URL, init: RequestInit) => {
      if (init.method === "POST") isHeld.resolve();
      if (init.method === "POST") await isLetGo.promise;
      return fetch(url, init);
    };
    const caseModules = [fakeCrmModule({ url: server.url, token: null }, { fetch: held, clock: { now: () => 0 } })];
    const slow = await openOffice([], {
      store: { ...open, close: async () => undefined },
      clock: office.clock,
      caseModules,
      processName: "slow",
    });
    server.add("lea", 3);
    const { id } = await office.draft("lea", { ...to("kim"), modules: onlyCrm });
    await office.verify(id);
    server.behave((response) => answerStatus(503)(response, call));
    await office.start(id);
    await office.engine.settleAll();
    server.behave(null);
    office.clock.advance(minute);
    const asking = slow.engine.settleAll();
    await isHeld.promise;
    await office.engine.caseHandoffs.stop(id, "key:lead");
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "undoing" });
    isLetGo.resolve();
    await asking;
    expect(owners(server)).toEqual(["kim", "kim", "kim"]);
    await office.pass(5 * minute);
    expect(await office.now(id)).toMatchObject({ status: "undone", counts: { crm: { returned: 3 } } });
    expect(owners(server)).toEqual(["lea", "lea", "lea"]);
  });
});

describe("what a system outside was asked for and did not move", () => {
  it("is with the subject: that is found out by looking, and nothing is moved there to be taken back", async () => {
    const crm = await withLine();
    crm.server.add("lea", 3);
    const { id } = await crm.office.draft("lea", { ...to("kim"), modules: onlyCrm });
    await crm.office.verify(id);
    crm.server.behave((response) => answerStatus(500)(response, call));
    await crm.office.start(id);
    await crm.office.pass(60 * minute);
    crm.server.behave(null);
    const before = asked(crm.server);
    const items = await undo(crm.office, id);
    expect([asked(crm.server) - before, crm.server.moves]).toEqual([0, []]);
    expect(reasons(items)).toEqual(Array.from({ length: 3 }, () => ["returned", null]));
  });

  it("stays with whom people gave it to meanwhile, even if that is who was to have it", async () => {
    const crm = await withLine();
    crm.server.add("lea", 2);
    const { id } = await crm.office.draft("lea", { ...to("kim"), modules: onlyCrm });
    await crm.office.verify(id);
    crm.server.behave((response) => answerStatus(500)(response, call));
    await crm.office.start(id);
    await crm.office.engine.settleAll();
    await crm.office.engine.caseHandoffs.stop(id, "key:lead");
    crm.server.behave(null);
    change(crm.server, "deal-1", { owner: "kim" });
    const items = await undo(crm.office, id);
    expect([owners(crm.server), crm.server.moves]).toEqual([["kim", "lea"], []]);
    expect(reasons(items)).toEqual([
      ["left-alone", "changed"],
      ["returned", null],
    ]);
  });
});
