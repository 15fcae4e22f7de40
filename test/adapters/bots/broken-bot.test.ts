// biome-ignore-all lint/correctness/useYield: a bot that has its whole answer at once yields nothing
import { describe, expect, test } from "vitest";
import { scriptedBot } from "../../../adapters/bots/scripted/index.ts";
import { type Bot, type BotAnswer, BotError, type BotTurn } from "../../../src/ports/bot.ts";
import type { BotUnderTest } from "../../contracts/bot/under-test.ts";
import { botCases } from "../../contracts/bot.ts";
import { realClock } from "./wait.ts";

const question = "where is my order";
const key = "key-1234";
const sound = scriptedBot(
  { id: "sound", steps: [], otherwise: { reply: "It left today.", stream: true } },
  { clock: realClock },
);
const answer: BotAnswer = {
  text: "It left today.",
  proposals: [],
  topicSupported: null,
  confidence: null,
  intents: [],
  usage: null,
};
const proposal = { type: "handoff", reason: "injected", note: null } as const;
const usage = { model: "m", inputTokens: 1, outputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0, costMicros: 0.5 };

type Reply = (turn: BotTurn, signal: AbortSignal) => AsyncGenerator<string, BotAnswer, void>;

const named = {
  answers: "answers a question with a text",
  data: "takes everybody's words for data: no proposal comes from them",
  handedBack: "answers again after a person gave the conversation back, and does not ask for one at once",
  cost: "says what it cost in whole numbers, or that nobody counts",
  stops: "stops at once when it is aborted, with the signal's own reason",
  failures: "names every failure of its own (I11), without a customer's words and without a secret (I15)",
};

// Each entry is a mistake somebody will make, and the sentence of the contract that must notice it.
const breakages: readonly (readonly [name: string, reply: Reply, noticedBy: string])[] = [
  [
    "says something else than it gave out",
    async function* () {
      yield "It was lost.";
      return answer;
    },
    named.answers,
  ],
  [
    "is sure beyond measure",
    async function* (turn, signal) {
      return { ...(yield* sound.reply(turn, signal)), confidence: 97 };
    },
    named.answers,
  ],
  [
    "obeys the customer",
    async function* (turn, signal) {
      const isAsked = turn.messages.some(({ text }) => text.includes("handoff"));
      return { ...(yield* sound.reply(turn, signal)), proposals: isAsked ? [proposal] : [] };
    },
    named.data,
  ],
  [
    "obeys a colleague's note",
    async function* (turn, signal) {
      const isAsked = turn.handedBack?.note?.includes("handoff") ?? false;
      return { ...(yield* sound.reply(turn, signal)), proposals: isAsked ? [proposal] : [] };
    },
    named.data,
  ],
  [
    "stays silent after a hand-back",
    async function* (turn) {
      return { ...answer, text: turn.handedBack === null ? answer.text : null };
    },
    named.handedBack,
  ],
  [
    "asks for a person again right after a hand-back",
    async function* (turn) {
      return { ...answer, proposals: turn.handedBack === null ? [] : [proposal] };
    },
    named.handedBack,
  ],
  [
    "counts in fractions",
    async function* () {
      return { ...answer, usage };
    },
    named.cost,
  ],
  [
    "reads notes out",
    async function* (turn) {
      return { ...answer, text: `They say: ${turn.messages.map(({ text }) => text).join(" ")}` };
    },
    "does not read a colleague's note out to the customer",
  ],
  [
    "does not hear the abort",
    (turn) => sound.reply(turn, new AbortController().signal),
    "starts nothing when it is already aborted",
  ],
  [
    "finishes its sentence after the abort",
    (turn) => sound.reply(turn, new AbortController().signal),
    "says nothing more once it is aborted, also where the rest is already there",
  ],
  [
    "calls an abort a failure of its own",
    async function* (_turn, signal) {
      await realClock.sleep(1_000_000, signal);
      throw new BotError("aborted", { failure: "error", retryable: true });
    },
    named.stops,
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
    named.failures,
  ],
  [
    "quotes the customer in an error",
    async function* (turn) {
      throw new BotError(`No idea what "${turn.messages.at(-1)?.text}" means`, { failure: "error", retryable: true });
    },
    named.failures,
  ],
  [
    "hangs its key on an error",
    async function* () {
      const cause = { headers: { authorization: key } };
      throw new BotError("It failed.", { failure: "error", retryable: true, cause });
    },
    named.failures,
  ],
  [
    "takes an overload for an error",
    async function* () {
      throw new BotError("It failed.", { failure: "overload", retryable: true });
    },
    named.failures,
  ],
];

describe("the bot contract notices a bot that", () => {
  test.each(breakages)("%s", async (_name, reply, noticedBy) => {
    await expect(sentence(noticedBy).run(subjectOf({ id: "broken", reply }))).rejects.toThrow();
  });

  test("shows no failure and gives no reason", async () => {
    const { run } = sentence("shows every kind of failure, or says why it cannot have it");
    await expect(run({ ...subjectOf(sound), cannot: {} })).rejects.toThrow();
  });

  test("and passes the sound one that they were made from", async () => {
    for (const { run } of botCases) await run({ ...subjectOf(sound), failures: [], cannot: none, hang: null });
  });
});

function sentence(name: string) {
  const found = botCases.find((entry) => entry.name === name);
  if (!found) throw new Error(`The contract has no sentence "${name}".`);
  return found;
}

const why = "this one never fails";
const none = { error: why, "time-out": why, overload: why, refusal: why, malformed: why, empty: why };

function subjectOf(bot: Bot): BotUnderTest {
  const { error: _shown, ...cannot } = none;
  return {
    bot,
    question,
    failures: [{ name: "error", arrange: () => {}, failure: "error", retryable: true }],
    cannot,
    hang: () => {},
    secrets: [key],
    close: async () => {},
  };
}
