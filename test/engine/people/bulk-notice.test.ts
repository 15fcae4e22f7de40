import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { plainPreferences } from "../../../src/core/notifications/preferences.ts";
import type { OpenStore, Store } from "../../../src/ports/store.ts";
import { person, startTestEngine, type TestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { notifyingBy, type RecordingNotifier, recordingNotifier } from "../../support/recording-notifier.ts";

let open: OpenStore;
let started: TestEngine;
let email: RecordingNotifier;
let webhook: RecordingNotifier;

beforeEach(async () => {
  open = memoryStore();
  email = recordingNotifier("email");
  webhook = recordingNotifier("webhook");
  const declared = (id: string) => [id, { id, channel: "main.test", address: id, draftId: null }] as const;
  const testIdentities = Object.fromEntries(["tester-0", "tester-1"].map(declared));
  const starter = { ...quietSettings, testIdentities };
  const notifying = notifyingBy([email, webhook]);
  started = startTestEngine({ store: open, notifying, starter, settings: { botId: null } });
  for (const id of ["kim", "lou"]) await add(id);
});
afterEach(() => started.close());

const add = (id: string, capacity = 100) =>
  started.engine.agents.add(person(id, { email: `${id}@shop.example`, presence: "busy", capacity, role: "lead" }));

async function conversations(count: number, from = "customer"): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const accepted = await started.write(`${from}-${index}`, "hello");
    if ("conversationId" in accepted && accepted.conversationId) ids.push(accepted.conversationId);
  }
  await started.pass(0);
  email.delivered.length = 0;
  webhook.delivered.length = 0;
  return ids;
}

async function assign(conversationIds: readonly string[], agentId = "kim", byAgentId: string | null = null) {
  const wanted = { conversationIds, agentId, byAgentId, evenIfAway: false, tellsCustomer: true, idempotency: null };
  const done = await started.engine.people.assignMany(wanted);
  await started.pass(0);
  return done.status === "done" ? done.items.map(({ status }) => status) : [];
}

const mailed = () =>
  email.delivered.map(({ to, words }) => [to.type === "person" ? to.name : "", words.subject] as const);
const links = () => email.delivered.flatMap(({ words }) => words.entries.map(({ link }) => link?.url ?? null));
const posted = () => webhook.delivered.flatMap(({ told }) => told);
const shown = async (agentId: string) => {
  const page = await started.engine.notifications.inbox.list(agentId, { limit: 100, cursor: null, onlyUnread: false });
  return page.items.map(({ told }) => told).filter(({ kind }) => kind.endsWith("-assigned"));
};

describe("whoever gets many conversations at once", () => {
  test("is told once, with their number and by whom", async () => {
    await assign(await conversations(60), "kim", "lou");
    expect(mailed()).toEqual([["kim", "lou has given you 60 conversations"]]);
    expect(await shown("kim")).toMatchObject([{ kind: "conversations-assigned", detail: "60", subjectId: "kim" }]);
    await started.pass(3_600_000);
    expect(await shown("kim")).toHaveLength(1);
  });

  test("is told of one as ever, and of the only one that could be given, with a link to it", async () => {
    const [first = "", second = "", third = ""] = await conversations(3);
    await assign([first]);
    expect(await shown("kim")).toMatchObject([{ kind: "conversation-assigned", conversationId: first, detail: null }]);
    await add("max", 1);
    expect(await assign([second, third], "max", "lou")).toEqual(["done", "refused"]);
    expect(mailed()).toEqual([
      ["kim", "You have a new conversation"],
      ["max", "lou has given you a conversation"],
    ]);
    expect(links().map((url) => url?.split("/").at(-1))).toEqual([first, second]);
    await started.engine.erase((await started.engine.conversations.get(second))?.customerId ?? "");
    const page = await started.engine.notifications.inbox.list("max", { limit: 5, cursor: null, onlyUnread: false });
    expect((await started.engine.notifications.describe("max", page.items)).items.map(({ entry }) => entry)).toEqual([
      null,
    ]);
  });

  test("is told as they have chosen for a single one, unless they have chosen something for many", async () => {
    const ids = await conversations(4);
    const off = { "conversation-assigned": { email: "off" } } as const;
    await started.engine.notifications.preferences.put({ ...plainPreferences("kim"), kinds: off });
    await assign(ids.slice(0, 2));
    expect([mailed(), (await shown("kim")).length]).toEqual([[], 1]);
    const on = { ...off, "conversations-assigned": { email: "on" } } as const;
    await started.engine.notifications.preferences.put({ ...plainPreferences("kim"), kinds: on });
    await assign(ids.slice(2));
    expect(mailed()).toEqual([["kim", "You have 2 new conversations"]]);
  });

  test("is not told of what they took themselves, nor of nothing", async () => {
    const ids = await conversations(3);
    await assign(ids, "kim", "kim");
    await assign(ids, "kim", "lou");
    expect([mailed(), await shown("kim")]).toEqual([[], []]);
  });

  test("hears of everything that is handed over to them as one, and has a note with each", async () => {
    const ids = await conversations(30);
    await assign(ids);
    email.delivered.length = 0;
    const asked = { agentId: "kim", to: { agentId: "lou" }, notes: {}, note: "My shift ends.", byAgentId: "kim" };
    await started.engine.people.handOver({ ...asked, idempotency: null });
    await started.pass(0);
    expect(mailed()).toEqual([["lou", "kim has given you 30 conversations"]]);
    for (const id of ids) {
      const { items } = await started.engine.conversations.messages(id, { limit: 20, afterSeq: 0 });
      expect(items.filter(({ author }) => author.type === "note")).toHaveLength(1);
    }
  });
});

