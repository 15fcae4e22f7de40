import { describe, expect, test } from "vitest";
import type { Hours } from "../../src/core/hours/hours.ts";
import type { Settings } from "../../src/core/settings/settings.ts";
import { handoff, rule } from "../core/policies.ts";
import { person, type TestEngine } from "../support/engine.ts";
import { quietSettings } from "../support/quiet-settings.ts";
import { recordingChannel } from "../support/recording-channel.ts";
import { says } from "../support/test-bot.ts";
import { only, speakers, start, transcript } from "./opened.ts";

const minute = 60_000;
const hour = 60 * minute;
const asksForPerson = "I want to talk to a human";
const always = [{ from: "00:00", to: "24:00" }];

/** Open on Mondays only; the tests' clock starts on a Saturday. */
const mondays: Hours = {
  id: "always",
  name: "Mondays",
  timeZone: "Europe/Berlin",
  week: { monday: always, tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
  exceptions: [],
};
const closedNow: Settings = { ...quietSettings, hours: { always: mondays } };

async function command(started: TestEngine, body: Parameters<TestEngine["engine"]["command"]>[1]) {
  return started.engine.command((await only(started)).id, body, null);
}

/** What users of other products complain about; here it is otherwise. */
describe("what customers hear", () => {
  test("a person's first word is a takeover: the bot says nothing more", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    await started.write("ada", "hello");
    await started.pass(1_000);
    await command(started, { type: "conversation-claimed", agentId: "robin" });
    await started.write("ada", "where is my parcel?");
    await started.pass(minute);
    expect(await speakers(started)).toEqual(["customer", "bot", "human.joined", "customer"]);
  });

  test("the bot says that it transfers and does nothing: somebody really comes, and its words are not sent", async () => {
    const started = start();
    started.bot.answers.push(async () => says("Sure, I am transferring you to one of my colleagues now."));
    await started.write("ada", "my invoice is wrong");
    await started.pass(minute / 2);
    expect(await speakers(started)).toEqual(["customer", "handoff.confirmation"]);
    expect((await only(started)).control).toMatchObject({ phase: "queue", handoff: { reason: "broken-promise" } });
  });

  test("what was handed over and given back is not handed over again at once", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    for (const text of ["this is so frustrating", "it still does not work", asksForPerson])
      await started.write("ada", text);
    await started.pass(1_000);
    await command(started, { type: "conversation-claimed", agentId: "robin" });
    await command(started, { type: "agent-replied", agentId: "robin", text: "Solved." });
    await command(started, { type: "conversation-handed-back", agentId: "robin", note: null });
    await started.write("ada", "one more thing: can I pay by card?");
    await started.pass(1_000);
    expect((await only(started)).control.phase).toBe("bot");
    expect((await transcript(started)).at(-1)).toBe("bot: re: one more thing: can I pay by card?");
  });

  test("nothing is given back to a bot that is not there", async () => {
    const started = start({ settings: { botId: null } });
    await started.engine.agents.add(person("robin"));
    await started.write("ada", "hello");
    await started.pass(1_000);
    await command(started, { type: "conversation-claimed", agentId: "robin" });
    const back = await command(started, { type: "conversation-handed-back", agentId: "robin", note: null });
    expect(back).toEqual({ status: "refused", code: "no-bot" });
    expect((await only(started)).control).toMatchObject({ phase: "human", agentId: "robin" });
  });

  test("out of hours they hear it, with the next opening in their language and time zone", async () => {
    const started = start({ starter: closedNow });
    await started.write("ada", "Ich möchte bitte mit einem Menschen sprechen");
    await started.pass(1_000);
    const said = started.channel.sent.map(({ text }) => text);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/Montag/);
    expect(await speakers(started)).toEqual(["customer", "handoff.after_hours"]);
  });

  test("closed hours do not interrupt a conversation with the bot", async () => {
    const started = start({ starter: closedNow });
    await started.write("ada", "how do I change my address?");
    await started.pass(1_000);
    expect(await transcript(started)).toEqual([
      "customer: how do I change my address?",
      "bot: re: how do I change my address?",
    ]);
  });

  test("whoever writes five times at night is answered once", async () => {
    const channel = recordingChannel("main.test", { hasPresence: false });
    const started = start({ starter: closedNow, channel });
    await started.write("ada", asksForPerson);
    await started.pass(10 * minute);
    for (const text of ["hello?", "anybody?", "please", "?", "I am waiting"]) {
      await started.write("ada", text);
      await started.pass(30 * minute);
    }
    expect(channel.sent).toHaveLength(1);
    await started.pass(2 * hour);
    await started.write("ada", "still there?");
    await started.pass(1_000);
    expect(await speakers(started)).toEqual([
      ...["customer", "handoff.after_hours", "customer", "customer", "customer", "customer", "customer"],
      ...["customer", "queue.still_waiting"],
    ]);
  });

  test("a slow bot does not leave them waiting for ever: one text, and a person", async () => {
    const started = start({ limits: { botTimeoutMs: 20, botAttempts: 1 } });
    started.bot.answers.push(() => new Promise(() => undefined));
    await started.write("ada", "hello");
    await started.pass(minute / 2);
    expect(await speakers(started)).toEqual(["customer", "handoff.confirmation"]);
    expect((await only(started)).control).toMatchObject({ phase: "queue", handoff: { reason: "bot-failed" } });
  });

  test("the person's name is in the text, in the customer's language", async () => {
    const started = start();
    await started.engine.agents.add(person("robin", { name: "Robin Vogel" }));
    await started.write("ada", "Je voudrais parler à un conseiller");
    await started.pass(1_000);
    await command(started, { type: "conversation-claimed", agentId: "robin" });
    await started.pass(1_000);
    const joined = started.channel.sent.at(-1)?.text ?? "";
    expect(joined).toContain("Robin Vogel");
    expect((await only(started)).locale).toBe("fr");
  });
});

