import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { channelId, post, read, signed, startTestApp, type TestApp } from "../support/app.ts";
import { memoryStore } from "../support/memory-store.ts";

const canary = "canary-7f3a";
const minute = 60_000;
let test: TestApp;

beforeEach(() => {
  test = startTestApp({ open: memoryStore() });
});
afterEach(() => test.close());

describe("a webhook", () => {
  it("is accepted once it is stored", async () => {
    const answer = await test.write("hello", { name: "Ada" });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ status: "accepted" });
    expect(await stored()).toEqual(["hello"]);
  });

  it("is answered as a duplicate and stored once when it is repeated", async () => {
    const first = await test.write("hello", { id: "one" });
    test.clock.advance(minute);
    const again = await test.write("hello", { id: "one" });
    expect(again.status).toBe(200);
    expect(again.json).toEqual({ status: "duplicate", conversationId: first.json.conversationId });
    expect(await stored()).toEqual(["hello"]);
  });

  it("is stored once when its repetitions come at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => test.write("hello", { id: "one" })));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(answers.filter(({ json }) => json.status === "accepted")).toHaveLength(1);
    expect(await stored()).toEqual(["hello"]);
  });

  it("is a clash when the same id comes with another content", async () => {
    await test.write("hello", { id: "one" });
    const other = await test.write("another", { id: "one" });
    expect(other.status).toBe(409);
    expect(other.json.code).toBe("clash");
    expect(await stored()).toEqual(["hello"]);
  });

  it("may have fields that nobody knows", async () => {
    const answer = await send({ type: "message", version: 9, data: { from: "c", text: "hi", mood: { deep: [1] } } });
    expect(answer.status).toBe(200);
    expect(await stored()).toEqual(["hi"]);
  });

  it("is kept and shown when it is verified and not understood", async () => {
    const nobodys = await send({ type: "typing", data: {} });
    const reason = 'no type of an event is called "typing"';
    expect([nobodys.status, nobodys.json]).toEqual([200, { status: "ignored", conversationId: null, reason }]);
    const status = await send({ type: "delivery", data: { messageId: "con_x.m1", status: "lost".repeat(99) } });
    expect(status.json.reason).toMatch(/^no status of a delivery is called "(lost){15}…"$/);
    const { json } = await test.call("GET", "/api/v1/unsupported-events");
    expect(json.items).toHaveLength(2);
    expect(json.items[1]).toMatchObject({ channelId, raw: expect.stringContaining("typing") });

    const somebodys = await send({ type: "sticker", data: { from: "c" } });
    expect([somebodys.status, somebodys.json.status]).toEqual([200, "accepted"]);
    const messages = await test.call("GET", `/api/v1/conversations/${somebodys.json.conversationId}/messages`);
    expect(messages.json.items[0].content).toMatchObject({
      type: "unsupported",
      raw: expect.stringContaining("sticker"),
    });
  });

  it("may be a pressed button, which is answered like a word", async () => {
    const { json } = await send({ type: "message", data: { from: "c", choice: "person" } });
    await test.settle();
    const conversation = `/api/v1/conversations/${json.conversationId}`;
    expect((await test.call("GET", conversation)).json).toMatchObject({
      phase: "queue",
      handoff: { reason: "person-button", evidence: [{ signal: "person-button", messageSeq: 1 }] },
    });
    const messages = await test.call("GET", `${conversation}/messages`);
    expect(messages.json.items[0].content).toEqual({ type: "choice", choice: "person", text: "Talk to a person" });
  });

  it("may be something that is no text: the customer is asked, with buttons, and can press one", async () => {
    const attachment = { kind: "audio", name: "voice\u0000.ogg" };
    const { json } = await send({ type: "message", data: { from: "c", attachment } });
    await test.settle();
    const conversation = `/api/v1/conversations/${json.conversationId}`;
    const [heard, offered] = (await test.call("GET", `${conversation}/messages`)).json.items;
    expect(heard.content).toEqual({ type: "attachment", kind: "audio", name: "voice .ogg", caption: null });
    expect(offered.content).toMatchObject({ type: "offer", choices: [{ id: "person" }, { id: "bot" }] });
    const { text, choices } = offered.content;
    expect(test.delivered).toMatchObject([{ to: "c", text, choices }]);
    expect((await test.call("GET", conversation)).json).toMatchObject({
      phase: "bot",
      offer: { messageSeq: 2, isOpen: true },
    });
    await send({ type: "message", data: { from: "c", choice: "bot", text: choices[1].label } });
    expect((await test.call("GET", conversation)).json).toMatchObject({ phase: "bot", offer: { isOpen: false } });
    await send({ type: "message", data: { from: "c", choice: "person", text: choices[0].label } });
    expect((await test.call("GET", conversation)).json.phase).toBe("queue");
  });

  it("brings what the company knows of the customer, and later it brings more", async () => {
    const first = await send({
      type: "message",
      data: { from: "c", text: "hi", properties: { plan: "gold", age: "7" } },
    });
    await send({ type: "message", data: { from: "c", text: "hi again", properties: { plan: "silver" } } });
    const { json } = await test.call("GET", `/api/v1/conversations/${first.json.conversationId}`);
    expect(json.properties).toEqual({
      plan: { value: "silver", isTrusted: true },
      age: { value: "7", isTrusted: true },
    });
  });

  it("reports what became of a message of ours, also of one that we do not know", async () => {
    const { json } = await test.write("hello");
    await test.settle();
    const reported = await send({
      type: "delivery",
      data: { messageId: `${json.conversationId}.m2`, status: "delivered" },
    });
    expect(reported.json.status).toBe("accepted");
    const messages = await test.call("GET", `/api/v1/conversations/${json.conversationId}/messages`);
    expect(messages.json.items[1].delivery.status).toBe("delivered");
    const unknown = await send({ type: "delivery", data: { messageId: "con_x.m1", status: "read" } });
    expect(unknown.status).toBe(200);
    expect(unknown.json.status).toBe("unknown-message");
  });
});

