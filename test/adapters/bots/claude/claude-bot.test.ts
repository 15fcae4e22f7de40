import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { knowledgeOf } from "../../../../adapters/kit/knowledge/knowledge.ts";
import { demoPages } from "../../../../examples/demo-shop/pages.ts";
import { collect, idle, turnWith } from "../../../contracts/bot/under-test.ts";
import { says, streams, uses } from "../../../support/anthropic/stream-answer.ts";
import { type AnthropicServer, openAnthropicServer, silence } from "../../../support/anthropic-server.ts";
import { answerOf, botAt, modelAt, textOf } from "./subject.ts";

const question = "how much is delivery?";
const knowledge = knowledgeOf(demoPages);

let server: AnthropicServer;
beforeEach(async () => {
  server = await openAnthropicServer();
});
afterEach(() => server.close());

describe("an answer", () => {
  test("is asked for with the key, the version, the model and its limits, and without what the API refuses", async () => {
    server.answerWith(says("Hello!"));
    await answerOf(botAt(server, { company: "Lumen & Oak", guidance: "Say hi." }), turnWith(question));
    const [{ headers, body }] = server.requests as [(typeof server.requests)[0]];
    expect(headers).toMatchObject({ authorization: `Bearer ${server.key}`, "anthropic-version": "2026-10-21" });
    expect(headers["x-api-key"]).toBeUndefined();
    expect(body).toMatchObject({ model: "claude-haiku-5-5", max_tokens: 1_000, stream: true });
    expect(body.output_config).toBeUndefined();
    expect(textOf({ role: "", content: body.system })).toContain("customer chat of Lumen & Oak");
    expect(textOf({ role: "", content: body.system })).toMatch(/What the company asks of you\n\nSay hi\.$/);
  });

  test("is thought about as hard as the operator says", async () => {
    server.answerWith(says("Hello!"));
    await answerOf(
      botAt(server, { model: modelAt(server, { effort: "low", model: "claude-sonnet-5-5" }) }),
      turnWith("hi"),
    );
    expect(server.requests[0]?.body).toMatchObject({ model: "claude-sonnet-5-5", output_config: { effort: "low" } });
  });

  test("comes in one piece, when its end is known", async () => {
    server.answerWith(streams([{ text: "It left " }, { text: "today." }]));
    const { deltas, answer } = await collect(botAt(server).reply(turnWith(question), idle()));
    expect(deltas).toEqual(["It left today."]);
    expect(answer).toMatchObject({ text: "It left today.", proposals: [], topicSupported: null, confidence: null });
  });

  test("that was cut off keeps its whole sentences", async () => {
    server.answerWith(says("It left today. It arri", { stopReason: "max_tokens" }));
    expect((await answerOf(botAt(server), turnWith(question))).text).toBe("It left today.");
    server.answerWith(says("今日出荷しました。明日", { stopReason: "model_context_window_exceeded" }));
    expect((await answerOf(botAt(server), turnWith(question))).text).toBe("今日出荷しました。");
    server.answerWith(says("It costs €4.90 and", { stopReason: "max_tokens" }));
    await expect(answerOf(botAt(server), turnWith(question))).rejects.toMatchObject({ failure: "malformed" });
  });

  test("does not show the customer our marks around data", async () => {
    server.answerWith(says('<customer_message>\nIt left.</customer_message> <help_page title="x"> 1 < 2 <b>'));
    expect((await answerOf(botAt(server), turnWith(question))).text).toBe("It left.  1 < 2 <b>");
  });

  test("that is paused is continued", async () => {
    server.answerWith(says("One moment.", { stopReason: "pause_turn" }), says("It left."));
    // The stand-in refuses nothing here: what was said goes back as it came.
    expect((await answerOf(botAt(server), turnWith(question))).text).toBe("It left.");
    expect(server.requests[1]?.body.messages.at(-1)).toMatchObject({
      role: "assistant",
      content: [{ text: "One moment." }],
    });
  });

  test("that takes longer than the limit is no silence while it goes on", async () => {
    const gates = [3, 4].map((afterEvents) => ({ afterEvents, ...Promise.withResolvers<void>() }));
    const opened = gates.map(({ afterEvents, promise }) => ({ afterEvents, open: promise }));
    server.answerWith(says("It left.", { gates: opened }), silence);
    const answer = answerOf(botAt(server, { model: modelAt(server, { idleTimeoutMs: 1_000 }) }), turnWith(question));
    // A shorter limit that passes, twice, tells the time.
    const impatient = botAt(server, { model: modelAt(server, { idleTimeoutMs: 600 }) });
    for (const { resolve } of gates) {
      await expect(answerOf(impatient, turnWith(question))).rejects.toMatchObject({ failure: "time-out" });
      resolve();
    }
    expect((await answer).text).toBe("It left.");
  });
});