describe("where it goes", () => {
  test("the lead's rules choose the team by what the customer wants", async () => {
    const toSales = rule("cancel-first", {
      position: 1,
      when: [{ type: "signal", is: ["phrase:leaving"] }],
      then: handoff({ destination: { type: "team", id: "sales" }, behaviour: "reassign", priority: "high" }),
    });
    const starter: Settings = {
      ...quietSettings,
      rules: { ...quietSettings.rules, [toSales.id]: toSales },
      phrases: { leaving: { id: "leaving", name: "Leaving", phrases: ["cancel* * contract"], policy: "none" } },
      teams: { ...quietSettings.teams, sales: { id: "sales", name: "sales", hours: "always", headId: null } },
    };
    const started = start({ starter });
    await started.engine.agents.add(person("anna", { teamIds: ["sales"], lastAssignedAt: 9 }));
    await started.engine.agents.add(person("ben", { teamIds: ["support"] }));
    await started.write("ada", "I would like to cancel my contract");
    await started.pass(1_000);
    expect((await only(started)).control).toMatchObject({
      phase: "queue",
      handoff: {
        reason: "phrase",
        priority: "high",
        destination: { type: "team", id: "sales" },
        decision: { ruleId: "cancel-first" },
        ask: { pending: [{ agentId: "anna" }] },
      },
    });
  });

  test("keeping the owner: others are alerted, the bot goes on, and the fallback gets it when nobody claims", async () => {
    const alert = rule("alert-sales", {
      when: [{ type: "signal", is: ["frustration"] }],
      then: handoff({
        behaviour: "keep-owner",
        fallback: { destination: { type: "queue", id: "chat" }, afterMinutes: 10 },
      }),
    });
    const started = start({ starter: { ...quietSettings, rules: { [alert.id]: alert } } });
    await started.write("ada", "this is so frustrating, nothing works here");
    await started.pass(1_000);
    const kept = await only(started);
    expect(kept).toMatchObject({ epoch: 1, control: { phase: "bot", alert: { cause: { reason: "frustration" } } } });
    expect((await speakers(started)).slice(1, 3)).toEqual(["handoff.alerted", "bot"]);
    await started.pass(11 * minute);
    expect((await only(started)).control).toMatchObject({ phase: "queue", handoff: { reason: "frustration" } });
  });

  test("keeping the owner: whoever of the alerted claims it has it, and nothing falls back afterwards", async () => {
    const alert = rule("alert-sales", {
      when: [{ type: "signal", is: ["flag"] }],
      then: handoff({
        destination: { type: "agent", id: "lead" },
        behaviour: "keep-owner",
        fallback: { destination: { type: "queue", id: "chat" }, afterMinutes: 10 },
      }),
    });
    const started = start({
      starter: { ...quietSettings, rules: { ...quietSettings.rules, [alert.id]: { ...alert, position: 0 } } },
    });
    for (const id of ["robin", "lead", "other"]) await started.engine.agents.add(person(id));
    await started.write("ada", asksForPerson);
    await started.pass(1_000);
    await command(started, { type: "conversation-claimed", agentId: "robin" });
    await command(started, { type: "conversation-flagged", flag: "complex", reason: "two contracts" });
    expect((await only(started)).control).toMatchObject({
      phase: "human",
      agentId: "robin",
      alert: { destination: { id: "lead" } },
    });
    expect(await command(started, { type: "conversation-claimed", agentId: "other" })).toEqual({
      status: "refused",
      code: "not-alerted",
    });
    await command(started, { type: "conversation-claimed", agentId: "lead" });
    await started.pass(hour);
    expect((await only(started)).control).toMatchObject({ phase: "human", agentId: "lead", alert: null });
    expect((await started.engine.agents.get("robin"))?.holds).toEqual({});
  });
});

