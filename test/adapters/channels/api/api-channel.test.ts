import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { readApiChannelConfig } from "../../../../adapters/channels/api/index.ts";
import { outboundMessage as outboundSchema } from "../../../../src/protocol/channel-api.ts";
import { outboundMessage } from "../../../contracts/channel/under-test.ts";
import { channelContract } from "../../../contracts/channel.ts";
import { otherSecretText, secretText } from "../../kit/secrets.ts";
import { encode, inbound, makeSubject, now } from "./subject.ts";

channelContract("The API channel", makeSubject);

async function receive(body: unknown) {
  const subject = await makeSubject();
  try {
    return await subject.channel.receive(await inbound({ text: "", key: "evt-1", rawBody: encode(body) }));
  } finally {
    await subject.close();
  }
}

describe("a message", () => {
  const data = { from: "customer-42", text: "hello" };

  test("carries everything that was said about it", async () => {
    const full = { ...data, name: " Ada\nLovelace ", locale: "de_AT", sentAt: "2026-11-20T10:00:00+01:00" };
    expect(await receive({ type: "message", timestamp: "2026-11-20T09:30:00Z", data: full })).toEqual({
      status: "verified",
      events: [
        {
          type: "message",
          eventId: "evt-1",
          fingerprint: expect.any(String),
          sentAt: Date.parse("2026-11-20T09:00:00Z"),
          address: "customer-42",
          name: "Ada Lovelace",
          locale: "de-AT",
          content: { type: "text", text: "hello" },
        },
      ],
    });
  });

  test("needs no more than who and what", async () => {
    const bare = { sentAt: null, name: null, locale: null };
    expect(await receive({ type: "message", data })).toMatchObject({ events: [bare] });
    expect(await receive({ type: "message", data: { ...data, ...bare } })).toMatchObject({ events: [bare] });
    expect(await receive({ type: "message", data: { ...data, name: " ", locale: "not a tag" } })).toMatchObject({
      events: [bare],
    });
  });

  test("takes the envelope's time when it has none of its own", async () => {
    const received = await receive({ type: "message", timestamp: "2026-11-20T09:30:00Z", data });
    expect(received).toMatchObject({ events: [{ sentAt: Date.parse("2026-11-20T09:30:00Z") }] });
  });

  test("loses NUL and keeps every other character", async () => {
    const text = "a\0b\n\t👋🏽 عربي ";
    expect(await receive({ type: "message", data: { ...data, text } })).toMatchObject({
      events: [{ content: { text: "ab\n\t👋🏽 عربي " } }],
    });
  });

  test.each([
    ["no data", { type: "message" }, "data: must be object."],
    ["no type", { data }, "type: must be string."],
    ["a list", [], "body: must be object."],
    ["a number as text", { text: 42 }, "data.text: must be string."],
    ["blank text", { text: " \0\n " }, "data.text: must not be blank."],
    ["long text", { text: "x".repeat(16_001) }, "data.text: must be at most 16000 characters."],
    ["half a surrogate pair in the text", { text: "x\ud83d" }, "data.text: must be well-formed Unicode"],
    ["no sender", { from: undefined }, "data.from: must be string."],
    ["an empty sender", { from: "" }, "data.from: must be at least 1 characters."],
    ["a long sender", { from: "x".repeat(201) }, "data.from: must be at most 200 characters."],
    ["a line break in the sender", { from: "a\nb" }, "data.from: must not hold control characters."],
    ["blanks around the sender", { from: "42 " }, "data.from: must not begin or end with blanks."],
    ["half a surrogate pair in the sender", { from: "\udc4b" }, "data.from: must be well-formed Unicode"],
    ["a time without a zone", { sentAt: "2026-11-20T10:00:00" }, "data.sentAt: must have the format datetime."],
    ["a number as time", { sentAt: 1_795_000_000 }, "data.sentAt: must be string."],
    ["a list as name", { name: [] }, "data.name: must be string."],
  ])("is refused with %s", async (_name, change, detail) => {
    const body =
      Array.isArray(change) || "data" in change || "type" in change ? change : { data: { ...data, ...change } };
    const typed = Array.isArray(body) || _name === "no type" ? body : { type: "message", ...body };
    expect(await receive(typed)).toEqual({
      status: "refused",
      code: "invalid",
      detail: expect.stringContaining(detail),
    });
  });
});

