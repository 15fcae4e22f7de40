import { afterEach, describe, expect, it } from "vitest";
import { fakeCrmModule } from "../../../adapters/modules/fake-crm/index.ts";
import { totals } from "../../../src/core/casehandoff/counts.ts";
import type { Store } from "../../../src/ports/store.ts";
import { answerStatus } from "../../adapters/kit/outside-server.ts";
import { type CrmServer, openCrmServer } from "../../adapters/modules/fake-crm/crm-server.ts";
import { testClock } from "../../support/clock.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { openOffice, staff } from "./office.ts";

const servers: CrmServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

async function withCrm(through: Fetch = (url, init) => fetch(url, init)) {
  const server = await openCrmServer();
  servers.push(server);
  const tools = { fetch: through, clock: { now: () => 0 } };
  const caseModules = [fakeCrmModule({ url: server.url, token: null }, tools)];
  const office = await openOffice([staff("lea"), staff("kim"), staff("eva")], { caseModules });
  return { server, office };
}

const byModule = {
  method: "by-module",
  modules: {
    conversations: { isEnabled: true, target: { type: "employee", id: "kim" } },
    crm: { isEnabled: true, target: { type: "employee", id: "eva" } },
    memberships: { isEnabled: false, target: null },
  },
} as const;

const call = { method: "POST", path: "/", headers: {}, body: Buffer.alloc(0) };

