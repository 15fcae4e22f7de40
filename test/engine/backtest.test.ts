import { expect, test } from "vitest";
import type { SettingsChanges } from "../../src/core/settings/parts.ts";
import type { Backtest } from "../../src/engine/backtests.ts";
import { BotError } from "../../src/ports/bot.ts";
import { handoff, rule } from "../core/policies.ts";
import { person, type TestEngine } from "../support/engine.ts";
import { quietSettings } from "../support/quiet-settings.ts";
import { says } from "../support/test-bot.ts";
import { only, start } from "./opened.ts";

const everything = { since: null, until: null, limit: 10_000, channels: null };
const toMail = handoff({ destination: { type: "queue", id: "e-mail" } });
const settled = {
  ...quietSettings.detection.signals,
  "bot-failed": "none",
  "bot-proposed": "none",
  flag: "none",
} as const;

async function outcome({ engine }: TestEngine, changes: SettingsChanges): Promise<NonNullable<Backtest["outcome"]>> {
  const draft = { name: "A draft", note: "", changes, by: "lead", baseVersion: null };
  const created = await engine.settings.drafts.create(draft, null);
  if (created.status !== "created") throw new Error(created.status);
  const started = await engine.backtests.start(created.draft.id, everything, "lead");
  if (started.status !== "started") throw new Error(started.status);
  const ended = await started.ended;
  if (!ended.outcome) throw new Error(`It is ${ended.status}.`);
  return ended.outcome;
}

async function write(started: TestEngine, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await started.write("customer", text);
    await started.pass(60_000);
  }
}

const refuses = () =>
  Promise.reject(new BotError("It does not want to.", { failure: "refusal", retryable: false, usage: null }));

const silently = rule("silent-bot", {
  when: [{ type: "signal", is: ["bot-failed", "bot-proposed", "flag"] }],
  then: toMail,
});

test("a bot that failed or asked for somebody is known from the records, though no message shows it", async () => {
  for (const [answer, reason] of [
    [refuses, "bot-failed"],
    [async () => says(null, "complex"), "bot-proposed"],
  ] as const) {
    const started = start();
    started.bot.answers.push(async () => says("It is on its way."), answer);
    await write(started, "Where is my parcel?", "And the second one?");
    const { result } = await outcome(started, { "rules/silent-bot": silently });
    expect(result.a).toMatchObject({ handedOver: 1, byReason: [{ reason, count: 1 }] });
    expect(result.b.byDestination).toEqual([{ destination: { type: "queue", id: "e-mail" }, count: 1 }]);
    expect(result.differences).toMatchObject([{ kind: "destination", examples: [{ seq: 3 }] }]);
  }
});

test("a flag from outside is known, too, and rules may leave it to the bot; a failure they may not", async () => {
  const { detection } = quietSettings;
  const lenient: SettingsChanges = { detection: { ...detection, signals: settled }, "rules/e-mail": null };
  const flagged = start();
  await write(flagged, "Where is my parcel?");
  const { id } = await only(flagged);
  await flagged.engine.command(id, { type: "conversation-flagged", flag: "complex", reason: null }, null);
  const left = await outcome(flagged, lenient);
  expect([left.result.a.handedOver, left.result.b]).toMatchObject([1, { handedOver: 0, leftToBot: 1 }]);
  const failing = start();
  failing.bot.answers.push(refuses);
  await write(failing, "Where is my parcel?");
  expect((await outcome(failing, lenient)).result.b).toMatchObject({ handedOver: 1 });
});

test("nothing that was said after a person had come is asked about", async () => {
  const started = start();
  await write(started, "Where is my parcel?");
  const { id } = await only(started);
  await started.engine.agents.add(person("robin"));
  await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
  await started.engine.command(id, { type: "agent-replied", agentId: "robin", text: "I am looking." }, null);
  await write(started, "I want to talk to a person");
  const { result } = await outcome(started, { "rules/request": null });
  expect(result.a).toMatchObject({ handedOver: 0, leftToBot: 1 });
});

test("the answers of then count: a limit on them that the draft sets is met where it would have been", async () => {
  const started = start();
  await write(started, "Where is my parcel?", "And my invoice?", "And the other one?");
  const { detection } = quietSettings;
  const signals = { ...detection.signals, "turn-budget": "handoff" } as const;
  const { result } = await outcome(started, { detection: { ...detection, signals, botTurns: 2 } });
  expect(result.a).toMatchObject({ handedOver: 0 });
  expect(result.b).toMatchObject({ handedOver: 1, byReason: [{ reason: "turn-budget" }] });
  expect(result.differences[0]?.examples[0]).toMatchObject({ seq: 4 });
});

test("whoever is alerted beside the bot counts as called, and rules that look at turns and repetition see the past", async () => {
  const started = start();
  await write(started, "Where is my parcel?", "Where is my parcel?", "Where is my parcel?");
  const watchful = rule("watchful", {
    when: [
      { type: "signal", is: ["customer-repeats"] },
      { type: "bot-turns", atLeast: 2 },
    ],
    then: handoff({ behaviour: "keep-owner", destination: { type: "team", id: "support" } }),
  });
  const { result } = await outcome(started, { "rules/watchful": watchful });
  expect(result.a).toMatchObject({ handedOver: 0, offered: 1 });
  expect(result.b).toMatchObject({ handedOver: 1, byRule: [{ ruleId: "watchful", count: 1 }] });
});

test("what happens live is the past as it will be tested: the rules in force say again what they said", async () => {
  const started = start();
  const said = ["hello", "this is so frustrating", "no thanks", "where is my parcel", "I will sue you"];
  await write(started, ...said);
  const handed = await only(started);
  const { result } = await outcome(started, { company: { ...quietSettings.company, name: "Northwind" } });
  expect(handed.control).toMatchObject({ phase: "queue", handoff: { reason: "legal", decision: { ruleId: "risk" } } });
  expect(result.a.byRule).toEqual([{ ruleId: "risk", count: 1 }]);
  expect(result.a.byReason).toEqual([{ reason: "legal", count: 1 }]);
  expect(result.differences).toEqual([]);
});