describe("a webhook that is refused", () => {
  const message = { type: "message", data: { from: "c", text: canary } };
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;

  const cases: readonly [string, number, string, () => Promise<Response>][] = [
    ["unsigned", 401, "unsigned", () => post(test.app, bytes(message), {})],
    [
      "badly signed",
      401,
      "bad-signature",
      async () => post(test.app, bytes(message), { ...(await sign(message)), "webhook-signature": "v1,AAAA" }),
    ],
    ["signed too long ago", 401, "stale", async () => post(test.app, bytes(message), await sign(message, -6 * minute))],
    ["signed in the future", 401, "stale", async () => post(test.app, bytes(message), await sign(message, 6 * minute))],
    [
      "altered by one byte",
      401,
      "bad-signature",
      async () => post(test.app, altered(bytes(message)), await sign(message)),
    ],
    [
      "for an unknown channel",
      404,
      "unknown-channel",
      async () => post(test.app, bytes(message), await sign(message), "main.nobody"),
    ],
    ["not JSON", 400, "not-json", () => sendRaw(`{"type":"message","data":{"text":"${canary}`)],
    ["not UTF-8", 400, "not-json", () => sendRaw(new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]))],
    [
      "of wrong types",
      422,
      "invalid",
      () => sendRaw(JSON.stringify({ type: "message", data: { from: [canary], text: 7 } })),
    ],
    [
      "nested deeply",
      422,
      "invalid",
      () => sendRaw(`{"type":"message","data":{"from":"c","text":"${canary}","x":${deep}}}`),
    ],
    [
      "with lone surrogates",
      422,
      "invalid",
      () => sendRaw(`{"type":"message","data":{"from":"c","text":"${canary} \\ud800"}}`),
    ],
    [
      "ten megabytes long",
      413,
      "too-large",
      () => sendRaw(JSON.stringify({ type: "message", data: { from: "c", text: canary.repeat(950_000) } })),
    ],
    ["a GET", 401, "unsigned", async () => test.app.request(`/webhooks/${channelId}?echo=${canary}`)],
  ];

  it.each(cases)("%s", async (_name, status, code, request) => {
    const answer = await read(await request());
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.json).toMatchObject({ status, type: `/docs#problem-${code}`, title: expect.any(String) });
    expect(answer.json.detail.length).toBeGreaterThan(10);
    expect(answer.text).not.toContain(canary);
    await expectNothingStored();
    expect(test.log.length).toBeGreaterThan(0);
    expect(JSON.stringify(test.log)).not.toContain(canary);
  });

  it("a repetition outside of the window, though it was accepted inside", async () => {
    const body = bytes(message);
    const headers = await sign(message);
    expect((await post(test.app, body, headers)).status).toBe(200);
    test.clock.advance(6 * minute);
    const answer = await read(await post(test.app, body, headers));
    expect([answer.status, answer.json.code]).toEqual([401, "stale"]);
    expect(await stored()).toEqual([canary]);
  });

  it("is not read further than the limit when it does not say how long it is", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const answer = await read(await post(test.app, endless, {}));
    expect(answer.status).toBe(413);
    expect(pulled).toBeLessThan(8);
    await expectNothingStored();
  });

  it("is too large when it is longer than it says", async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(300 * 1024));
        controller.close();
      },
    });
    const answer = await read(await post(test.app, body, { "content-length": "10" }));
    expect(answer.status).toBe(413);
    await expectNothingStored();
  });
});

