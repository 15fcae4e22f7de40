import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readWebhookBotConfig, webhookBot } from "../../../../adapters/bots/webhook/index.ts";
import { readLines } from "../../../../adapters/bots/webhook/read-lines.ts";
import { renderTurn } from "../../../../adapters/bots/webhook/render.ts";
import type { BotError } from "../../../../src/ports/bot.ts";
import { botTurn } from "../../../../src/protocol/bot-webhook.ts";
import { collect, handedBackTurn, turnWith } from "../../../contracts/bot/under-test.ts";
import { botContract } from "../../../contracts/bot.ts";
import {
  type Answer,
  answerJson,
  answerStatus,
  hangUp,
  neverAnswer,
  type OutsideServer,
  openOutsideServer,
} from "../../kit/outside-server.ts";
import { otherSecretText, secretText, webhookSecret } from "../../kit/secrets.ts";

const now = 1_795_000_000_000;
const question = "where is my order";

function botAt(url: string) {
  const limits = { idleTimeoutMs: 600, maxAnswerBytes: 10_000 };
  const config = { id: "agent", url, secrets: [webhookSecret(secretText)], ...limits };
  return webhookBot(config, { fetch, clock: { now: () => now } });
}

/** Repeats the customer's words: the worst an agent can do with an injection. */
const parrot: Answer = (response, { body }) => {
  const turn = botTurn.parse(JSON.parse(body.toString()));
  answerJson({ text: `You said: ${turn.data.messages.at(-1)?.text}` })(response, {
    headers: {},
    body,
    method: "",
    path: "",
  });
};

function lines(...values: unknown[]): Answer {
  return (response) => {
    response.writeHead(200, { "content-type": "application/x-ndjson; charset=utf-8" });
    response.end(values.map((value) => `${typeof value === "string" ? value : JSON.stringify(value)}\n`).join(""));
  };
}

const streamingParrot: Answer = (response, { body }) => {
  const turn = botTurn.parse(JSON.parse(body.toString()));
  const words = `You said: ${turn.data.messages.at(-1)?.text}`.match(/.{1,7}/gs) ?? [];
  const deltas = words.map((text) => ({ type: "delta", text }));
  lines(...deltas, { type: "answer" })(response, { headers: {}, body, method: "", path: "" });
};

const handoff = { type: "handoff", reason: "refund" };

function subjectWith(answer: Answer) {
  return async () => {
    const outside = await openOutsideServer();
    outside.answerWith(answer);
    const failing = (name: string, failureAnswer: Answer, failure: BotError["failure"], retryable: boolean) => ({
      name,
      arrange: () => outside.answerWith(failureAnswer),
      failure,
      retryable,
    });
    return {
      bot: botAt(outside.url),
      question,
      failures: [
        failing("429", answerStatus(429), "overload", true),
        failing("503", answerStatus(503), "overload", true),
        failing("500", answerStatus(500), "error", true),
        failing("504", answerStatus(504), "time-out", true),
        failing("404", answerStatus(404), "error", false),
        failing("302", answerStatus(302), "error", false),
        failing("cut connection", hangUp, "error", true),
        failing("silence", neverAnswer, "time-out", true),
        failing("nothing", answerStatus(200), "malformed", false),
        failing("not JSON", (response) => response.end(question), "malformed", false),
        failing("wrong types", answerJson({ text: 42 }), "malformed", false),
        failing("unknown proposal", answerJson({ proposals: [{ type: "close", reason: "x" }] }), "malformed", false),
        failing("confidence over 1", answerJson({ text: "x", confidence: 2 }), "malformed", false),
        failing("a note that is no text", answerJson({ proposals: [{ ...handoff, note: 1 }] }), "malformed", false),
        failing("intents that are no names", answerJson({ text: "x", intents: [{ name: "a" }] }), "malformed", false),
        failing("half a surrogate pair", answerJson({ text: "x\ud83d" }), "malformed", false),
        failing("too large", answerJson({ text: "x".repeat(10_001) }), "malformed", false),
        failing("empty object", answerJson({}), "empty", false),
        failing("blank text", answerJson({ text: " \n" }), "empty", false),
        failing("a stream without an answer", lines({ type: "delta", text: "I " }), "error", true),
        failing("an unreadable line", lines({ type: "delta", text: "I " }, question), "malformed", false),
        failing("an unknown line", lines({ type: "thought", text: question }), "malformed", false),
        failing("an empty stream", lines({ type: "answer" }), "empty", false),
        failing(
          "another text at the end",
          lines({ type: "delta", text: "a" }, { type: "answer", text: "b" }),
          "malformed",
          false,
        ),
        failing(
          "an endless stream",
          lines(...Array(400).fill({ type: "delta", text: "a long delta" })),
          "malformed",
          false,
        ),
      ],
      cannot: { refusal: "an agent that refuses says so in a text or proposes a person" },
      hang: () => outside.answerWith(neverAnswer),
      secrets: [secretText],
      close: outside.close,
    };
  };
}

