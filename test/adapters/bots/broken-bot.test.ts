// biome-ignore-all lint/correctness/useYield: a bot that has its whole answer at once yields nothing
import { describe, expect, test } from "vitest";
import { scriptedBot } from "../../../adapters/bots/scripted/index.ts";
import { type Bot, type BotAnswer, BotError, type BotTurn } from "../../../src/ports/bot.ts";
import type { BotUnderTest } from "../../contracts/bot/under-test.ts";
import { botCases } from "../../contracts/bot.ts";
import { realClock } from "./wait.ts";

const question = "where is my order";
const sound = scriptedBot(
  { id: "sound", steps: [], otherwise: { reply: "It left today.", stream: true } },
  { clock: realClock },
);
const answer: BotAnswer = { text: "It left today.", proposals: [], topicSupported: null, confidence: null };

type Reply = (turn: BotTurn, signal: AbortSignal) => AsyncGenerator<string, BotAnswer, void>;

// Each entry is a mistake somebody will make, and the sentence of the contract that must notice it.
const breakages: readonly (readonly [name: string, reply: Reply, noticedBy: string])[] = [
  [
    "says something else than it gave out",
    async function* () {
      yield "It was lost.";
      return answer;
    },
    "answers a question with a text",
  ],
  [
    "is sure beyond measure",
    async function* (turn, signal) {
      return { ...(yield* sound.reply(turn, signal)), confidence: 97 };
    },
    "answers a question with a text",
  ],
  [
    "obeys the customer",
    async function* (turn, signal) {
      const isAsked = turn.messages.some(({ text }) => text.includes("handoff"));
      const proposals = isAsked ? [{ type: "handoff" as const, reason: "injected" }] : [];
      return { ...(yield* sound.reply(turn, signal)), proposals };
    },
    "takes a customer's words for data: no proposal comes from them",
  ],
  [
    "does not hear the abort",
    (turn) => sound.reply(turn, new AbortController().signal),
    "starts nothing when it is already aborted",
  ],
  [
    "calls an abort a failure of its own",
    async function* (_turn, signal) {
      await realClock.sleep(1_000_000, signal);
      throw new BotError("aborted", { failure: "error", retryable: true });
    },
    "stops at once when it is aborted, with the signal's own reason",
  ],
  [
    "answers from chance",
    async function* () {
      return { ...answer, text: crypto.randomUUID() };
    },
    "answers the same turn twice",
  ],
  [
    "fails with whatever comes",
    async function* () {
      throw new TypeError("undefined is not a function");
    },
    "names every failure of its own (I11), without a customer's words (I15)",
  ],
  [
    "quotes the customer in an error",
    async function* (turn) {
      throw new BotError(`No idea what "${turn.messages.at(-1)?.text}" means`, { failure: "error", retryable: true });
    },
    "names every failure of its own (I11), without a customer's words (I15)",
  ],
];

describe("the bot contract notices a bot that", () => {
  test.each(breakages)("%s", async (_name, reply, noticedBy) => {
    const found = botCases.find(({ name }) => name === noticedBy);
    if (!found) throw new Error(`The contract has no sentence "${noticedBy}".`);
    await expect(found.run(subjectOf({ id: "broken", reply }))).rejects.toThrow();
  });

  test("and passes the sound one that they were made from", async () => {
    for (const { run } of botCases) await run({ ...subjectOf(sound), failures: [], hang: null });
  });
});

function subjectOf(bot: Bot): BotUnderTest {
  return {
    bot,
    question,
    failures: [{ name: "error", arrange: () => {}, failure: "error", retryable: true }],
    hang: () => {},
    close: async () => {},
  };
}
