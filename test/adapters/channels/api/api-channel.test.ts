import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { apiChannel, readApiChannelConfig } from "../../../../adapters/channels/api/index.ts";
import { outboundMessage as outboundSchema } from "../../../../src/protocol/channel-api.ts";
import { offer, outboundMessage } from "../../../contracts/channel/under-test.ts";
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
    const full = {
      ...data,
      name: " Ada\nLovelace ",
      locale: "de_AT",
      sentAt: "2026-11-20T10:00:00+01:00",
      participant: "kim@example.org",
      reference: "crm-7",
      properties: { plan: "gold", account_tier: "3" },
    };
    expect(await receive({ type: "message", timestamp: "2026-11-20T09:30:00Z", data: full })).toEqual({
      status: "verified",
      events: [
        {
          type: "message",
          eventId: "evt-1",
          fingerprint: expect.any(String),
          sentAt: Date.parse("2026-11-20T09:00:00Z"),
          address: "customer-42",
          participant: "kim@example.org",
          reference: "crm-7",
          name: "Ada Lovelace",
          locale: "de-AT",
          properties: {
            plan: { value: "gold", isTrusted: true },
            account_tier: { value: "3", isTrusted: true },
          },
          content: { type: "text", text: "hello" },
        },
      ],
    });
  });

  test("needs no more than who and what", async () => {
    const bare = { sentAt: null, name: null, locale: null, participant: null };
    const unset = { ...bare, choice: null, attachment: null, properties: null };
    expect(await receive({ type: "message", data })).toMatchObject({ events: [{ ...bare, properties: {} }] });
    expect(await receive({ type: "message", data: { ...data, ...unset } })).toMatchObject({ events: [bare] });
    expect(await receive({ type: "message", data: { ...data, name: " ", locale: "not a tag" } })).toMatchObject({
      events: [bare],
    });
  });

  test("takes the envelope's time when it has none of its own", async () => {
    const received = await receive({ type: "message", timestamp: "2026-11-20T09:30:00Z", data });
    expect(received).toMatchObject({ events: [{ sentAt: Date.parse("2026-11-20T09:30:00Z") }] });
  });

  test("is the customer's own when the sender names them as the participant, too", async () => {
    expect(await receive({ type: "message", data: { ...data, participant: data.from } })).toMatchObject({
      events: [{ address: data.from, participant: null }],
    });
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
    ["nothing in it", { text: undefined }, "data.text: is required without a choice or an attachment."],
    ["an unknown choice", { choice: "robot" }, "data.choice: must be one of person, bot, wait-here,"],
    ["an attachment of no kind", { attachment: {} }, "data.attachment.kind: must be one of audio, image, video,"],
    ["an attachment of an unknown kind", { attachment: { kind: "hologram" } }, "data.attachment.kind: must be one of"],
    [
      "a choice and an attachment",
      { text: undefined, choice: "person", attachment: { kind: "image" } },
      "data.choice: must not come together with an attachment.",
    ],
    [
      "two captions",
      { attachment: { kind: "image", caption: "my screen" } },
      "data.attachment.caption: must be left out where data.text holds the words.",
    ],
    ["a long file name", { attachment: { kind: "file", name: "x".repeat(256) } }, "data.attachment.name: must be at"],
    ["a long caption", { attachment: { kind: "file", caption: "x".repeat(16_001) } }, "data.attachment.caption: must"],
    ["an empty participant", { participant: "" }, "data.participant: must be at least 1 characters."],
    ["a blank reference", { reference: " " }, "data.reference: must not begin or end with blanks"],
    ["properties as a list", { properties: ["gold"] }, "data.properties: must be record."],
    ["a number as property", { properties: { age: 42 } }, "data.properties.age: must be string."],
    ["a long property", { properties: { plan: "x".repeat(201) } }, "data.properties.plan: must be at most 200"],
    ["a property's name in capitals", { properties: { Plan: "x" } }, "data.properties: must be named with a-z"],
    ["a sentence as a property's name", { properties: { "my plan": "x" } }, "data.properties: must be named with a-z"],
    ["a property that every object has", { properties: { constructor: "x" } }, "data.properties: must be named with"],
    ["a long property's name", { properties: { ["x".repeat(41)]: "x" } }, "data.properties: must be named with a-z"],
    [
      "many properties",
      { properties: Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`p${index}`, "x"])) },
      "data.properties: must hold at most 20 properties.",
    ],
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

