import type { Check } from "./check.ts";

export const nobodyInSilence: Check = {
  name: "whoever wrote to the bot was answered or handed on (I11)",
  find({ observed }) {
    return observed.conversations.flatMap(({ id, phase, messages }) => {
      if (phase !== "bot") return [];
      const lastCustomer = messages.findLast(({ author }) => author === "customer")?.seq ?? 0;
      const lastAnswer = messages.findLast(({ author }) => author === "bot" || author === "system")?.seq ?? 0;
      return lastCustomer < lastAnswer ? [] : [`${id}: message ${lastCustomer} was never answered`];
    });
  },
};
