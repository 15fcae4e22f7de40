import { expect, test } from "vitest";
import { recordingChannel } from "../support/recording-channel.ts";
import { start } from "./opened.ts";

test("who looks on is told their place while they wait: never two texts at once, and the next one hears that they are next", async () => {
  const started = start({
    channel: recordingChannel("main.test", { hasPresence: true }),
  });
  for (const name of ["ada", "bob"]) {
    await started.write(name, "I want to talk to a human");
    await started.pass(1_000);
  }
  await started.pass(7 * 60_000);
  const heard = (name: string) =>
    started.channel.sent.filter(({ address }) => address === name).map(({ text }) => text);
  expect(heard("ada").slice(1)).toEqual([
    "Everyone is busy right now. You keep your place, and I'll tell you here when someone joins.",
    "You're next. Someone from our team will join you here.",
  ]);
  expect(heard("bob").at(-1)).toBe("You're number 2 in the queue.");
});

test("who heard that nobody came is not told every few minutes that they are next", async () => {
  const started = start({ channel: recordingChannel("main.test", { hasPresence: true }) });
  await started.write("ada", "I want to talk to a human");
  await started.pass(40 * 60_000);
  const texts = started.channel.sent.map(({ text }) => text);
  expect(texts.at(-1)).toMatch(/^I'm sorry, nobody could take over yet/);
});

test("who is not looking on is not told their place again and again", async () => {
  const started = start();
  await started.write("ada", "I want to talk to a human");
  await started.pass(9 * 60_000);
  expect(started.channel.sent.map(({ text }) => text).slice(1)).toEqual([
    "Everyone is busy right now. You keep your place, and I'll tell you here when someone joins.",
  ]);
});
