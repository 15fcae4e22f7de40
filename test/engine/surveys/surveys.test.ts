import { describe, expect, test } from "vitest";
import type { Settings } from "../../../src/core/settings/settings.ts";
import type { Score } from "../../../src/core/surveys/survey.ts";
import { createSurveyLinks } from "../../../src/engine/surveys/survey-links.ts";
import type { ChannelCapabilities } from "../../../src/ports/channel.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { recordingChannel } from "../../support/recording-channel.ts";
import { notifyingBy } from "../../support/recording-notifier.ts";
import { says } from "../../support/test-bot.ts";
import { only, speakers, start } from "../opened.ts";
import { asking, end, help, linkIn, secret, surveyOf } from "./helped.ts";

const minute = 60_000;
const hour = 60 * minute;

interface Begun {
  readonly starter?: Settings;
  readonly capabilities?: Partial<ChannelCapabilities>;
}

/** A customer whom Kim has helped, on a channel where answers are pressed or not. */
async function helped({ starter = asking, capabilities = {} }: Begun = {}): Promise<TestEngine> {
  const channel = recordingChannel("main.test", capabilities);
  const notifying = notifyingBy([], { publicUrl: "https://help.shop.example" });
  const started = start({ starter, channel, notifying, surveyLinks: createSurveyLinks(secret) });
  await help(started);
  return started;
}

const asked = async (started: TestEngine) => (await speakers(started)).filter((who) => who === "csat.request").length;

const scoreOf = async (started: TestEngine) => (await surveyOf(started))?.rating?.score ?? null;

function press(started: TestEngine, score: Score) {
  return started.engine.accept(started.channel.id, {
    ...{ type: "message", eventId: `press-${score}`, fingerprint: String(score), sentAt: null, address: "ada" },
    ...{ name: null, locale: null, participant: null, properties: {} },
    content: { type: "choice", choice: `rating-${score}`, text: String(score) },
  });
}

describe("how it was", () => {
  test("is asked once, some time after the end, by buttons where they can be pressed", async () => {
    const started = await helped({ capabilities: { hasButtons: true } });
    expect(await asked(started)).toBe(0);
    await started.pass(6 * minute);
    await started.pass(30 * hour);
    expect(await asked(started)).toBe(1);
    const question = started.channel.sent.at(-1);
    expect(question?.choices.map(({ id }) => id)).toEqual(["rating-1", "rating-2", "rating-3", "rating-4", "rating-5"]);
    expect(question?.text).not.toContain("https://");
  });

  test("is asked by a link where nothing can be pressed, and in words where nobody knows the way to us", async () => {
    const started = await helped();
    await started.pass(6 * minute);
    expect(await linkIn(started)).toMatch(/^[\w-]+\.[\w-]+$/);
    const wordless = start({ starter: asking });
    await wordless.engine.agents.add(person("kim", { teamIds: ["support"] }));
    await wordless.write("ada", "I want to talk to a human");
    await wordless.pass(1_000);
    await end(wordless);
    await wordless.pass(6 * minute);
    expect(wordless.channel.sent.at(-1)?.text).toContain("1 (very bad) to 5 (very good)");
  });

  test("is not asked of somebody who has written since, nor while a person or the queue has them", async () => {
    const started = await helped();
    await started.write("ada", "it does not work after all, please help me");
    await started.pass(10 * minute);
    expect(await asked(started)).toBe(0);
    await end(started);
    await started.pass(6 * minute);
    expect(await asked(started)).toBe(1);
  });

  test.each(["thank you!", "👍", "Vielen Dank"])(
    "is asked of somebody who has only said %j since, once",
    async (text) => {
      const started = await helped();
      await started.write("ada", text);
      await started.pass(hour);
      expect((await only(started)).control.phase).toBe("closed");
      expect(await asked(started)).toBe(1);
      await started.write("ada", "5");
      await started.pass(hour);
      expect(await asked(started)).toBe(1);
    },
  );

  test("is not asked of somebody whose thanks came with a question", async () => {
    const started = await helped();
    await started.write("ada", "thank you! And where is my other parcel?");
    await started.pass(hour);
    expect((await only(started)).control.phase).not.toBe("closed");
    expect(await asked(started)).toBe(0);
  });

  test("is not asked where only the bot spoke, nor about spam, nor when nobody wants to know", async () => {
    const off = await helped({ starter: { ...asking, surveys: { ...asking.surveys, isEnabled: false } } });
    await off.pass(hour);
    expect(await asked(off)).toBe(0);
    const started = start({ starter: asking });
    await started.write("ada", "hello");
    await started.pass(1_000);
    const { id } = await only(started);
    const ended = { type: "conversation-closed", agentId: null, outcome: "resolved", wrapUp: null } as const;
    await started.engine.command(id, ended, null);
    await started.pass(hour);
    expect(await asked(started)).toBe(0);
  });
});

describe("an answer", () => {
  test.each([
    ["5", 5],
    ["4/5", 4],
    ["⭐⭐⭐", 3],
    ["٥", 5],
  ])("%s is a rating and opens nothing", async (text, score) => {
    const started = await helped();
    await started.pass(6 * minute);
    await started.write("ada", text);
    await started.pass(1_000);
    expect(await scoreOf(started)).toBe(score);
    expect((await only(started)).control.phase).toBe("closed");
  });

  test("in words is not a rating, and the customer is helped", async () => {
    const started = await helped();
    await started.pass(6 * minute);
    await started.write("ada", "5 of my parcels are missing");
    await started.pass(1_000);
    expect(await scoreOf(started)).toBeNull();
    expect((await only(started)).control.phase).not.toBe("closed");
  });

  test("by a button counts whenever it is pressed, and changes until it closes", async () => {
    const started = await helped({ capabilities: { hasButtons: true } });
    await started.pass(6 * minute);
    await press(started, 3);
    await started.pass(1_000);
    await press(started, 4);
    await started.pass(1_000);
    expect(await scoreOf(started)).toBe(4);
    await started.pass(25 * hour);
    await press(started, 5);
    await started.pass(1_000);
    expect(await scoreOf(started)).toBe(4);
  });

  test("by a button that is pressed while the bot owes an answer to something else is not answered by the bot", async () => {
    const started = await helped({ capabilities: { hasButtons: true } });
    await started.pass(6 * minute);
    await started.pass(80 * hour);
    started.bot.answers.push(async () => {
      await press(started, 4);
      return says("It is on its way.");
    });
    await started.write("ada", "Where is my parcel?");
    await started.pass(minute);
    expect(started.bot.turns).toHaveLength(1);
    expect((await speakers(started)).slice(-3)).toEqual(["customer", "customer", "bot"]);
    await started.write("ada", "Thank you, and when?");
    await started.pass(minute);
    expect(started.bot.turns).toHaveLength(2);
  });
});
