import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../support/app.ts";
import { memoryStore } from "../support/memory-store.ts";
import { recordingChannel } from "../support/recording-channel.ts";

const brittle = recordingChannel("main.brittle");
const spans: { name: string; attributes: Record<string, string> }[] = [];
let test: TestApp;

beforeEach(() => {
  spans.length = 0;
  const trace = {
    span<T>(name: string, attributes: Record<string, string>, work: () => Promise<T>): Promise<T> {
      spans.push({ name, attributes });
      return work();
    },
  };
  test = startTestApp({ open: memoryStore(), moreChannels: [brittle], trace });
});
afterEach(() => test.close());

it("shows what failed for good, and sends it again", async () => {
  brittle.answers.push({ status: "failed", error: "no such number" });
  await test.engine.accept(brittle.id, {
    type: "message",
    eventId: "one",
    fingerprint: "one",
    sentAt: null,
    address: "c",
    name: null,
    locale: null,
    participant: null,
    properties: {},
    content: { type: "text", text: "hello" },
  });
  await test.settle();
  const { json } = await test.call("GET", "/api/v1/dead-letters");
  expect(json.items).toMatchObject([{ type: "message-send", seq: 2, error: "no such number" }]);
  const retried = await test.call("POST", `/api/v1/dead-letters/${json.items[0].id}/retry`);
  expect([retried.status, retried.json]).toEqual([200, { id: json.items[0].id }]);
  await test.settle();
  expect(brittle.sent).toHaveLength(1);
  expect((await test.call("GET", "/api/v1/dead-letters")).json.items).toEqual([]);
});

describe("what operators see", () => {
  it("is ready, or why not", async () => {
    expect((await test.call("GET", "/live", { token: null })).json).toEqual({ status: "live", version: "0.0.0-test" });
    test.stop();
    const ready = await test.call("GET", "/ready", { token: null });
    expect([ready.status, ready.json.detail]).toEqual([503, "Not ready: the process is stopping."]);
  });

  it("counts requests by pattern, never by id", async () => {
    const { json } = await test.write("hello");
    await test.call("GET", `/api/v1/conversations/${json.conversationId}?secret=1`);
    await test.call("GET", "/some/where/else");
    const { text, headers } = await test.call("GET", "/metrics");
    expect(headers.get("content-type")).toContain("text/plain");
    expect(text).toContain('baton_http_requests_total{method="GET",route="/api/v1/conversations/:id",status="200"} 1');
    expect(text).toContain('baton_http_requests_total{method="POST",route="/webhooks/:channelId",status="200"} 1');
    expect(text).toContain('baton_http_requests_total{method="GET",route="unmatched",status="404"} 1');
    expect(text).toContain("baton_http_request_duration_seconds_count");
    expect(text).not.toContain(json.conversationId);
  });

  it("logs one line a request: pattern and status, no query", async () => {
    const answer = await test.call("GET", "/api/v1/search?q=secret-word");
    await test.call("GET", "/api/v1/conversations/con_none");
    const lines = test.log.filter(({ event }) => event === "request");
    expect(lines.map(({ level, fields }) => [level, fields.method, fields.route, fields.status])).toEqual([
      ["info", "GET", "/api/v1/search", 200],
      ["info", "GET", "/api/v1/conversations/:id", 404],
    ]);
    expect(Object.keys(lines[0]?.fields ?? {}).sort()).toEqual(["method", "ms", "requestId", "route", "status"]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(JSON.stringify(test.log)).not.toContain("secret-word");
  });

  it("traces requests by pattern", async () => {
    await test.write("hello");
    expect(spans).toEqual([
      {
        name: "POST /webhooks/:channelId",
        attributes: { "http.request.method": "POST", "http.route": "/webhooks/:channelId" },
      },
    ]);
  });

  it("gives a fault's id and nothing of its message", async () => {
    test.app.declared.set("GET /broken", "public");
    test.app.router.get("/broken", () => {
      throw new Error("a customer wrote canary-7f3a");
    });
    const answer = await test.call("GET", "/broken");
    expect([answer.status, answer.json.code]).toEqual([500, "internal"]);
    const line = test.log.find(({ event }) => event === "request-failed");
    expect(line?.fields.requestId).toBe(answer.json.instance);
    expect(`${answer.text}${JSON.stringify(test.log)}`).not.toContain("canary-7f3a");
  });
});
