import { describe, expect, test } from "vitest";
import { readClaudeBotConfig } from "../../../../adapters/bots/claude/index.ts";
import { secretText } from "../../kit/secrets.ts";

const key = { ANTHROPIC_API_KEY: "sk-ant-1" };
const tool = {
  name: "order_status",
  description: "Says where an order is.",
  input: { type: "object", properties: {} },
  url: "http://shop:3000/tools/order",
};

function configured(environment: Record<string, string>) {
  const read = readClaudeBotConfig({ ...key, ...environment });
  if (read.status !== "configured") throw new Error(JSON.stringify(read));
  return read.config;
}

function problemsWith(environment: Record<string, string>): string[] {
  const read = readClaudeBotConfig({ ...key, ...environment });
  return read.status === "invalid" ? read.problems.map(({ variable }) => variable) : [];
}

describe("the Claude bot's settings", () => {
  test("are not there without a key, whatever else is", () => {
    expect(readClaudeBotConfig({})).toEqual({ status: "absent" });
    expect(readClaudeBotConfig({ ANTHROPIC_API_KEY: " ", BATON_MODEL: "claude-opus-5-5" })).toEqual({
      status: "absent",
    });
  });

  test("need nothing but the key, and show it nowhere", () => {
    const config = configured({});
    expect(config).toMatchObject({
      id: "claude",
      model: { model: "claude-haiku-5-5", effort: null, maxTokens: 8_192 },
    });
    expect(config.model.apiKey.reveal()).toBe("sk-ant-1");
    expect(JSON.stringify(config)).not.toContain("sk-ant-1");
  });

  test("take everything an operator may say", () => {
    const prices = { "claude-next": { input: 1, output: 2, cacheRead: 0.1, cacheWrite: 1.25 } };
    const config = configured({
      ANTHROPIC_BASE_URL: "http://proxy:8080",
      BATON_MODEL: "claude-sonnet-5-5",
      BATON_MODEL_EFFORT: "Low",
      BATON_MODEL_PRICES: JSON.stringify(prices),
      BOT_CLAUDE_MAX_TOKENS: "2048",
      BOT_CLAUDE_MAX_TOOL_ROUNDS: "2",
      BOT_CLAUDE_COMPANY: "Lumen & Oak",
      BOT_CLAUDE_GUIDANCE: "Say hi.",
      BOT_CLAUDE_INTENTS: "refund, delivery ,, refund",
      BOT_CLAUDE_TOOLS: JSON.stringify([tool]),
      BOT_CLAUDE_TOOLS_SECRET: secretText,
    });
    expect(config).toMatchObject({
      model: { model: "claude-sonnet-5-5", effort: "low", baseUrl: "http://proxy:8080/", maxTokens: 2_048, prices },
      company: "Lumen & Oak",
      guidance: "Say hi.",
      intents: ["refund", "delivery"],
      companyTools: [tool],
      maxToolRounds: 2,
    });
    expect(config.toolSecrets).toHaveLength(1);
  });

  test.each<[string, Record<string, string>]>([
    ["ANTHROPIC_API_KEY", { ANTHROPIC_API_KEY: "two words" }],
    ["ANTHROPIC_BASE_URL", { ANTHROPIC_BASE_URL: "nowhere" }],
    ["BATON_MODEL", { BATON_MODEL: "claude <haiku>" }],
    ["BATON_MODEL_EFFORT", { BATON_MODEL_EFFORT: "maximal" }],
    ["BATON_MODEL_PRICES", { BATON_MODEL_PRICES: '{"m":{"input":1}}' }],
    ["BATON_MODEL_PRICES", { BATON_MODEL_PRICES: "cheap" }],
    ["BOT_CLAUDE_MAX_TOKENS", { BOT_CLAUDE_MAX_TOKENS: "many" }],
    ["BOT_CLAUDE_MAX_TOOL_ROUNDS", { BOT_CLAUDE_MAX_TOOL_ROUNDS: "0" }],
    ["BOT_CLAUDE_INTENTS", { BOT_CLAUDE_INTENTS: "refund, <script>" }],
    ["BOT_CLAUDE_TOOLS_SECRET", { BOT_CLAUDE_TOOLS: JSON.stringify([tool]) }],
    ...[
      [{ ...tool, name: "propose_handoff" }],
      [{ ...tool, name: "Order Status" }],
      [tool, tool],
      [{ ...tool, url: "ftp://shop" }],
      [{ ...tool, url: "https://user:word@shop" }],
      [{ ...tool, input: { type: "string" } }],
      [{ ...tool, input: { type: "object", properties: { a: { type: "nonsense" } } } }],
      [{ ...tool, authority: "all" }],
    ].map((tools): [string, Record<string, string>] => [
      "BOT_CLAUDE_TOOLS",
      { BOT_CLAUDE_TOOLS: JSON.stringify(tools), BOT_CLAUDE_TOOLS_SECRET: secretText },
    ]),
  ])("complain about %s: %j", (variable, environment) => {
    expect(problemsWith(environment)).toEqual([variable]);
  });

  test("complain about everything at once, and never with a value", () => {
    const wrong = { BATON_MODEL: "a b c", BOT_CLAUDE_MAX_TOKENS: "hunter2", BOT_CLAUDE_INTENTS: "<hunter2>" };
    const read = readClaudeBotConfig({ ...key, ...wrong });
    expect(problemsWith(wrong)).toEqual(["BATON_MODEL", "BOT_CLAUDE_MAX_TOKENS", "BOT_CLAUDE_INTENTS"]);
    expect(JSON.stringify(read)).not.toMatch(/hunter2|a b c|sk-ant-1/);
  });
});
