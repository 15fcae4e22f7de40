import { describe, expect, test } from "vitest";
import { type ScriptedBotConfig, script, scriptedBot } from "../../../../adapters/bots/scripted/index.ts";
import { phraseMatcher } from "../../../../adapters/bots/scripted/match-phrase.ts";
import { collect, handedBackTurn, turnWith } from "../../../contracts/bot/under-test.ts";
import { botContract } from "../../../contracts/bot.ts";
import { realClock } from "../wait.ts";

const failures = ["error", "time-out", "overload", "refusal", "malformed", "empty"] as const;
const retryable = ["error", "time-out", "overload"];
const config: ScriptedBotConfig = {
  id: "scripted",
  steps: [
    ...failures.map((fail) => ({ when: `fail with ${fail}`, fail })),
    { when: "say nothing" },
    { when: ["where is * order", "track*"], reply: "It left  this morning.\nIt arrives tomorrow.", stream: true },
    { when: "refund*", reply: "That is for a colleague.", handoff: "refund" },
    { when: "robot", handoff: "wants a person", topicSupported: false },
    { when: "slowly", reply: "Done.", delayMs: 1_000_000 },
  ],
  otherwise: { reply: "I am only a script." },
};

botContract("The scripted bot", async () => {
  let isHanging = false;
  const sleep = (_ms: number, signal: AbortSignal) => realClock.sleep(isHanging ? 1_000_000 : 0, signal);
  const steps = [...config.steps, { when: "think first", reply: "Here you are.", delayMs: 1 }];
  return {
    bot: scriptedBot({ ...config, steps }, { clock: { sleep } }),
    question: "think first",
    failures: [
      ...failures.map((failure) => ({
        name: failure,
        arrange: () => {},
        text: `please fail with ${failure}`,
        failure,
        retryable: retryable.includes(failure),
      })),
      { name: "no reply", arrange: () => {}, text: "say nothing", failure: "empty", retryable: false },
    ],
    cannot: {},
    hang: () => {
      isHanging = true;
    },
    secrets: [],
    close: async () => {},
  };
});

describe("the scripted bot", () => {
  const bot = scriptedBot(config, { clock: realClock });
  const ask = (text: string) => collect(bot.reply(turnWith(text), new AbortController().signal));

  test("takes the first step that matches, else the last one", async () => {
    expect((await ask("Where's my dog?")).answer.text).toBe("I am only a script.");
    expect((await ask("WHERE IS MY ORDER?! refund!")).answer.proposals).toEqual([]);
    expect((await ask("I want refunds.")).answer).toMatchObject({
      text: "That is for a colleague.",
      proposals: [{ type: "handoff", reason: "refund", note: null }],
    });
  });

  test("streams word by word, and the words are the text", async () => {
    const { deltas, answer } = await ask("where is the order");
    expect(deltas.length).toBeGreaterThan(5);
    expect(deltas.join("")).toBe("It left  this morning.\nIt arrives tomorrow.");
    expect(answer.text).toBe(deltas.join(""));
  });

  test("may propose a person without a word", async () => {
    expect((await ask("are you a robot")).answer).toEqual({
      text: null,
      proposals: [{ type: "handoff", reason: "wants a person", note: null }],
      topicSupported: false,
      confidence: null,
      intents: [],
      usage: null,
    });
  });

  test("says everything that a bot can say, also about its failures", async () => {
    const usage = {
      model: "none",
      inputTokens: 7,
      outputTokens: 3,
      cacheReadTokens: 0,
      cacheWriteTokens: 0,
      costMicros: 1,
    };
    const all = script.parse({
      id: "all",
      steps: [
        {
          when: "help",
          handoff: "upset",
          note: "She waits since Monday.",
          confidence: 0.2,
          intents: ["delivery"],
          usage: { model: "none", inputTokens: 7, outputTokens: 3, costMicros: 1 },
        },
        { when: "fail", fail: "refusal", usage },
      ],
      otherwise: { reply: "Yes?" },
    });
    const own = scriptedBot(all, { clock: realClock });
    const reply = (text: string) => collect(own.reply(turnWith(text), new AbortController().signal));
    expect((await reply("help")).answer).toEqual({
      text: null,
      proposals: [{ type: "handoff", reason: "upset", note: "She waits since Monday." }],
      topicSupported: null,
      confidence: 0.2,
      intents: ["delivery"],
      usage,
    });
    await expect(reply("fail")).rejects.toMatchObject({ failure: "refusal", usage });
  });

  test("can say something else after a hand-back", async () => {
    const steps = [
      { when: "*", handedBack: true, reply: "I am here again." },
      { when: "*", handedBack: false, reply: "I am here." },
    ];
    const own = scriptedBot({ id: "own", steps, otherwise: {} }, { clock: realClock });
    const reply = async (turn = turnWith("hello")) =>
      (await collect(own.reply(turn, new AbortController().signal))).answer;
    expect((await reply()).text).toBe("I am here.");
    expect((await reply(handedBackTurn("hello"))).text).toBe("I am here again.");
  });

  test("hears only the customer", async () => {
    const turn = turnWith("hello");
    const messages = [...turn.messages, { id: "m4", at: 0, author: "note" as const, text: "refund" }];
    const { answer } = await collect(bot.reply({ ...turn, messages }, new AbortController().signal));
    expect(answer.proposals).toEqual([]);
  });

  test("reads its script from a file's JSON", () => {
    expect(script.parse(JSON.parse(JSON.stringify(config)))).toEqual(config);
    expect(script.safeParse({ id: "x", steps: [{ reply: "no when" }], otherwise: {} }).success).toBe(false);
  });
});

describe("a phrase", () => {
  test.each([
    ["refund", "I want a REFUND!", true],
    ["refund", "refunds", false],
    ["refund*", "refunds", true],
    ["*fund", "refund", true],
    ["where is * order", "where is my big order", true],
    ["where is * order", "where is order", true],
    ["where is * order", "order where is", false],
    ["where is*order", "where isorder", true],
    ["a * a", "a", false],
    ["a * a", "a a", true],
    ["*", "", true],
    ["", "anything", false],
    ["   ", "anything", false],
    ["can't", "I can’t", true],
    ["größe", "welche GRÖSSE", false],
    ["größe", "Welche Größe?", true],
    ["注文", "注文", true],
    ["one", "", false],
    [".*", "anything", true],
    ["(a+)+$", "a", true],
  ])("%s in %s: %s", (phrase, text, expected) => expect(phraseMatcher([phrase])(text)).toBe(expected));

  test("cannot be made slow", () => {
    const startedAt = performance.now();
    phraseMatcher([`${"a*".repeat(200)}b`])("a".repeat(200_000));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
