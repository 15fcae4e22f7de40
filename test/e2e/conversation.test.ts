import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, createClient } from "./client.ts";
import { type Company, startCompany } from "./outside/company.ts";
import { startTwoNodesOnRedis } from "./targets/node-redis.ts";
import { startNodeOnSqlite } from "./targets/node-sqlite.ts";
import type { Target } from "./targets/target.ts";
import { startWorkerd } from "./targets/workerd.ts";

interface ConversationBody {
  readonly id: string;
  readonly phase: string;
  readonly epoch: number;
  readonly agentId: string | null;
  readonly handoff: { readonly reason: string; readonly pendingRequest: { id: string; agentId: string } | null } | null;
}

interface MessageBody {
  readonly author: { readonly type: string; readonly moment?: string };
  readonly content: { readonly text: string };
}

/** What every customer hears first. */
const introduction = "You're chatting with the virtual assistant (an AI). You can ask for a person at any time.";

const places: [string, (company: Company) => Promise<Target>][] = [
  ["Node and SQLite", startNodeOnSqlite],
  ["two Nodes and Redis", startTwoNodesOnRedis],
  ["workerd and a Durable Object", startWorkerd],
];

describe.each(places)("on %s", (_place, start) => {
  let company: Company;
  let target: Target;
  let client: Client;

  beforeAll(async () => {
    company = await startCompany();
    target = await start(company);
    client = createClient(target, company);
  });

  afterAll(async () => {
    await target?.close();
    await company?.close();
  });

  test("is alive and ready", async () => {
    for (const path of ["/live", "/ready"]) {
      for (const origin of target.origins) expect((await fetch(origin + path)).status).toBe(200);
    }
  });

  test("answers a customer through the company's own agent, signed both ways", async () => {
    expect((await client.post("ada", "where is my order?")).status).toBe(200);
    const reply = await company.reply("ada", ({ author }) => author.type === "bot");
    expect(reply.text).toBe(`${introduction}\n\nthe agent heard: where is my order?`);
  });

  test("stores a message once and answers it once, however often it is posted at the same time", async () => {
    const posted = await Promise.all(Array.from({ length: 8 }, () => client.post("bea", "twice?", "the-same-id")));
    expect(posted.map(({ status }) => status)).toEqual(Array(8).fill(200));
    await company.reply("bea", ({ author }) => author.type === "bot");
    await client.post("bea", "and on?");
    await company.reply("bea", ({ text }) => text.includes("and on?"));
    const messages = await transcript(await conversationOf("bea"));
    expect(messages.map(({ content }) => content.text)).toEqual([
      "twice?",
      `${introduction}\n\nthe agent heard: twice?`,
      "and on?",
      "the agent heard: and on?",
    ]);
  });

  test("refuses what is not signed, badly signed or stale, and stores nothing of it", async () => {
    const body = JSON.stringify({ type: "message", data: { from: "eve", text: "let me in" } });
    const good = company.sign("msg_1", body);
    const old = company.sign("msg_2", body, new Date(Date.now() - 3_600_000));
    const early = company.sign("msg_3", body, new Date(Date.now() + 3_600_000));
    const { "webhook-signature": _left, ...unsigned } = good;
    for (const headers of [unsigned, { ...good, "webhook-id": "other" }, old, early]) {
      const response = await fetch(`${target.origins[0]}/webhooks/main.api`, { method: "POST", body, headers });
      expect(response.status).toBe(401);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
    }
    const found = await client.api<{ items: unknown[] }>("GET", "/search?q=let");
    expect(found.body.items).toEqual([]);
  });

  test("rings a person, hands over and back, and the bot is silent in between", async () => {
    const feed = await client.follow();
    await client.api("POST", "/agents", { id: "robin", name: "Robin", presence: "available", capacity: 3 });
    await client.post("cleo", "I want to talk to a human");
    const offered = await feed.next(({ type }) => type === "request-offered");
    expect(offered.data.agentId).toBe("robin");
    const id = offered.conversationId ?? "";
    expect((await company.reply("cleo", ({ author }) => author.type === "system")).text).toContain("connecting you");

    const requestId = String(offered.data.requestId);
    const accepted = await client.api("POST", `/conversations/${id}/requests/${requestId}/accept`, {
      agentId: "robin",
    });
    expect(accepted.status).toBe(200);
    await company.reply("cleo", ({ text }) => text.includes("Robin has joined"));
    await client.api("POST", `/conversations/${id}/replies`, { agentId: "robin", text: "Robin here, how can I help?" });
    expect((await company.reply("cleo", ({ author }) => author.type === "agent")).author.name).toBe("Robin");

    const turns = company.turns;
    await client.post("cleo", "it is about my bill");
    await feed.next(
      ({ type, data, conversationId }) =>
        conversationId === id && type === "message-added" && data.author === "customer",
    );
    expect((await client.api<ConversationBody>("GET", `/conversations/${id}`)).body.phase).toBe("human");
    expect(company.turns).toBe(turns);

    await client.api("POST", `/conversations/${id}/hand-back`, { agentId: "robin", note: "refunded" });
    await client.post("cleo", "one more thing");
    await company.reply("cleo", ({ text }) => text === "the agent heard: one more thing");
    feed.close();

    const records = await client.api<{ items: { type: string; to?: string; epoch: number }[] }>(
      "GET",
      `/conversations/${id}/records`,
    );
    const controls = records.body.items.filter(({ type }) => type === "control");
    expect(controls.map(({ to }) => to)).toEqual(["bot", "queue", "human", "bot"]);
    expect(controls.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
  });

  test("gives a conversation to one of two agents who claim it at once", async () => {
    await client.api("POST", "/agents", { id: "kim", name: "Kim" });
    await client.post("dora", "hello");
    await company.reply("dora", ({ author }) => author.type === "bot");
    const id = await conversationOf("dora");
    const claims = await Promise.all(
      ["robin", "kim"].map((agentId) => client.api("POST", `/conversations/${id}/claim`, { agentId })),
    );
    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test.each(["please break", "that is beyond you"])("brings a person when the agent cannot go on: %s", async (text) => {
    const from = `customer who says ${text}`;
    await client.post(from, text);
    const reply = await company.reply(from, () => true);
    expect(reply.author.type).toBe("system");
    expect(reply.text).toContain("connecting you");
    expect(company.replies.filter(({ to }) => to === from)).toHaveLength(1);
  });

  test("tells a client that comes back what it missed, in order", async () => {
    const before = await client.follow();
    await client.post("finn", "one");
    const last = await before.next(({ type, data }) => type === "message-added" && data.author === "customer");
    before.close();
    await company.reply("finn", ({ author }) => author.type === "bot");
    const after = await client.follow(last.id);
    const missed = await after.next(({ type }) => type === "message-added");
    expect(missed).toMatchObject({ conversationId: last.conversationId, data: { author: "bot" } });
    after.close();
  });

  async function conversationOf(from: string): Promise<string> {
    const reply = await company.reply(from, () => true);
    return reply.id.slice(0, reply.id.lastIndexOf(".m"));
  }

  async function transcript(id: string): Promise<readonly MessageBody[]> {
    return (await client.api<{ items: MessageBody[] }>("GET", `/conversations/${id}/messages`)).body.items;
  }
});
