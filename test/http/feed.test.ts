import { afterEach, beforeEach, expect, it } from "vitest";
import { adminToken, startTestApp, type TestApp } from "../support/app.ts";
import { testClock } from "../support/clock.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

interface Event {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly conversationId: string | null; readonly data: Record<string, unknown> };
}

const canary = "canary-7f3a";
const sleeps: { ms: number; end: () => void }[] = [];
let test: TestApp;
let clients: Client[] = [];

beforeEach(() => {
  sleeps.length = 0;
  const sleep = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      sleeps.push({ ms, end: resolve });
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  test = startTestApp({ open: memoryStore(), clock: { ...testClock(), sleep } });
});
afterEach(async () => {
  for (const client of clients) await client.leave();
  clients = [];
  await test.close();
});

it("begins with where it is, and tells by ids alone what happens from then on", async () => {
  const client = await connect();
  expect(await client.next()).toMatchObject({ event: "start", id: expect.any(String) });
  const { json } = await test.write(canary);
  const events = [await client.next(), await client.next()];
  expect(events.map(({ event }) => event).sort()).toEqual(["control-changed", "message-added"]);
  expect(events[0]?.data.conversationId).toBe(json.conversationId);
  expect(client.received()).not.toContain(canary);
});

it.each(["Last-Event-ID", "after"])(
  "resumes after the last id seen, by %s, without a gap or a repetition",
  async (by) => {
    const resume = (id: string) => (by === "after" ? connect(`?after=${encodeURIComponent(id)}`) : connect("", id));
    const first = await connect();
    const start = await first.next();
    await test.write("one");
    await test.write("two", { from: "customer-2" });
    const seen = [await first.next(), await first.next(), await first.next()];
    await first.leave();
    await test.settle();

    const [whole, rest] = [await resume(start.id), await resume(seen[2]?.id ?? "")];
    const { json } = await test.write("three", { from: "customer-3" });
    await test.settle();
    const all = await untilConversation(whole, json.conversationId);
    expect(all.slice(0, 3)).toEqual(seen);
    expect(await untilConversation(rest, json.conversationId)).toEqual(all.slice(3));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  },
);

it.each(["nonsense", "0", "ümlaut"])("says reset to the cursor %j, and goes on", async (cursor) => {
  const client = await connect(`?after=${encodeURIComponent(cursor)}`);
  expect(await client.next()).toMatchObject({ event: "reset", id: expect.any(String) });
  const { json } = await test.write("hello");
  expect((await client.next()).data.conversationId).toBe(json.conversationId);
});

it("writes times as everything else does", async () => {
  await test.engine.agents.add(person("robin"));
  const client = await connect();
  await client.next();
  await test.write("I want to talk to a human");
  await test.settle();
  for (let event = await client.next(); ; event = await client.next()) {
    const numbers = Object.values(event.data.data).filter((value) => typeof value === "number");
    expect(numbers.filter((value) => value > 1e11)).toEqual([]);
    if (event.event !== "request-offered") continue;
    expect(event.data.data.expiresAt).toMatch(/^2026-11-21T\d\d:\d\d:\d\d\.000Z$/);
    break;
  }
});

it("shows every 15 seconds that it is alive", async () => {
  const client = await connect();
  await client.next();
  const reading = client.next();
  sleeps.find(({ ms }) => ms === 15_000)?.end();
  await client.until(": alive");
  await test.write("hello");
  expect((await reading).event).not.toBe("start");
});

it("ends, and is forgotten, when the client goes", async () => {
  const client = await connect();
  await client.next();
  const reading = client.next().catch(() => "ended");
  await test.write("hello");
  await reading;
  expect(test.engine.feed.followers).toBe(1);
  await client.leave();
  await test.write("once more");
  await expect.poll(() => test.engine.feed.followers).toBe(0);
});

it("ends for everybody when the engine stops", async () => {
  const client = await connect();
  await client.next();
  const reading = client.next();
  await test.engine.stop();
  await expect(reading).rejects.toThrow("ended");
});

async function untilConversation(client: Client, conversationId: string): Promise<readonly Event[]> {
  const events: Event[] = [];
  while (events.at(-1)?.data.conversationId !== conversationId) events.push(await client.next());
  return events;
}

it("ends for an agent at the moment they leave, and for nobody else", async () => {
  for (const id of ["lee", "kim"]) await test.engine.agents.add(person(id));
  const keyOf = (agentId: string) =>
    test.call("POST", "/api/v1/keys", { body: { name: "Console", scopes: ["feed:read"], agentId } });
  const [lee, kim] = [(await keyOf("lee")).json.token, (await keyOf("kim")).json.token];
  const [leaver, colleague] = [await connect("", undefined, lee), await connect("", undefined, kim)];
  await Promise.all([leaver.next(), colleague.next()]);
  await test.engine.agents.change("lee", { leftAt: test.clock.now() });
  await test.write("Where is my parcel?");
  await expect(leaver.next()).rejects.toThrow("The feed has ended.");
  expect(await colleague.next()).toMatchObject({ event: "agent-changed", data: { data: { agentId: "lee" } } });
});

