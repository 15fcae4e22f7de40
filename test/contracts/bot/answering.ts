import { expect } from "vitest";
import { type BotCase, collect, handedBackTurn, idle, turnWith } from "./under-test.ts";

export const answeringCases: readonly BotCase[] = [
  {
    name: "answers a question with a text",
    run: async ({ bot, question }) => {
      const { answer, deltas } = await collect(bot.reply(turnWith(question), idle()));
      expect(answer.text).toMatch(/\S/);
      expect(answer.proposals).toEqual([]);
      // What was given out early is what the whole answer is.
      if (deltas.length > 0) expect(deltas.join("")).toBe(answer.text);
      const { confidence } = answer;
      if (confidence !== null) expect(confidence >= 0 && confidence <= 1).toBe(true);
    },
  },
  {
    name: "answers the same turn twice",
    run: async ({ bot, question }) => {
      const first = await collect(bot.reply(turnWith(question), idle()));
      expect(await collect(bot.reply(turnWith(question), idle()))).toEqual(first);
    },
  },
  {
    name: "does not change the turn",
    run: async ({ bot, question }) => {
      const turn = handedBackTurn(question, "a note");
      await collect(bot.reply(turn, idle()));
      expect(turn).toEqual(handedBackTurn(question, "a note"));
    },
  },
  {
    name: "answers again after a person gave the conversation back, and does not ask for one at once",
    run: async ({ bot, question }) => {
      for (const note of [null, "She is fine now, please go on."]) {
        const { answer } = await collect(bot.reply(handedBackTurn(question, note), idle()));
        expect(answer.text).toMatch(/\S/);
        expect(answer.proposals).toEqual([]);
      }
    },
  },
  {
    name: "says what it cost in whole numbers, or that nobody counts",
    run: async ({ bot, question }) => {
      const { usage, intents } = (await collect(bot.reply(turnWith(question), idle()))).answer;
      expect(intents.every((intent) => /\S/.test(intent))).toBe(true);
      if (usage === null) return;
      const { model, costMicros, ...tokens } = usage;
      expect(model).toMatch(/\S/);
      const counts = [...Object.values(tokens), costMicros ?? 0];
      expect(counts.every((count) => Number.isSafeInteger(count) && count >= 0)).toBe(true);
    },
  },
];
