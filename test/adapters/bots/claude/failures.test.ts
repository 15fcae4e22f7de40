import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { knowledgeOf } from "../../../../adapters/kit/knowledge/knowledge.ts";
import { demoPages } from "../../../../examples/demo-shop/pages.ts";
import { turnWith } from "../../../contracts/bot/under-test.ts";
import { says, uses } from "../../../support/anthropic/stream-answer.ts";
import {
  type AnthropicServer,
  errorAnswer,
  openAnthropicServer,
  requestId,
  silence,
} from "../../../support/anthropic-server.ts";
import { answerOf, botAt, modelAt, now } from "./subject.ts";

let server: AnthropicServer;
beforeEach(async () => {
  server = await openAnthropicServer();
});
afterEach(() => server.close());

const ask = (bot = botAt(server)) => answerOf(bot, turnWith("where is it"));

describe("a failure", () => {
  test("passes Retry-After on, in seconds or as a date, and is not slept through", async () => {
    server.answerWith(errorAnswer(429, "rate_limit_error", "no", { "retry-after": "7" }));
    await expect(ask()).rejects.toMatchObject({ failure: "overload", retryable: true, retryAfterMs: 7_000 });
    const date = new Date(now + 5_000).toUTCString();
    server.answerWith(errorAnswer(529, "overloaded_error", "no", { "retry-after": date }));
    await expect(ask()).rejects.toMatchObject({ failure: "overload", retryAfterMs: 5_000 });
    expect(server.requests).toHaveLength(2);
  });

  test("of a moment is tried once more by itself", async () => {
    server.answerWith(errorAnswer(500, "api_error"), says("It left."));
    expect((await ask()).text).toBe("It left.");
    server.answerWith(errorAnswer(500, "api_error"));
    await expect(ask()).rejects.toMatchObject({ failure: "error", retryable: true });
    expect(server.requests).toHaveLength(4);
  });

  test("names what to do and which request it was", async () => {
    const wrong = botAt(server, { model: modelAt(server, { apiKey: { reveal: () => "sk-wrong" } }) });
    await expect(ask(wrong)).rejects.toMatchObject({
      message: `Claude answered 401 (authentication_error), request ${requestId}. Check ANTHROPIC_API_KEY.`,
      failure: "error",
      retryable: false,
    });
    server.answerWith(errorAnswer(404, "not_found_error"));
    await expect(ask()).rejects.toThrow("Check BATON_MODEL.");
  });

  test("has cost what was counted until then", async () => {
    const model = "claude-haiku-5-5";
    const first = { inputTokens: 100, cacheReadTokens: 1_000, cacheWriteTokens: 200 };
    server.answerWith(says("It left", { until: { events: 3, ending: "break" } }));
    await expect(ask()).rejects.toMatchObject({ usage: { model, ...first, outputTokens: 1, costMicros: 46 } });
    server.answerWith(says("I refuse", { stopReason: "refusal" }));
    await expect(ask()).rejects.toMatchObject({ usage: { model, ...first, outputTokens: 20, costMicros: 55 } });
    server.answerWith(errorAnswer(400, "invalid_request_error"));
    await expect(ask()).rejects.toMatchObject({ usage: null });
  });

  test("in a later round has cost the earlier ones, too", async () => {
    server.answerWith(uses("search_knowledge", { query: "order" }), errorAnswer(529, "overloaded_error"));
    const bot = botAt(server, {}, { knowledge: knowledgeOf(demoPages) });
    await expect(ask(bot)).rejects.toMatchObject({ failure: "overload", usage: { inputTokens: 100, costMicros: 55 } });
  });

  test("closes the connection that fell silent", async () => {
    server.answerWith(silence);
    const impatient = botAt(server, { model: modelAt(server, { idleTimeoutMs: 300 }) });
    await expect(ask(impatient)).rejects.toMatchObject({ failure: "time-out", retryable: true });
    await server.requests[0]?.closed;
    expect(server.requests).toHaveLength(1);
  });
});

describe("an answer's cost", () => {
  test("is summed over the rounds of a turn", async () => {
    server.answerWith(
      uses("search_knowledge", { query: "order" }),
      says("It left.", { usage: { output_tokens: 120 } }),
    );
    const { usage } = await ask(botAt(server, {}, { knowledge: knowledgeOf(demoPages) }));
    expect(usage).toEqual({
      model: "claude-haiku-5-5",
      inputTokens: 200,
      outputTokens: 140,
      cacheReadTokens: 2_000,
      cacheWriteTokens: 400,
      // 2 × (100 × 0.1 + 1,000 × 0.01 + 200 × 0.125) + 140 × 0.5
      costMicros: 160,
    });
  });

  test("is not known for a model without a price, unless the operator says it", async () => {
    server.answerWith(says("Hi."));
    const own = modelAt(server, { model: "claude-next" });
    expect((await ask(botAt(server, { model: own }))).usage).toMatchObject({ model: "claude-next", costMicros: null });
    const prices = { "claude-next": { input: 1, output: 2, cacheRead: 0, cacheWrite: 0 } };
    expect((await ask(botAt(server, { model: { ...own, prices } }))).usage?.costMicros).toBe(140);
  });
});

describe("the circuit breaker", () => {
  test("lets nobody wait for a model that is down, and comes back with one try", async () => {
    let time = now;
    const model = modelAt(server, { breaker: { threshold: 3, coolDownMs: 10_000 } });
    const bot = botAt(server, { model }, { clock: { now: () => time } });
    server.answerWith(errorAnswer(529, "overloaded_error"));
    for (let failed = 0; failed < 3; failed++) await expect(ask(bot)).rejects.toMatchObject({ retryable: true });
    await expect(ask(bot)).rejects.toMatchObject({ failure: "overload", retryable: false, retryAfterMs: 10_000 });
    expect(server.requests).toHaveLength(3);

    time += 10_000;
    await expect(ask(bot)).rejects.toMatchObject({ retryable: true });
    await expect(ask(bot)).rejects.toMatchObject({ retryable: false });
    expect(server.requests).toHaveLength(4);

    time += 10_000;
    server.answerWith(says("I am back."));
    expect((await ask(bot)).text).toBe("I am back.");
    expect((await ask(bot)).text).toBe("I am back.");
  });

  test("does not count what is wrong with a request, or an abort", async () => {
    const bot = botAt(server, { model: modelAt(server, { breaker: { threshold: 1 } }) });
    server.answerWith(errorAnswer(400, "invalid_request_error"));
    await expect(ask(bot)).rejects.toMatchObject({ failure: "error" });
    server.answerWith(says("no", { stopReason: "refusal" }));
    await expect(ask(bot)).rejects.toMatchObject({ failure: "refusal" });
    server.answerWith(silence);
    const controller = new AbortController();
    const reply = bot.reply(turnWith("where is it"), controller.signal).next();
    setImmediate(() => controller.abort(new Error("taken over")));
    await expect(reply).rejects.toThrow("taken over");
    server.answerWith(says("Still here."));
    expect((await ask(bot)).text).toBe("Still here.");
  });
});