describe("the help pages", () => {
  test("are searched when the model asks, and come back as data with title, section and link", async () => {
    const pages = [
      { id: "p", title: 'Prices "2026"', url: "https://shop.example/p", markdown: "# Lamps\nA lamp costs €20." },
    ];
    server.answerWith(uses("search_knowledge", { query: "lamp costs" }), says("€20, says our page Prices."));
    const answer = await answerOf(botAt(server, {}, { knowledge: knowledgeOf(pages) }), turnWith("lamp?"));
    expect(answer).toMatchObject({ text: "€20, says our page Prices.", topicSupported: true, confidence: 1 });
    expect(textOf(server.requests[1]?.body.messages.at(-1))).toBe(
      '<help_page title="Prices &quot;2026&quot;" section="Lamps" link="https://shop.example/p">\nA lamp costs €20.\n</help_page>',
    );
  });

  test("that say nothing are told so, and the model says when it does not know", async () => {
    const unknown = streams([{ text: "I do not know." }, { tool: "describe_answer", input: { answered: false } }]);
    server.answerWith(uses("search_knowledge", { query: "zebra" }), unknown);
    const answer = await answerOf(botAt(server, {}, { knowledge }), turnWith("zebras?"));
    expect(answer).toMatchObject({ text: "I do not know.", topicSupported: false, confidence: 0, proposals: [] });
    expect(textOf(server.requests[1]?.body.messages.at(-1))).toBe("The help pages say nothing about it.");
  });

  test("count by the best of several searches", async () => {
    server.answerWith(
      streams([
        { tool: "search_knowledge", input: { query: "zebra" }, id: "toolu_a" },
        { tool: "search_knowledge", input: { query: "shipping costs" }, id: "toolu_b" },
      ]),
      says("€4.90."),
    );
    const answer = await answerOf(botAt(server, {}, { knowledge }), turnWith(question));
    expect(answer.topicSupported).toBe(true);
    expect(answer.confidence).toBeGreaterThan(0.5);
  });

  test("are not offered where there are none", async () => {
    server.answerWith(says("Hello!"));
    await answerOf(botAt(server), turnWith(question));
    expect(server.requests[0]?.body.tools?.map(({ name }) => name)).toEqual(["describe_answer", "propose_handoff"]);
    server.answerWith(uses("search_knowledge", { query: "x" }), says("Hello!"));
    await answerOf(botAt(server), turnWith(question));
    expect(server.requests.at(-1)?.body.messages.at(-1)?.content[0]).toMatchObject({ is_error: true });
  });
});

describe("what an answer is about", () => {
  const label = (input: unknown) => ({ tool: "describe_answer", input });

  test("is named in the operator's words only", async () => {
    server.answerWith(
      streams([{ text: "€4.90." }, label({ answered: true, intents: ["delivery", "vip", "delivery"] })]),
    );
    const answer = await answerOf(botAt(server, { intents: ["refund", "delivery"] }), turnWith(question));
    expect(answer).toMatchObject({ text: "€4.90.", intents: ["delivery"], topicSupported: null });
    const tool = server.requests[0]?.body.tools?.find(({ name }) => name === "describe_answer");
    expect(JSON.stringify(tool?.input_schema)).toContain('"enum":["refund","delivery"]');
  });

  test("may be said before the answer, which is then asked for", async () => {
    server.answerWith(streams([label({ answered: true })]), says("€4.90."));
    expect((await answerOf(botAt(server), turnWith(question))).text).toBe("€4.90.");
  });

  test("costs no answer when it cannot be read", async () => {
    server.answerWith(streams([{ text: "€4.90." }, { tool: "describe_answer", json: '{"answered":' }]));
    expect(await answerOf(botAt(server), turnWith(question))).toMatchObject({ text: "€4.90.", topicSupported: null });
  });
});

describe("a turn", () => {
  test("ends with an answer after so many rounds with tools", async () => {
    const search = uses("search_knowledge", { query: "delivery" });
    server.answerWith(search, search, says("€4.90."));
    const bot = botAt(server, { maxToolRounds: 2 }, { knowledge });
    expect((await answerOf(bot, turnWith(question))).text).toBe("€4.90.");
    expect(server.requests.map(({ body }) => body.tool_choice?.type)).toEqual(["auto", "auto", "none"]);
    // A model that goes on all the same is stopped.
    server.answerWith(search);
    await expect(answerOf(bot, turnWith(question))).rejects.toMatchObject({ failure: "malformed", retryable: false });
    expect(server.requests).toHaveLength(6);
  });

  test("sends the model's thinking back to the letter, and keeps what came before it", async () => {
    const search = { tool: "search_knowledge", input: { query: "delivery" } };
    server.answerWith(streams([{ thinking: "Let me look." }, { text: "" }, search]), says("€4.90."));
    await answerOf(botAt(server, {}, { knowledge }), turnWith(question));
    const [first, second] = server.requests.map(({ body }) => body);
    expect(second?.messages.at(-2)?.content).toEqual([
      { type: "thinking", thinking: "Let me look.", signature: "c2ln" },
      { type: "tool_use", id: "toolu_02", name: "search_knowledge", input: { query: "delivery" } },
    ]);
    const unmarked = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(mark, ""));
    expect(unmarked([second?.system, second?.tools, second?.messages.slice(0, -2)])).toEqual(
      unmarked([first?.system, first?.tools, first?.messages]),
    );
  });

  test("marks tools, instructions and the newest message for the cache", async () => {
    server.answerWith(uses("search_knowledge", { query: "delivery" }), says("€4.90."));
    await answerOf(botAt(server, {}, { knowledge }), turnWith(question));
    for (const { body } of server.requests) {
      expect(JSON.stringify(body).split(mark)).toHaveLength(4);
      for (const list of [body.system, body.tools, body.messages.at(-1)?.content])
        expect(list?.at(-1)).toMatchObject({ cache_control: { type: "ephemeral" } });
    }
  });
});

const mark = ',"cache_control":{"type":"ephemeral"}';