describe("a system of the company's own", () => {
  test("is told of each conversation as if it had been given alone, and of them all", async () => {
    const { create } = started.engine.notifications.endpoints;
    await create({ url: "https://erp.shop.example/single", kinds: ["conversation-assigned"] }, null);
    const [alone = "", ...many] = await conversations(31);
    await assign([alone], "kim", "lou");
    const [single] = posted();
    await create({ url: "https://erp.shop.example/all", kinds: ["conversations-assigned"] }, null);
    await assign(many, "kim", "lou");
    const byId = (one: { readonly subjectId: string }, other: { readonly subjectId: string }) =>
      one.subjectId.localeCompare(other.subjectId);
    const told = posted().filter(({ kind }) => kind === "conversation-assigned");
    const expected = [alone, ...many].map((id) => ({ ...single, conversationId: id, subjectId: id }));
    expect([...told].sort(byId)).toEqual([...expected].sort(byId));
    expect(posted().filter(({ kind }) => kind === "conversations-assigned")).toMatchObject([
      { conversationId: null, subjectId: "kim", actorId: "lou", detail: "30", targets: [{ type: "agent", id: "kim" }] },
    ]);
  });
});

test("of tests nobody is told, and what would have been is kept for each (I16)", async () => {
  await started.engine.notifications.endpoints.create({ url: "https://erp.shop.example/all", kinds: [] }, null);
  await started.engine.agents.add(person("probe", { isTest: true, presence: "busy", capacity: 10 }));
  const ids = await conversations(2, "tester");
  expect(await assign(ids, "probe")).toEqual(["done", "done"]);
  const { items } = await started.engine.captured.list({ limit: 10, cursor: null });
  const assigned = items.filter(({ kind }) => kind.endsWith("-assigned"));
  expect(assigned.map(({ conversationId }) => conversationId).sort()).toEqual([...ids].sort());
  expect([mailed(), posted()]).toEqual([[], []]);
});

/** What one customer's assignment has left in the store, without what is anew each time. */
async function tracesOf(conversationId: string, store: Store) {
  const everything = { limit: 100, afterSeq: 0 };
  const { items: records } = await started.engine.conversations.records(conversationId, everything);
  const { items: messages } = await started.engine.conversations.messages(conversationId, everything);
  const rows = await store.query({ view: "report-handoffs", key: "all", limit: 100, order: "ascending", cursor: null });
  const row = rows.items.flatMap(({ body }) => {
    const each = body as { readonly conversationId: string };
    return each.conversationId === conversationId ? [each] : [];
  });
  const conversation = await started.engine.conversations.get(conversationId);
  return JSON.parse(
    JSON.stringify({ records, messages, row, conversation }).replaceAll(
      new RegExp(`${conversationId}|${conversation?.customerId}|event-\\d+`, "g"),
      "it",
    ),
  );
}

test("what many leave in logs, figures and the feed is what as many single ones would leave", async () => {
  const { store } = open;
  const ids = await conversations(6);
  const [alone = "", ...many] = ids;
  const start = await store.feed({ after: null, limit: 1, waitMs: 0, signal: AbortSignal.timeout(1_000) });
  const assigned = { agentId: "kim", byAgentId: "lou", evenIfAway: false, tellsCustomer: true, jobId: null };
  await started.engine.command(alone, { type: "conversation-assigned", ...assigned }, null);
  await started.pass(0);
  await assign(many, "kim", "lou");
  const [single, ...others] = await Promise.all(ids.map((id) => tracesOf(id, store)));
  expect(single.row).toHaveLength(1);
  expect(single.records.map(({ type }: { readonly type: string }) => type)).toContain("control");
  for (const other of others) expect(other).toEqual(single);
  const options = { after: start.cursor, limit: 500, waitMs: 0, signal: AbortSignal.timeout(1_000) };
  const page = await store.feed(options);
  const entries = page.status === "entries" ? page.entries : [];
  const feedOf = (id: string) =>
    entries.flatMap(({ type, conversationId, data }) =>
      conversationId === id && type !== "notified" ? [{ type, data }] : [],
    );
  expect(feedOf(alone).length).toBeGreaterThan(2);
  for (const id of many) expect(feedOf(id)).toEqual(feedOf(alone));
});
