import { expect, test } from "vitest";
import { answeringBot } from "../../bench/baton/answering-bot.ts";
import { createWebhookRequests } from "../../bench/load/webhook-request.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { startTestEngine } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";
import { testBot } from "../support/test-bot.ts";

/** What is measured is a bot that answers; a customer who is with the people by then is another question. */
test("a customer of the bench who writes again and again stays with the bot, which answers every time", async () => {
  const bot = { ...testBot(), reply: answeringBot.reply };
  const started = startTestEngine({ store: memoryStore(), starter: starterSettings, bot });
  const requests = createWebhookRequests({ path: "/webhooks/main.test", secret: "whsec_c2VjcmV0" });
  const times = 100;
  for (let time = 0; time < times; time++) {
    const [, body = ""] = requests.next("cycle-1").toString().split("\r\n\r\n");
    await started.write("cycle-1", (JSON.parse(body) as { data: { text: string } }).data.text);
    await started.pass(1_000);
  }
  const answers = started.channel.sent.filter(({ text }) => text?.includes("was taken over by the carrier"));
  expect(answers).toHaveLength(times);
  await started.close();
});
