import { expect } from "vitest";
import { type BotCase, collect, idle, turnWith } from "./under-test.ts";

export const stoppingCases: readonly BotCase[] = [
  {
    name: "starts nothing when it is already aborted",
    run: async ({ bot, question }) => {
      const reason = new Error("taken over");
      await expect(collect(bot.reply(turnWith(question), AbortSignal.abort(reason)))).rejects.toBe(reason);
    },
  },
  {
    name: "stops at once when it is aborted, with the signal's own reason",
    run: async ({ bot, question, hang }) => {
      if (!hang) return;
      hang();
      const controller = new AbortController();
      const reason = new Error("taken over");
      const reply = collect(bot.reply(turnWith(question), controller.signal));
      const startedAt = performance.now();
      setImmediate(() => controller.abort(reason));
      await expect(reply).rejects.toBe(reason);
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    },
  },
  {
    name: "says nothing more once it is aborted, also where the rest is already there",
    run: async ({ bot, question }) => {
      const controller = new AbortController();
      const reason = new Error("taken over");
      const reply = bot.reply(turnWith(question), controller.signal);
      const { done } = await reply.next();
      if (done) return;
      controller.abort(reason);
      await expect(reply.next()).rejects.toBe(reason);
    },
  },
  {
    name: "can be left in the middle",
    run: async ({ bot, question }) => {
      const reply = bot.reply(turnWith(question), idle());
      await reply.next();
      const nothing = { text: null, proposals: [], topicSupported: null, confidence: null, intents: [], usage: null };
      await expect(reply.return(nothing)).resolves.toEqual(expect.objectContaining({ done: true }));
    },
  },
];
