import { expect, test } from "vitest";
import { conversationViews } from "../../../src/core/conversation/index-entries.ts";
import { type Commit, type OpenStore, type Store, StoreUnavailableError } from "../../../src/ports/store.ts";
import { testClock } from "../../support/clock.ts";
import { person, startTestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { recordingChannel } from "../../support/recording-channel.ts";

const lead = { agentId: null, role: "admin" } as const;
const starter = {
  ...quietSettings,
  people: { ...quietSettings.people, idleMinutes: null, firstResponse: { holdMinutes: null, reassignMinutes: null } },
};

async function withMany(count: number, hasPresence: boolean) {
  const open = memoryStore();
  const clock = testClock();
  const store = { store: open.store, close: async () => undefined };
  const channel = recordingChannel("main.test", { hasPresence });
  const first = startTestEngine({ store, clock, channel, starter, settings: { botId: null } });
  await first.engine.agents.add(person("robin", { capacity: 1_000, presence: "busy" }));
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const accepted = await first.write(`customer-${index}`, "hello");
    if ("conversationId" in accepted && accepted.conversationId) ids.push(accepted.conversationId);
  }
  const to = { agentId: "robin", byAgentId: null, evenIfAway: false, tellsCustomer: false, idempotency: null };
  await first.engine.people.assignMany({ ...to, conversationIds: ids });
  await first.pass(0);
  const become = (presence: "away" | "busy") =>
    first.engine.people.setPresence("robin", { statusId: null, presence, reason: null }, lead);
  const owned = async () => {
    const all = await Promise.all(ids.map((id) => first.engine.conversations.get(id)));
    return all.flatMap((each) => (each?.control.phase === "human" ? [each.control] : []));
  };
  return { open, first, become, owned, clock, channel };
}

test("everything somebody has waits again when they go, however much it is", async () => {
  const { open, first, become, owned } = await withMany(230, true);
  expect(await owned()).toHaveLength(230);
  await become("away");
  await first.pass(0);
  expect(await owned()).toEqual([]);
  expect((await first.engine.agents.get("robin"))?.holds).toEqual({});
  await first.close();
  await open.close();
});

test("however many there are, each is read about once, and what goes on with it bears a short name", async () => {
  const { open, first, owned, clock, channel } = await withMany(450, false);
  const read: number[] = [];
  const ids: string[] = [];
  const store: Store = {
    ...open.store,
    async query(query) {
      const page = await open.store.query(query);
      if ("view" in query && query.view === conversationViews.byAgent) read.push(page.items.length);
      return page;
    },
    commit(commit) {
      ids.push(...commit.effects.filter(({ lane }) => lane === "people:robin").map(({ id }) => id));
      return open.store.commit(commit);
    },
  };
  const watched = startTestEngine({
    ...{ clock, channel, starter, processName: "b" },
    store: { store, close: async () => undefined },
  });
  for (const presence of ["away", "busy", "away"] as const) {
    read.length = 0;
    await watched.engine.people.setPresence("robin", { statusId: null, presence, reason: null }, lead);
    await watched.engine.settleAll();
    expect(read.reduce((sum, count) => sum + count, 0)).toBe(450);
    const isGone = presence === "away";
    expect((await owned()).filter(({ ownerGone }) => (ownerGone !== null) === isGone)).toHaveLength(450);
  }
  expect(ids.length).toBeGreaterThan(9);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Math.max(...ids.map(({ length }) => length))).toBeLessThan(40);
  await watched.engine.stop();
  await first.close();
  await open.close();
});

/** The store of a process that is gone as soon as so many commits have told conversations of an owner who went. */
function dyingAfter(told: number, { store }: OpenStore): OpenStore {
  let left = told;
  const alive = <Given extends unknown[], Result>(verb: (...given: Given) => Promise<Result>) => {
    return async (...given: Given): Promise<Result> => {
      if (left < 0) throw new StoreUnavailableError("the process is gone");
      return verb(...given);
    };
  };
  const commit = alive((given: Commit) => {
    if (given.feed.some(({ type }) => type === "owner-gone") && --left < 0) throw new StoreUnavailableError("gone");
    return store.commit(given);
  });
  const dying = {
    ...store,
    commit,
    load: alive(store.load),
    takeDue: alive(store.takeDue),
    settle: alive(store.settle),
  };
  return { store: dying, close: async () => undefined };
}