describe("what is not only words", () => {
  const contentOf = async (data: object) => {
    const received = await receive({ type: "message", data: { from: "customer-42", ...data } });
    if (received.status !== "verified") return received;
    const [event] = received.events;
    return event?.type === "message" ? event.content : event;
  };

  test("a pressed button is a choice, with its words or with words of ours", async () => {
    expect(await contentOf({ choice: "person", text: "Ja, bitte" })).toEqual({
      type: "choice",
      choice: "person",
      text: "Ja, bitte",
    });
    for (const choice of ["person", "bot"]) {
      for (const text of [undefined, null, " "]) {
        const content = await contentOf({ choice, text });
        expect(content).toEqual({ type: "choice", choice, text: expect.stringMatching(/\w/) });
      }
    }
  });

  test.each(["audio", "image", "video", "file", "location", "contact", "other"])(
    "a message can be: %s",
    async (kind) => {
      const bare = { type: "attachment", kind, name: null, caption: null };
      expect(await contentOf({ attachment: { kind } })).toEqual(bare);
      expect(await contentOf({ text: "", attachment: { kind, name: " ", caption: " " } })).toEqual(bare);
    },
  );

  test("an attachment has its name and its caption, wherever the words came", async () => {
    const content = { type: "attachment", kind: "image", name: "screen.png", caption: "what is this?" };
    const attachment = { kind: "image", name: "screen.png" };
    expect(await contentOf({ attachment: { ...attachment, caption: "what is this?" } })).toEqual(content);
    expect(await contentOf({ attachment, text: "what is this?" })).toEqual(content);
  });

  test("names lose what could make them look like something else", async () => {
    const content = await contentOf({ attachment: { kind: "file", name: "invoice\u202efdp.\r\nexe\u0007" } });
    expect(content).toMatchObject({ name: "invoicefdp. exe" });
    const named = await receive({ type: "message", data: { from: "c", text: "hi", name: "\u2066Ada\u2069\tL" } });
    expect(named).toMatchObject({ events: [{ name: "Ada L" }] });
    const arabic = "\u200fمرحبا";
    expect(await contentOf({ attachment: { kind: "file", name: arabic } })).toMatchObject({ name: arabic });
  });

  test("property values are one line, and their names are never quoted when they are wrong", async () => {
    const data = { from: "c", text: "hi", properties: { plan: " gold\n plus\u202e " } };
    expect(await receive({ type: "message", data })).toMatchObject({
      events: [{ properties: { plan: { value: "gold plus", isTrusted: true } } }],
    });
    const refused = await receive({ type: "message", data: { ...data, properties: { "Max Zebrafink": "x" } } });
    expect(refused).toMatchObject({ status: "refused", code: "invalid" });
    expect(JSON.stringify(refused)).not.toContain("Zebrafink");
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
      choices: [],
      locale: "en",
    },
  });
});

test("posts the answers to choose from, so that the company's page can show buttons", async () => {
  const subject = await makeSubject();
  expect(subject.channel.capabilities.hasButtons).toBe(true);
  await subject.channel.send(offer, new AbortController().signal);
  const [call] = subject.outside.calls;
  await subject.close();
  const { data } = outboundSchema.parse(JSON.parse(call?.body.toString() ?? ""));
  expect(data.choices).toEqual([
    { id: "person", label: "Yes, please" },
    { id: "bot", label: "Not now" },
  ]);
});

describe("its settings", () => {
  const read = (environment: Record<string, string>) => readApiChannelConfig(environment, "shop.api");
  const url = "https://shop.example/baton?key=abc";

  test("are complete with a secret and a URL", () => {
    const result = read({ API_SECRET: `${otherSecretText} ${secretText}`, API_REPLY_URL: url });
    expect(result).toMatchObject({ status: "configured", config: { id: "shop.api", replyUrl: url } });
    expect(result.status === "configured" && result.config.secrets).toHaveLength(2);
  });

  test("say whether customers look on, which they do not by themselves", () => {
    const presence = (value: string | undefined) => {
      const result = read({ API_SECRET: secretText, API_REPLY_URL: url, ...(value ? { API_PRESENCE: value } : {}) });
      if (result.status !== "configured") return result;
      return apiChannel(result.config, { fetch, clock: { now: () => now } }).capabilities.hasPresence;
    };
    expect([undefined, "no", "yes", " Yes "].map(presence)).toEqual([false, false, true, true]);
  });

  test("are absent when nothing is set", () => {
    expect(read({})).toEqual({ status: "absent" });
    expect(read({ API_SECRET: " ", API_REPLY_URL: "" })).toEqual({ status: "absent" });
    expect(read({ API_PRESENCE: "no" })).toEqual({ status: "absent" });
  });

  test.each([
    [{ API_REPLY_URL: url }, ["API_SECRET"]],
    [{ API_SECRET: secretText }, ["API_REPLY_URL"]],
    [{ API_SECRET: "hunter2", API_REPLY_URL: "shop.example/abc" }, ["API_SECRET", "API_REPLY_URL"]],
    [{ API_SECRET: secretText, API_REPLY_URL: "ftp://shop.example/abc" }, ["API_REPLY_URL"]],
    [{ API_SECRET: secretText, API_REPLY_URL: url, API_PRESENCE: "abc" }, ["API_PRESENCE"]],
    [{ API_SECRET: secretText, API_REPLY_URL: "https://me:abc@shop.example" }, ["API_REPLY_URL"]],
  ])("name every variable that is wrong, and no value: %o", (environment, variables) => {
    const result = read(environment as Record<string, string>);
    if (result.status !== "invalid") throw new Error("Expected problems.");
    expect(result.problems.map(({ variable }) => variable)).toEqual(variables);
    for (const { variable, problem } of result.problems) expect(problem).toMatch(new RegExp(`^${variable} `));
    expect(JSON.stringify(result)).not.toMatch(/hunter2|abc|MfKQ/);
  });
});