botContract("The webhook bot, answered at once,", subjectWith(parrot));
botContract("The webhook bot, answered in a stream,", subjectWith(streamingParrot));

describe("the webhook bot", () => {
  let outside: OutsideServer;
  beforeEach(async () => {
    outside = await openOutsideServer();
  });
  afterEach(() => outside.close());
  const reply = (signal = new AbortController().signal) => botAt(outside.url).reply(turnWith(question), signal);

  test("posts the turn as the protocol says, signed so that the official library accepts it", async () => {
    outside.answerWith(answerJson({ text: "Hello!" }));
    await collect(reply());
    const [call] = outside.calls;
    const text = call?.body.toString() ?? "";
    expect(call?.headers).toMatchObject({
      "webhook-id": "turn-1",
      "webhook-signature": new Webhook(secretText).sign("turn-1", new Date(now), text),
      "content-type": "application/json",
    });
    const { data } = botTurn.parse(JSON.parse(text));
    expect(data).toMatchObject({ id: "turn-1", conversationId: "shop_c1", channelId: "shop.api", locale: "en" });
    expect(data.messages.at(-1)).toEqual({
      id: "shop_c1.m3",
      at: new Date(now + 2_000).toISOString(),
      author: "customer",
      text: question,
    });
  });

  test("posts that a person gave the conversation back, and what they wrote for the bot", async () => {
    outside.answerWith(answerJson({ text: "Hello again!" }));
    const note = "Refunded. Only the address is open.";
    await collect(botAt(outside.url).reply(handedBackTurn(question, note), new AbortController().signal));
    const { data } = botTurn.parse(JSON.parse(outside.calls[0]?.body.toString() ?? ""));
    expect(data.handedBack).toEqual({ at: new Date(now + 5_000).toISOString(), note });
    expect(data.messages.map(({ author }) => author)).toEqual([
      "customer",
      "bot",
      "customer",
      "bot",
      "agent",
      "customer",
    ]);
    expect(
      botTurn.parse(JSON.parse(new TextDecoder().decode(renderTurn(turnWith(question))))).data.handedBack,
    ).toBeNull();
  });

  test("takes proposals, intents, cost and its own judgement along, and ignores fields it does not know", async () => {
    const whole = {
      proposals: [{ ...handoff, note: "Paid twice." }],
      topicSupported: false,
      confidence: 0.2,
      intents: ["refund"],
      usage: {
        model: "ours",
        inputTokens: 7,
        outputTokens: 3,
        cacheReadTokens: 1,
        cacheWriteTokens: 0,
        costMicros: 12,
      },
    };
    outside.answerWith(answerJson({ ...whole, text: null, mood: "fine" }));
    expect((await collect(reply())).answer).toEqual({ ...whole, text: null });
    outside.answerWith(lines({ type: "delta", text: "One moment." }, { type: "answer", ...whole, extra: 1 }));
    expect((await collect(reply())).answer).toEqual({ ...whole, text: "One moment." });
  });

  test("is content with an agent that says none of the optional things", async () => {
    outside.answerWith(answerJson({ proposals: [handoff] }));
    expect((await collect(reply())).answer).toEqual({
      text: null,
      proposals: [{ ...handoff, note: null }],
      topicSupported: null,
      confidence: null,
      intents: [],
      usage: null,
    });
    outside.answerWith(answerJson({ text: "Hi", usage: { model: "ours", inputTokens: 7, outputTokens: 3 } }));
    const counted = { model: "ours", inputTokens: 7, outputTokens: 3, cacheReadTokens: 0, cacheWriteTokens: 0 };
    expect((await collect(reply())).answer.usage).toEqual({ ...counted, costMicros: null });
  });

  test("does not lose an answer over a bill it cannot read", async () => {
    outside.answerWith(answerJson({ text: "Hi", usage: { tokens: 7 } }));
    expect((await collect(reply())).answer).toMatchObject({ text: "Hi", usage: null });
  });

  test("gives a delta on before the next one comes", async () => {
    const next = Promise.withResolvers<void>();
    outside.answerWith((response) => {
      response.writeHead(200, { "content-type": "application/x-ndjson" });
      response.write('{"type":"delta","text":"Hel"}\n');
      void next.promise.then(() => response.end('{"type":"delta","text":"lo"}\r\n\n{"type":"answer","text":"Hello"}'));
    });
    const stream = reply();
    expect(await stream.next()).toEqual({ done: false, value: "Hel" });
    next.resolve();
    expect(await stream.next()).toEqual({ done: false, value: "lo" });
    expect(await stream.next()).toMatchObject({ done: true, value: { text: "Hello" } });
  });

  test("calls a stream that falls silent a time-out, and stops one that is aborted", async () => {
    outside.answerWith((response) => {
      response.writeHead(200, { "content-type": "application/x-ndjson" });
      response.write('{"type":"delta","text":"Hel"}\n');
    });
    await expect(collect(reply())).rejects.toMatchObject({ failure: "time-out", retryable: true });
    const controller = new AbortController();
    const stream = reply(controller.signal);
    await stream.next();
    controller.abort(new Error("taken over"));
    await expect(stream.next()).rejects.toThrow("taken over");
  });

  test("does not blame the agent while nobody reads", async () => {
    const next = Promise.withResolvers<void>();
    outside.answerWith((response) => {
      response.writeHead(200, { "content-type": "application/x-ndjson" });
      response.write('{"type":"delta","text":"a"}\n');
      void next.promise.then(() => response.end('{"type":"delta","text":"b"}\n{"type":"answer"}'));
    });
    const stream = reply();
    await stream.next();
    // A second call that runs into the idle limit tells that the first one is past it, too.
    outside.answerWith(neverAnswer);
    await expect(collect(reply())).rejects.toMatchObject({ failure: "time-out" });
    next.resolve();
    expect(await stream.next()).toEqual({ done: false, value: "b" });
  });

  test("passes Retry-After on", async () => {
    outside.answerWith(answerStatus(429, { "retry-after": "3" }));
    await expect(collect(reply())).rejects.toMatchObject({ failure: "overload", retryAfterMs: 3_000 });
  });
});