test("a process that dies half-way leaves nobody half-told, even when they are back before another one goes on", async () => {
  const { open, first, become, owned, clock, channel } = await withMany(90, false);
  const dying = startTestEngine({ store: dyingAfter(2, open), clock, channel, starter, processName: "b" });
  await dying.engine.people.setPresence("robin", { statusId: null, presence: "away", reason: null }, lead);
  await dying.engine.settleAll().catch(() => undefined);
  expect((await owned()).filter(({ ownerGone }) => ownerGone !== null)).toHaveLength(40);
  await become("busy");
  await first.pass(2 * 60_000);
  expect((await owned()).filter(({ ownerGone }) => ownerGone !== null)).toEqual([]);
  await dying.engine.stop();
  await first.close();
  await open.close();
});

test("where customers look on, many go back in one commit, and a process that dies in between leaves the rest whole", async () => {
  const { open, first, become, owned, clock, channel } = await withMany(50, true);
  const { store } = open;
  let batches = 0;
  const commit = async (given: Commit) => {
    const isBatch = given.puts.filter(({ kind }) => kind === "conversation").length > 1;
    if (isBatch && ++batches > 1) throw new StoreUnavailableError("gone");
    return store.commit(given);
  };
  const dying = startTestEngine({
    store: { store: { ...store, commit }, close: async () => undefined },
    ...{ clock, channel, starter, settings: { botId: null }, processName: "b", limits: { stopGraceMs: 0 } },
  });
  await dying.engine.people.setPresence("robin", { statusId: null, presence: "away", reason: null }, lead);
  await dying.engine.settleAll().catch(() => undefined);
  const left = await owned();
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(50);
  expect(Object.keys((await first.engine.agents.get("robin"))?.holds ?? {})).toHaveLength(left.length);
  await become("busy");
  await first.pass(2 * 60_000);
  expect(await owned()).toHaveLength(left.length);
  await become("away");
  await first.pass(0);
  expect(await owned()).toEqual([]);
  const toldThatTheyLeft = channel.sent.filter(({ text }) => text.includes("robin"));
  expect(new Set(toldThatTheyLeft.map(({ conversationId }) => conversationId)).size).toBe(50);
  expect(toldThatTheyLeft).toHaveLength(50);
  await dying.engine.stop();
  await first.close();
  await open.close();
});

test("nothing is lost of customers who write at the very moment at which their owner goes", async () => {
  const { open, first, owned, clock, channel } = await withMany(30, true);
  const { store } = open;
  const written: string[] = [];
  const commit = async (given: Commit) => {
    const together = given.puts.filter(({ kind }) => kind === "conversation");
    if (together.length > 1 && written.length === 0) {
      for (const index of [3, 7]) {
        const accepted = await first.write(`customer-${index}`, "hello?", `late-${index}`);
        if ("conversationId" in accepted && accepted.conversationId) written.push(accepted.conversationId);
      }
    }
    return store.commit(given);
  };
  const other = startTestEngine({
    store: { store: { ...store, commit }, close: async () => undefined },
    ...{ clock, channel, starter, settings: { botId: null }, processName: "b" },
  });
  await other.engine.people.setPresence("robin", { statusId: null, presence: "away", reason: null }, lead);
  await other.pass(0);
  expect(written).toHaveLength(2);
  expect(await owned()).toEqual([]);
  for (const id of written) {
    const { items } = await first.engine.conversations.messages(id, { limit: 20, afterSeq: 0 });
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1));
    expect(items.filter(({ author }) => author.type === "customer")).toHaveLength(2);
    expect((await first.engine.conversations.get(id))?.lastSeq).toBe(items.length);
  }
  for (const started of [other, first]) await started.close();
  await open.close();
});