describe("a module outside", () => {
  it("is moved in the same case handoff, to somebody else than the conversations, and comes back with it", async () => {
    const { server, office } = await withCrm();
    const ids = await office.give("lea", 3);
    server.add("lea", 120);
    server.add("lea", 30, "lead");
    const preview = await office.engine.caseHandoffs.preview("lea");
    expect(preview?.modules.map(({ id, count }) => [id, count])).toEqual([
      ["conversations", 3],
      ["memberships", 1],
      ["crm", 150],
    ]);
    const { id, counts } = await office.run("lea", byModule);
    expect(totals(counts)).toMatchObject({ moved: 153, failed: 0 });
    expect(await office.owners(ids)).toEqual(["kim", "kim", "kim"]);
    expect(new Set([...server.deals.values()].map(({ owner }) => owner))).toEqual(new Set(["eva"]));
    const changed = server.deals.get("deal-7");
    if (changed) changed.version += 1;
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    expect([...server.deals.values()].filter(({ owner }) => owner !== "lea").map((deal) => deal.id)).toEqual([
      "deal-7",
    ]);
  });

  it("is asked again when it does not answer, moves nothing twice, and holds up nothing else", async () => {
    const { server, office } = await withCrm();
    const ids = await office.give("lea", 2);
    server.add("lea", 5);
    const { id } = await office.draft("lea", byModule);
    await office.verify(id);
    server.behave((response) => answerStatus(503)(response, call));
    await office.start(id);
    await office.engine.settleAll();
    expect(await office.owners(ids)).toEqual(["kim", "kim"]);
    expect(await office.now(id)).toMatchObject({ status: "running" });
    server.behave(null);
    server.loseNextAnswer();
    await office.pass(10 * 60_000);
    expect(await office.now(id)).toMatchObject({ status: "completed" });
    expect(server.moves).toHaveLength(5);
  });

  it("that stays away fails item by item with a reason, and is tried again when the lead says so", async () => {
    const { server, office } = await withCrm();
    server.add("lea", 3);
    const { id } = await office.draft("lea", byModule);
    await office.verify(id);
    server.behave((response) => answerStatus(503)(response, call));
    await office.start(id);
    await office.pass(60 * 60_000);
    expect(await office.now(id)).toMatchObject({ status: "completed-with-errors" });
    const failed = (await office.items(id)).filter(({ status }) => status === "failed");
    expect(failed.map(({ reason }) => reason)).toEqual(["unreachable", "unreachable", "unreachable"]);
    server.behave(null);
    await office.engine.caseHandoffs.proceed(id, "key:lead");
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "completed" });
    expect(server.moves).toHaveLength(3);
  });

  it("loses and repeats nothing when the process dies after it was moved and before that was marked", async () => {
    const server = await openCrmServer();
    servers.push(server);
    const tools = { fetch: (url: URL, init: RequestInit) => fetch(url, init), clock: { now: () => 0 } };
    const caseModules = [fakeCrmModule({ url: server.url, token: null }, tools)];
    const [open, clock] = [memoryStore(), testClock()];
    const office = await openOffice([staff("lea"), staff("eva")], { store: open, clock, caseModules });
    server.add("lea", 20);
    const { id } = await office.draft("lea", byModule);
    await office.verify(id);
    await office.start(id);
    let isDead = false;
    const dead = () => new Promise<never>(() => undefined);
    const store: Store = {
      ...open.store,
      async commit(commit) {
        isDead ||= server.moves.length > 0 && commit.puts.some(({ kind }) => kind === "case-item");
        return isDead ? dead() : open.store.commit(commit);
      },
    };
    const dying = { store, close: async () => undefined };
    const first = await openOffice([], { store: dying, clock, caseModules, processName: "first", dies: true });
    void first.engine.settleAll();
    while (!isDead) await new Promise((resolve) => setImmediate(resolve));
    expect(totals((await office.now(id)).counts)).toMatchObject({ moved: 0, pending: 20 });
    expect(server.moves.length).toBeGreaterThan(0);
    clock.advance(60_000);
    await office.engine.settleAll();
    expect(totals((await office.now(id)).counts)).toMatchObject({ moved: 20, pending: 0 });
    expect(server.moves).toHaveLength(20);
  });

  describe("that has moved something for a process that died, when somebody stopped it then", () => {
    /** Eight of twenty are asked for at once, and nobody hears the answers. */
    async function stoppedAfterDeath({ arrives = true } = {}) {
      const server = await openCrmServer();
      servers.push(server);
      const tools = { fetch: (url: URL, init: RequestInit) => fetch(url, init), clock: { now: () => 0 } };
      const caseModules = [fakeCrmModule({ url: server.url, token: null }, tools)];
      const [open, clock] = [memoryStore(), testClock()];
      const office = await openOffice([staff("lea"), staff("eva")], { store: open, clock, caseModules });
      server.add("lea", 20);
      const { id } = await office.draft("lea", byModule);
      await office.verify(id);
      await office.start(id);
      const died = Promise.withResolvers<void>();
      const commit: Store["commit"] = (commit) => {
        if (!commit.puts.some(({ kind }) => kind === "case-item")) return open.store.commit(commit);
        died.resolve();
        return new Promise<never>(() => undefined);
      };
      const dying = { store: { ...open.store, commit }, close: async () => undefined };
      const first = await openOffice([], { store: dying, clock, caseModules, processName: "first", dies: true });
      if (!arrives) server.behave((response) => answerStatus(503)(response, call));
      void first.engine.settleAll();
      await died.promise;
      server.behave(null);
      await office.engine.caseHandoffs.stop(id, "key:lead");
      expect(server.moves).toHaveLength(arrives ? 8 : 0);
      expect(totals((await office.now(id)).counts)).toMatchObject({ pending: 20 });
      const owners = () => [...server.deals.values()].map(({ owner }) => owner);
      return { server, office, id, owners, undo: { by: "key:lead", isForced: false } };
    }

    it("undoing finds that out and takes it back, and touches nothing else", async () => {
      const { server, office, id, owners, undo } = await stoppedAfterDeath();
      await office.engine.caseHandoffs.undo(id, undo);
      await office.pass(10 * 60_000);
      expect(await office.now(id)).toMatchObject({ status: "undone", counts: { crm: { returned: 8, pending: 12 } } });
      expect(owners()).toEqual(Array.from({ length: 20 }, () => "lea"));
      // Eight there and eight back: what was never asked for was not asked for now.
      expect(server.moves).toHaveLength(16);
    });

    it("undoing moves nothing there to find out that nothing had moved", async () => {
      const { server, office, id, undo } = await stoppedAfterDeath({ arrives: false });
      await office.engine.caseHandoffs.undo(id, undo);
      await office.pass(10 * 60_000);
      expect(await office.now(id)).toMatchObject({ status: "undone", counts: { crm: { returned: 8, pending: 12 } } });
      expect(server.moves).toEqual([]);
    });

    it("also when whoever has got it works here no more, or has changed it since", async () => {
      const { server, office, id, owners, undo } = await stoppedAfterDeath();
      await office.engine.agents.change("eva", { leftAt: office.clock.now(), teamIds: [] });
      const changed = [...server.deals.values()].find(({ owner }) => owner === "eva");
      if (changed) changed.version += 1;
      await office.engine.caseHandoffs.undo(id, undo);
      await office.pass(10 * 60_000);
      const counts = { crm: { returned: 7, "left-alone": 1, pending: 12 } };
      expect(await office.now(id)).toMatchObject({ status: "undone", counts });
      expect(owners().filter((owner) => owner !== "lea")).toEqual(["eva"]);
    });

    it("also when undoing was stopped at once and continued", async () => {
      const { office, id, owners, undo } = await stoppedAfterDeath();
      await office.engine.caseHandoffs.undo(id, undo);
      await office.engine.caseHandoffs.stop(id, "key:lead");
      await office.engine.caseHandoffs.proceed(id, "key:lead");
      await office.pass(10 * 60_000);
      expect(await office.now(id)).toMatchObject({ status: "undone", counts: { crm: { returned: 8, pending: 12 } } });
      expect(new Set(owners())).toEqual(new Set(["lea"]));
    });

    it("continuing finds that out, and moves nothing twice", async () => {
      const { server, office, id } = await stoppedAfterDeath();
      await office.engine.caseHandoffs.proceed(id, "key:lead");
      await office.pass(60_000);
      expect(await office.now(id)).toMatchObject({ status: "completed", counts: { crm: { moved: 20, pending: 0 } } });
      expect(server.moves).toHaveLength(20);
    });

    it("and it does not answer: undoing asks until it does, and goes on with what is its own meanwhile", async () => {
      const { server, office, id, owners, undo } = await stoppedAfterDeath();
      server.behave((response) => answerStatus(503)(response, call));
      await office.engine.caseHandoffs.undo(id, undo);
      await office.pass(60_000);
      expect(await office.now(id)).toMatchObject({ status: "undoing" });
      server.behave(null);
      await office.pass(10 * 60_000);
      expect(await office.now(id)).toMatchObject({ status: "undone", counts: { crm: { returned: 8 } } });
      expect(new Set(owners())).toEqual(new Set(["lea"]));
    });

    it("and nobody continued: what it was asked for is named apart from what nobody has asked for", async () => {
      const { office, id } = await stoppedAfterDeath();
      office.clock.advance(90 * 24 * 3_600_000);
      await office.engine.settleAll();
      expect(await office.now(id)).toMatchObject({ status: "completed-with-errors" });
      const reasons = (await office.items(id)).map(({ reason }) => reason);
      expect(reasons.filter((reason) => reason === "no-answer")).toHaveLength(8);
      expect(reasons.filter((reason) => reason === "never-continued")).toHaveLength(12);
    });

    it("and nobody went on with undoing it: what may still be with others is named", async () => {
      const { server, office, id, undo } = await stoppedAfterDeath();
      server.behave((response) => answerStatus(503)(response, call));
      await office.engine.caseHandoffs.undo(id, undo);
      await office.engine.settleAll();
      await office.engine.caseHandoffs.stop(id, "key:lead");
      office.clock.advance(90 * 24 * 3_600_000);
      await office.engine.settleAll();
      expect(await office.now(id)).toMatchObject({ status: "undone", counts: { crm: { failed: 8, pending: 12 } } });
      const failed = (await office.items(id)).filter(({ status }) => status === "failed");
      expect(new Set(failed.map(({ reason }) => reason))).toEqual(new Set(["no-answer"]));
    });
  });

  it("that has moved something while somebody stopped it: that is known, and undoing takes it back", async () => {
    const stopped = Promise.withResolvers<void>();
    const { server, office } = await withCrm(async (url, init) => {
      const response = await fetch(url, init);
      if (server.moves.length > 0) await stopped.promise;
      return response;
    });
    server.add("lea", 3);
    const { id } = await office.draft("lea", byModule);
    await office.verify(id);
    await office.start(id);
    const stopping = (async () => {
      while (server.moves.length < 3) await new Promise((resolve) => setImmediate(resolve));
      const { status } = await office.engine.caseHandoffs.stop(id, "key:other");
      const counts = totals((await office.now(id)).counts);
      stopped.resolve();
      return { status, counts };
    })();
    const [, seen] = await Promise.all([office.engine.settleAll(), stopping]);
    expect(seen).toMatchObject({ status: "changed", counts: { moved: 0, pending: 3 } });
    expect(await office.now(id)).toMatchObject({ status: "stopped" });
    expect(totals((await office.now(id)).counts)).toMatchObject({ moved: 3, pending: 0 });
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "undone", counts: { crm: { returned: 3, pending: 0 } } });
    expect([...server.deals.values()].map(({ owner }) => owner)).toEqual(["lea", "lea", "lea"]);
  });

  it("that cannot be read refuses the verification, by name, and can be left out", async () => {
    const { server, office } = await withCrm();
    server.behave((response) => answerStatus(503)(response, call));
    const { id } = await office.draft("lea", byModule);
    expect(await office.engine.caseHandoffs.verify(id, "key:lead")).toMatchObject({
      status: "problems",
      problems: [{ path: "modules.crm", code: "unreachable" }],
    });
    const modules = { ...byModule.modules, crm: { isEnabled: false, target: null } };
    await office.engine.caseHandoffs.edit(id, { modules }, { by: "key:lead", revision: null });
    expect(await office.verify(id)).toMatchObject({ status: "verified" });
  });
});