it("tells an agent nothing of what their key may not read where it belongs", async () => {
  for (const id of ["kim", "lee"]) await test.engine.agents.add(person(id));
  await test.engine.agents.add(person("hedy", { role: "lead" }));
  const [kim, hedy] = [await connectAs("kim"), await connectAs("hedy")];
  await Promise.all([kim.next(), hedy.next()]);
  const about = await test.call("POST", "/api/v1/case-handoffs", { body: { subjectId: "lee" } });
  expect(about.status, about.text).toBe(200);
  const dueAt = new Date(test.clock.now() + 3_600_000).toISOString();
  for (const ownerId of ["lee", "kim"]) {
    const made = await test.call("POST", "/api/v1/tasks", { body: { title: "Call back", dueAt, ownerId } });
    expect(made.status, made.text).toBe(200);
  }
  expect(await kim.next()).toMatchObject({ event: "task-changed", data: { data: { ownerId: "kim" } } });
  const heard = [await hedy.next(), await hedy.next(), await hedy.next()];
  expect(heard.map(({ event }) => event)).toEqual(["case-handoff-changed", "task-changed", "task-changed"]);
});

it("says no more to whoever was a lead and is one no longer", async () => {
  await test.engine.agents.add(person("kim", { role: "lead" }));
  const kim = await connectAs("kim");
  await kim.next();
  await test.engine.agents.change("kim", { role: "agent" });
  await test.call("POST", "/api/v1/settings/drafts", { body: { name: "Plans", changes: {} } });
  await test.write("hello");
  const events = [await kim.next(), await kim.next()];
  expect(events.map(({ event }) => event)).not.toContain("settings-draft-changed");
});

it.each([null, "kim"])("ends when its key, bound to %s, is revoked: with the next entry, or soon", async (agentId) => {
  await test.engine.agents.add(person("kim"));
  const body = { name: "Lost", scopes: ["feed:read"], agentId };
  const lost = (await test.call("POST", "/api/v1/keys", { body })).json;
  const [busy, quiet] = [await connect("", undefined, lost.token), await connect("", undefined, lost.token)];
  await Promise.all([busy.next(), quiet.next()]);
  const [told, silent] = [busy, quiet].map((line) => expect(line.next()).rejects.toThrow("The feed has ended."));
  await expect.poll(() => test.engine.feed.followers).toBe(2);
  await test.call("DELETE", `/api/v1/keys/${lost.id}`);
  sleeps.findLast(({ ms }) => ms === 10_000)?.end();
  await silent;
  test.clock.advance(2_000);
  await test.write("Where is my parcel?");
  await told;
});

async function connectAs(agentId: string): Promise<Client> {
  const body = { name: agentId, scopes: ["feed:read"], agentId };
  return connect("", undefined, (await test.call("POST", "/api/v1/keys", { body })).json.token);
}

interface Client {
  next(): Promise<Event>;
  /** Reads on until this was received. */
  until(text: string): Promise<void>;
  received(): string;
  leave(): Promise<void>;
}

async function connect(query = "", lastEventId?: string, token = adminToken): Promise<Client> {
  const gone = new AbortController();
  const headers = new Headers({ authorization: `Bearer ${token}` });
  if (lastEventId !== undefined) headers.set("last-event-id", lastEventId);
  const response = await test.app.request(`/api/v1/feed${query}`, { headers, signal: gone.signal });
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error("The feed has no body.");
  let all = "";
  let at = 0;
  let wake: (() => void)[] = [];
  let isOver = false;
  const reading = (async () => {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      all += chunk.value;
      for (const resolve of wake.splice(0)) resolve();
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      isOver = true;
      for (const resolve of wake) resolve();
      wake = [];
    });
  const more = () => new Promise<void>((resolve) => (isOver ? resolve() : wake.push(resolve)));
  const client: Client = {
    async next() {
      for (;;) {
        const end = all.indexOf("\n\n", at);
        if (end < 0) {
          if (isOver) throw new Error("The feed has ended.");
          await more();
          continue;
        }
        const block = all.slice(at, end);
        at = end + 2;
        const fields = Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s)));
        if (fields.event) return { id: fields.id, event: fields.event, data: JSON.parse(fields.data) };
      }
    },
    async until(text) {
      while (!all.includes(text) && !isOver) await more();
      expect(all).toContain(text);
    },
    received: () => all,
    async leave() {
      gone.abort();
      await reader.cancel();
      await reading;
    },
  };
  clients.push(client);
  return client;
}
