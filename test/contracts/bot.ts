import { describe, test } from "vitest";
import { answeringCases } from "./bot/answering.ts";
import { failingCases } from "./bot/failing.ts";
import { stoppingCases } from "./bot/stopping.ts";
import { trustingNobodyCases } from "./bot/trusting-nobody.ts";
import type { BotCase, BotUnderTest } from "./bot/under-test.ts";

/** Every sentence of src/ports/bot.ts that holds for all bots. */
export const botCases: readonly BotCase[] = [
  ...answeringCases,
  ...trustingNobodyCases,
  ...stoppingCases,
  ...failingCases,
];

/** `make` gives a fresh bot and a fresh outside world for every case. */
export function botContract(name: string, make: () => Promise<BotUnderTest>): void {
  describe(`${name} keeps the bot contract:`, () => {
    for (const { name: title, run } of botCases) {
      test(title, async () => {
        const subject = await make();
        try {
          await run(subject);
        } finally {
          await subject.close();
        }
      });
    }
  });
}
