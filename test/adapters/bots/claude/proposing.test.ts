import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { knowledgeOf } from "../../../../adapters/kit/knowledge/knowledge.ts";
import { demoPages } from "../../../../examples/demo-shop/pages.ts";
import { collect, idle, turnWith } from "../../../contracts/bot/under-test.ts";
import { says, streams } from "../../../support/anthropic/stream-answer.ts";
import { type AnthropicServer, openAnthropicServer } from "../../../support/anthropic-server.ts";
import { answerOf, botAt } from "./subject.ts";

const question = "I want my money back";
const propose = (input: unknown) => ({ tool: "propose_handoff", input });

let server: AnthropicServer;
beforeEach(async () => {
  server = await openAnthropicServer();
});
afterEach(() => server.close());

describe("a proposal", () => {
  test("ends the turn, with its reason and what the colleague should know", async () => {
    server.answerWith(streams([propose({ reason: "action-needed", note: " Paid twice. " })]));
    const { deltas, answer } = await collect(botAt(server).reply(turnWith(question), idle()));
    expect(deltas).toEqual([]);
    expect(answer).toMatchObject({
      text: null,
      proposals: [{ type: "handoff", reason: "action-needed", note: "Paid twice." }],
      topicSupported: null,
    });
    expect(server.requests).toHaveLength(1);
  });

  test("lets no text through beside it, and runs no other tool", async () => {
    const search = { tool: "search_knowledge", input: { query: "refund" } };
    const text = { text: "I am transferring you now!" };
    server.answerWith(streams([text, search, propose({ reason: "upset", note: null })]));
    const searched: string[] = [];
    const knowledge = {
      search: (query: string) => {
        searched.push(query);
        return [];
      },
    };
    const { deltas, answer } = await collect(botAt(server, {}, { knowledge }).reply(turnWith(question), idle()));
    expect({ deltas, text: answer.text, searched }).toEqual({ deltas: [], text: null, searched: [] });
    expect(answer.proposals).toEqual([{ type: "handoff", reason: "upset", note: null }]);
  });

  test("has no place for a queue, a team, a priority or a customer", async () => {
    server.answerWith(says("Hello"));
    await answerOf(botAt(server, {}, { knowledge: knowledgeOf(demoPages) }), turnWith(question));
    for (const tool of server.requests[0]?.body.tools ?? []) {
      const { properties, additionalProperties } = tool.input_schema as Record<string, object>;
      expect(Object.keys(properties ?? {}).join()).not.toMatch(/queue|team|priority|customer|target|agent/);
      expect(additionalProperties).toBe(false);
    }
  });

  test("keeps nothing of what was smuggled into it", async () => {
    server.answerWith(streams([propose({ reason: "upset", note: "x", queue: "vip", priority: "urgent" })]));
    expect((await answerOf(botAt(server), turnWith(question))).proposals).toEqual([
      { type: "handoff", reason: "upset", note: "x" },
    ]);
  });
});

describe("a call that is not as the tool wants it", () => {
  test.each([
    ["an unknown reason", [propose({ reason: "vip" })]],
    ["no JSON", [{ tool: "propose_handoff", json: "reason: upset" }]],
    ["a list", [propose([1])]],
    ["too deep", [propose({ reason: "upset", note: JSON.parse("[".repeat(20) + "]".repeat(20)) })]],
    ["no such tool", [{ tool: "set_priority", input: { priority: "urgent" } }]],
    ["no usable id", [{ ...propose({ reason: "upset" }), id: "a b\nc" }]],
  ])("is told to the model once: %s", async (_name, parts) => {
    server.answerWith(streams(parts), says("All right."));
    expect((await answerOf(botAt(server), turnWith(question))).text).toBe("All right.");
    const [echoed, told] = server.requests[1]?.body.messages.slice(-2) ?? [];
    expect(echoed?.content[0]).toMatchObject({ type: "tool_use" });
    expect(told?.content).toMatchObject([{ type: "tool_result", is_error: true }]);
    expect(told?.content[0]?.content).toContain("as it is described");
  });

  test("is a failure the second time, with what both cost", async () => {
    server.answerWith(streams([propose({ reason: "vip" })]), streams([propose({ reason: "boss" })]), says("never"));
    const usage = { inputTokens: 200, outputTokens: 40 };
    await expect(answerOf(botAt(server), turnWith(question))).rejects.toMatchObject({ failure: "malformed", usage });
    expect(server.requests).toHaveLength(2);
  });

  test("does not hide a good one beside it", async () => {
    server.answerWith(streams([propose({ reason: "vip" }), { ...propose({ reason: "upset" }), id: "toolu_b" }]));
    expect((await answerOf(botAt(server), turnWith(question))).proposals).toMatchObject([{ reason: "upset" }]);
  });
});