describe("a webhook that cannot be taken now", () => {
  it("gets 503 while the process stops", async () => {
    test.stop();
    const answer = await test.write("hello");
    expect([answer.status, answer.json.code, answer.headers.get("retry-after")]).toEqual([503, "stopping", "5"]);
    await expectNothingStored();
  });

  it("gets 503 when too much is waiting", async () => {
    const full = startTestApp({ open: memoryStore(), limits: { maxWaiting: 0 } });
    const answer = await full.write("hello");
    expect([answer.status, answer.json.code]).toEqual([503, "overloaded"]);
    await full.close();
  });
});

it("logs nothing that a customer wrote, in any of this", async () => {
  await test.write(`I want a human, ${canary}`, { from: `${canary}@example.org`, name: canary });
  await test.settle();
  await test.call("GET", `/api/v1/search?q=${canary}`);
  expect(test.log.filter(({ event }) => event === "request")).toHaveLength(2);
  expect(JSON.stringify(test.log)).not.toContain(canary);
});

async function send(value: unknown) {
  return read(await sendRaw(JSON.stringify(value)));
}

let count = 0;
async function sendRaw(raw: string | Uint8Array): Promise<Response> {
  const body = typeof raw === "string" ? new TextEncoder().encode(raw) : raw;
  count += 1;
  return post(test.app, body, await signed(body, { id: `raw-${count}`, at: test.clock.now() }));
}

function sign(value: unknown, skewMs = 0): Promise<Record<string, string>> {
  return signed(bytes(value), { id: "signed", at: test.clock.now() + skewMs });
}

function bytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function altered(body: Uint8Array): Uint8Array {
  const copy = body.slice();
  copy[copy.length - 5] = (copy[copy.length - 5] ?? 0) ^ 1;
  return copy;
}

async function stored(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const phase of ["bot", "queue", "human", "closed"] as const) {
    const { items } = await test.engine.conversations.listByPhase(phase, { limit: 100, cursor: null });
    for (const { id } of items) {
      const messages = await test.engine.conversations.messages(id, { limit: 100, afterSeq: 0 });
      for (const { author, content } of messages.items) {
        if (author.type === "customer" && content.type === "text") found.push(content.text);
      }
    }
  }
  return found;
}

async function expectNothingStored(): Promise<void> {
  expect(await stored()).toEqual([]);
  const unsupported = await test.engine.conversations.unsupportedEvents({ limit: 10, cursor: null });
  expect(unsupported.items).toEqual([]);
}
