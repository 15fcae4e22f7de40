import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { adminToken, signed, startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

/** What a real connection does differently from a request in memory. */
let test: TestApp;
let server: Server;
let url: string;

beforeAll(async () => {
  test = startTestApp({ open: memoryStore(), settings: { botId: null } });
  await test.engine.agents.add(person("ada", { presence: "away" }));
  server = serve({ fetch: test.app.fetch, port: 0, hostname: "127.0.0.1" }) as Server;
  await new Promise((resolve) => server.once("listening", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await test.close();
});

it("takes a webhook, and a command without a body", async () => {
  const body = new TextEncoder().encode(JSON.stringify({ type: "message", data: { from: "c", text: "hello" } }));
  const headers = await signed(body, { id: "one", at: test.clock.now() });
  const taken = await fetch(`${url}/webhooks/main.api`, { method: "POST", body, headers });
  expect(taken.status).toBe(200);
  const { conversationId } = await taken.json();

  const key = { name: "Ada's", scopes: ["conversations:write"], agentId: "ada" };
  const { token } = (await test.call("POST", "/api/v1/keys", { body: key })).json;
  for (const type of [{}, { "content-type": "application/json" }]) {
    const claimed = await fetch(`${url}/api/v1/conversations/${conversationId}/claim`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, ...type },
    });
    expect(claimed.status).toBe(200);
  }
});

it("refuses bodies that are too long, whether they say so or not", async () => {
  const headers = { authorization: `Bearer ${adminToken}`, "content-type": "application/json" };
  const long = await fetch(`${url}/api/v1/agents`, { method: "POST", headers, body: "x".repeat(1_000_000) });
  expect(long.status).toBe(413);
  const chunked: RequestInit & { duplex: "half" } = {
    method: "POST",
    body: new ReadableStream({
      start(controller) {
        for (let index = 0; index < 8; index += 1) controller.enqueue(new Uint8Array(64 * 1024));
        controller.close();
      },
    }),
    duplex: "half",
  };
  expect((await fetch(`${url}/webhooks/main.api`, chunked)).status).toBe(413);
});

it("lets go of a feed whose client is gone", async () => {
  const gone = new AbortController();
  const headers = { authorization: `Bearer ${adminToken}` };
  const feed = await fetch(`${url}/api/v1/feed`, { headers, signal: gone.signal });
  const reader = feed.body?.pipeThrough(new TextDecoderStream()).getReader();
  let received = "";
  while (!received.includes("event: start")) received += (await reader?.read())?.value ?? "";
  await expect.poll(() => test.engine.feed.followers).toBe(1);
  gone.abort();
  await expect.poll(() => test.engine.feed.followers).toBe(0);
});