describe("a delivery", () => {
  test("tells what became of a message", async () => {
    const data = { messageId: "shop_c1.m7", status: "failed", detail: "mailbox full" };
    expect(await receive({ type: "delivery", data })).toMatchObject({
      events: [{ type: "delivery", eventId: "evt-1", ...data }],
    });
    expect(await receive({ type: "delivery", data: { ...data, detail: null, status: "read" } })).toMatchObject({
      events: [{ status: "read", detail: null }],
    });
  });

  test("with an unknown status is kept, with a wrong type refused", async () => {
    const data = { messageId: "shop_c1.m7", status: "bounced" };
    expect(await receive({ type: "delivery", data })).toMatchObject({
      events: [{ type: "unsupported", address: null }],
    });
    expect(await receive({ type: "delivery", data: { ...data, messageId: 7 } })).toMatchObject({
      status: "refused",
      detail: "data.messageId: must be string.",
    });
  });
});

describe("an unknown type", () => {
  test("is shown with its sender, when there is a usable one", async () => {
    const kept = async (from: unknown) => {
      const received = await receive({ type: "reaction", data: { from, emoji: "👍" } });
      return received.status === "verified" ? received.events[0] : received;
    };
    expect(await kept("customer-42")).toMatchObject({ type: "unsupported", address: "customer-42", eventId: "evt-1" });
    for (const from of ["", 42, null, "a\nb"]) expect(await kept(from)).toMatchObject({ address: null });
    expect(await receive({ type: "ping" })).toMatchObject({ events: [{ raw: '{"type":"ping"}', address: null }] });
  });
});

test("refuses another method", async () => {
  const subject = await makeSubject();
  const request = { ...(await inbound({ text: "hi", key: "evt-1" })), method: "GET" };
  expect(await subject.channel.receive(request)).toMatchObject({ status: "refused", code: "unsigned" });
  await subject.close();
});

test("posts what the protocol says, signed so that the official library accepts it", async () => {
  const subject = await makeSubject();
  await subject.channel.send(outboundMessage, new AbortController().signal);
  const [call] = subject.outside.calls;
  await subject.close();
  expect(call).toMatchObject({ method: "POST", headers: { "content-type": "application/json" } });
  const text = call?.body.toString() ?? "";
  const signature = new Webhook(secretText).sign(outboundMessage.id, new Date(now), text);
  expect(call?.headers).toMatchObject({ "webhook-id": "shop_c1.m7", "webhook-signature": signature });
  expect(outboundSchema.parse(JSON.parse(text))).toEqual({
    type: "message",
    timestamp: new Date(outboundMessage.at).toISOString(),
    data: {
      id: "shop_c1.m7",
      conversationId: "shop_c1",
      to: "customer-42",
      author: { type: "agent", name: "Mara" },
      text: outboundMessage.text,
      locale: "en",
    },
  });
});

describe("its settings", () => {
  const read = (environment: Record<string, string>) => readApiChannelConfig(environment, "shop.api");
  const url = "https://shop.example/baton?key=abc";

  test("are complete with a secret and a URL", () => {
    const result = read({ API_SECRET: `${otherSecretText} ${secretText}`, API_REPLY_URL: url });
    expect(result).toMatchObject({ status: "configured", config: { id: "shop.api", replyUrl: url } });
    expect(result.status === "configured" && result.config.secrets).toHaveLength(2);
  });

  test("are absent when nothing is set", () => {
    expect(read({})).toEqual({ status: "absent" });
    expect(read({ API_SECRET: " ", API_REPLY_URL: "" })).toEqual({ status: "absent" });
  });

  test.each([
    [{ API_REPLY_URL: url }, ["API_SECRET"]],
    [{ API_SECRET: secretText }, ["API_REPLY_URL"]],
    [{ API_SECRET: "hunter2", API_REPLY_URL: "shop.example/abc" }, ["API_SECRET", "API_REPLY_URL"]],
    [{ API_SECRET: secretText, API_REPLY_URL: "ftp://shop.example/abc" }, ["API_REPLY_URL"]],
    [{ API_SECRET: secretText, API_REPLY_URL: "https://me:abc@shop.example" }, ["API_REPLY_URL"]],
  ])("name every variable that is wrong, and no value: %o", (environment, variables) => {
    const result = read(environment as Record<string, string>);
    if (result.status !== "invalid") throw new Error("Expected problems.");
    expect(result.problems.map(({ variable }) => variable)).toEqual(variables);
    for (const { variable, problem } of result.problems) expect(problem).toMatch(new RegExp(`^${variable} `));
    expect(JSON.stringify(result)).not.toMatch(/hunter2|abc|MfKQ/);
  });
});
