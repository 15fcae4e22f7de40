import type { Bot } from "../../src/ports/bot.ts";

/** Answers at once, and of every order something else: a bot that repeats itself is relieved by a person. */
export const answeringBot: Bot = {
  id: "answering",
  async *reply({ messages }) {
    const question = messages.findLast(({ author }) => author === "customer")?.text ?? "";
    const order = /\d+/.exec(question)?.[0] ?? "nobody";
    return {
      ...{ text: `The parcel of order ${order} was taken over by the carrier and comes the day after tomorrow.` },
      ...{ proposals: [], topicSupported: null, confidence: null, intents: [], usage: null },
    };
  },
};