describe("an offer of a person", () => {
  test("is made once per engagement, and what follows is the bot's", async () => {
    const started = start();
    await started.write("ada", "this is so frustrating, nothing works here");
    await started.pass(1_000);
    expect(await speakers(started)).toEqual(["customer", "handoff.offer"]);
    expect(started.channel.sent[0]?.choices.map(({ id }) => id)).toEqual(["person", "bot"]);
    await started.write("ada", "so annoying. where is my order?");
    await started.pass(1_000);
    expect(await speakers(started)).toEqual(["customer", "handoff.offer", "customer", "bot"]);
  });

  test.each(["yes please", "ja gerne", "oui", "sí, por favor"])("%s brings a person", async (answer) => {
    const started = start();
    await started.write("ada", "this is so frustrating, nothing works here");
    await started.pass(1_000);
    await started.write("ada", answer);
    await started.pass(1_000);
    expect((await only(started)).control).toMatchObject({ phase: "queue", handoff: { reason: "explicit-request" } });
  });

  test("that the lead has muted is none: the bot answers, and nobody reads nothing", async () => {
    const scope = { rule: null, channel: null, team: null, reason: null, hours: null };
    const muted = { id: "muted", moment: "handoff.offer", scope, isMuted: true, byLocale: {} } as const;
    const started = start({ starter: { ...quietSettings, texts: { ...quietSettings.texts, muted } } });
    await started.write("ada", "this is so frustrating, nothing works here");
    await started.pass(1_000);
    expect(await speakers(started)).toEqual(["customer", "bot"]);
  });

  test("is declined with a word, and the bot answers what was asked before", async () => {
    const started = start();
    await started.write("ada", "this is so frustrating, nothing works here");
    await started.pass(1_000);
    await started.write("ada", "no thanks");
    await started.pass(1_000);
    expect((await only(started)).control.phase).toBe("bot");
    expect(started.bot.turns[0]?.messages.map(({ text }) => text)).toContain(
      "this is so frustrating, nothing works here",
    );
  });

  test("an insult alone offers and rings nobody; going on is warned about, limited and blocked, each with an end", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    for (let count = 0; count < 9; count++) {
      await started.write("ada", `you stupid idiot bot, number ${count}`);
      await started.pass(count === 4 ? 31 * minute : 1_000);
    }
    const said = await speakers(started);
    expect(said).toContain("handoff.offer");
    expect(said.filter((who) => who.startsWith("abuse."))).toEqual(["abuse.warning", "abuse.limited", "abuse.blocked"]);
    expect((await started.engine.agents.get("robin"))?.holds).toEqual({});
    await started.write("ada", "I want to kill myself");
    await started.pass(1_000);
    expect((await only(started)).control).toMatchObject({
      phase: "queue",
      handoff: { reason: "self-harm", priority: "urgent" },
    });
  });
});

describe("the first contact", () => {
  test("says that it is an AI, once, in the same message as the answer", async () => {
    const { "no-introduction": _muted, ...texts } = quietSettings.texts;
    const started = start({ starter: { ...quietSettings, texts } });
    await started.write("ada", "how do I change my address?");
    await started.pass(1_000);
    await started.write("ada", "and my name?");
    await started.pass(1_000);
    const [first, second] = started.channel.sent.map(({ text }) => text);
    expect(first).toMatch(/\(an AI\)[\s\S]*re: how do I change my address\?/);
    expect(second).toBe("re: and my name?");
  });

  test("tells everybody of an incident once while the switch is on", async () => {
    const started = start();
    const until = started.clock.now() + hour;
    await started.engine.settings.switches.turnOn({
      ...{ name: "incident", until, by: "key:lead", byLocale: { en: "Our shop is down." } },
    });
    await started.write("ada", "how do I pay?");
    await started.pass(1_000);
    await started.write("ada", asksForPerson);
    await started.pass(1_000);
    const texts = started.channel.sent.map(({ text }) => text);
    expect(texts[0]).toContain("Our shop is down.");
    expect(texts[1]).not.toContain("Our shop is down.");
  });
});