test("lines are the same wherever the pieces end", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: "binary" })), fc.array(fc.nat({ max: 20 })), async (texts, cuts) => {
      const whole = new TextEncoder().encode(texts.join("\n"));
      const pieces: Uint8Array[] = [];
      let from = 0;
      for (const cut of cuts) {
        pieces.push(whole.subarray(from, from + cut));
        from += cut;
      }
      pieces.push(whole.subarray(from));
      const read: string[] = [];
      for await (const line of readLines(flow(pieces))) read.push(new TextDecoder().decode(line));
      const expected = new TextDecoder().decode(whole).split("\n");
      expect(read).toEqual(expected.filter((line) => /[^ \t\r]/.test(line)));
    }),
  );
});

async function* flow(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

describe("its settings", () => {
  test("are complete, absent, or named with every problem", () => {
    const url = "http://bot:3000/turn";
    expect(readWebhookBotConfig({})).toEqual({ status: "absent" });
    expect(readWebhookBotConfig({ BOT_WEBHOOK_URL: url, BOT_WEBHOOK_SECRET: otherSecretText })).toMatchObject({
      status: "configured",
      config: { id: "webhook", url },
    });
    expect(readWebhookBotConfig({ BOT_WEBHOOK_URL: url })).toMatchObject({
      status: "invalid",
      problems: [{ variable: "BOT_WEBHOOK_SECRET" }],
    });
    const both = readWebhookBotConfig({ BOT_WEBHOOK_URL: "nowhere", BOT_WEBHOOK_SECRET: "hunter2" });
    expect(both).toMatchObject({ problems: [{ variable: "BOT_WEBHOOK_URL" }, { variable: "BOT_WEBHOOK_SECRET" }] });
    expect(JSON.stringify(both)).not.toMatch(/nowhere|hunter2/);
  });
});
