import { describe, expect, test } from "vitest";
import type { HandoffOutcome } from "../../src/core/rules/rule.ts";
import type { Settings } from "../../src/core/settings/settings.ts";
import { handoff, rule } from "../core/policies.ts";
import { only, start } from "../engine/opened.ts";
import { counted } from "../engine/reports/count.ts";
import { person, type TestEngine } from "../support/engine.ts";
import { quietSettings } from "../support/quiet-settings.ts";
import { says } from "../support/test-bot.ts";

const minute = 60_000;

/** One rule before all others. */
function first(when: Parameters<typeof rule>[1], then: Partial<HandoffOutcome>): Settings {
  const added = rule("first", { position: 0, ...when, then: handoff(then) });
  return { ...quietSettings, rules: { ...quietSettings.rules, [added.id]: added } };
}

const whenFlagged = { when: [{ type: "signal", is: ["flag"] }] } as const;

/** Robin has a conversation that an outside workflow then flags; others answer the queue. */
async function flagged(then: Partial<HandoffOutcome>): Promise<TestEngine> {
  const started = start({ starter: first(whenFlagged, then) });
  await started.engine.agents.add(person("robin", { teamIds: ["sales"] }));
  await started.write("ada", "I want to talk to a human");
  await started.pass(1_000);
  const { id } = await only(started);
  await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
  await started.engine.agents.add(person("kim"));
  const flag = { type: "conversation-flagged", flag: "complex", reason: "Two contracts" } as const;
  await started.engine.command(id, flag, null);
  await started.pass(1_000);
  return started;
}

describe("a topic that the assistant does not know", () => {
  const answer = { ...says("I am not sure about that."), topicSupported: false };

  test("is offered a person with its answer, as the settings begin", async () => {
    const started = start();
    started.bot.answers.push(async () => answer);
    await started.write("ada", "can you certify my translation?");
    await started.pass(1_000);
    const { control, engagement } = await only(started);
    expect(control.phase).toBe("bot");
    expect(engagement.offer).toMatchObject({ isOpen: true, evidence: [{ signal: "unsupported-topic" }] });
    expect(started.channel.sent.at(-1)?.text).toMatch(/^I am not sure about that\.[\s\S]*talk to a person/);
  });

  test("goes to people where a rule says so", async () => {
    const starter = first({ when: [{ type: "signal", is: ["unsupported-topic"] }] }, { priority: "high" });
    const started = start({ starter });
    started.bot.answers.push(async () => answer);
    await started.write("ada", "can you certify my translation?");
    await started.pass(1_000);
    expect((await only(started)).control).toMatchObject({
      phase: "queue",
      handoff: { reason: "unsupported-topic", priority: "high", decision: { ruleId: "first" } },
    });
  });
});

describe("what becomes of the owner", () => {
  test("reassigned to somebody, they have it and the owner has it no more", async () => {
    const started = await flagged({ behaviour: "reassign", destination: { type: "agent", id: "kim" } });
    expect((await only(started)).control).toMatchObject({ phase: "human", agentId: "kim" });
    expect((await started.engine.agents.get("robin"))?.holds).toEqual({});
  });

  test("unassigned, it is nobody's and waits in the queue, which asks whoever is next", async () => {
    const started = await flagged({ behaviour: "unassign", destination: { type: "queue", id: "chat" } });
    const { control } = await only(started);
    expect(control).toMatchObject({
      phase: "queue",
      handoff: { destination: { type: "queue", id: "chat" }, ask: { pending: [{ agentId: "kim" }] } },
    });
    expect((await started.engine.agents.get("robin"))?.holds).toEqual({});
  });

  test("kept, the owner goes on and the others hear of it", async () => {
    const started = await flagged({ behaviour: "keep-owner", destination: { type: "agent", id: "kim" } });
    const { id, control } = await only(started);
    expect(control).toMatchObject({ phase: "human", agentId: "robin" });
    const told = await started.engine.notifications.ofConversation(id, { limit: 50, cursor: null });
    expect(told.items.filter(({ kind }) => kind === "conversation-alerted")).toMatchObject([{ agentIds: ["kim"] }]);
  });
});

describe("the confirmation", () => {
  test("says how long it usually takes once that is known, and nothing before", async () => {
    const started = start();
    await started.engine.agents.add(person("robin", { capacity: 50, presence: "away" }));
    const names = Array.from({ length: 20 }, (_, index) => `customer-${index}`);
    for (const name of names) await started.write(name, "I want to talk to a human");
    await started.pass(6 * minute);
    const waiting = await started.engine.conversations.listByPhase("queue", { limit: 50, cursor: null });
    for (const { id } of waiting.items) {
      await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
    }
    await started.pass(2 * minute);
    await started.write("ada", "I want to talk to a human");
    await started.pass(0);
    const heard = (name: string) => started.channel.sent.find(({ address }) => address === name)?.text;
    expect(heard("customer-0")).toMatch(/connecting you with/);
    expect(heard("customer-0")).not.toMatch(/minutes/);
    expect(heard("ada")).toMatch(/connecting you with our support team.*It usually takes about 6 minutes\./);
  });
});

describe("follow-ups of a rule", () => {
  test("are made with the handoff: a call-back and an internal note, each with an owner's list and a due time", async () => {
    const starter = first(
      { when: [{ type: "signal", is: ["explicit-request"] }] },
      { tasks: ["call-back", "internal-note"] },
    );
    const started = start({ starter });
    await started.write("ada", "I want to talk to a human");
    await started.pass(1_000);
    const { id } = await only(started);
    const filter = { conversationId: id, status: "open" } as const;
    const { items } = await started.engine.tasks.list(filter, { limit: 10, cursor: null });
    const hours = items.map(({ kind, teamId, dueAt }) => [kind, teamId, (dueAt - started.clock.now()) / 3_600_000]);
    expect(hours.map(([kind, teamId, due]) => [kind, teamId, Math.round(Number(due))]).sort()).toEqual([
      ["call-back", "support", 4],
      ["note", "support", 24],
    ]);
  });
});

describe("a report by rule", () => {
  test("says how many handoffs each rule has made, and how many were answered", async () => {
    const started = start({ starter: first(whenFlagged, { destination: { type: "queue", id: "chat" } }) });
    await started.write("ada", "I want to talk to a human");
    await started.write("ben", "hello");
    await started.pass(1_000);
    const [ben] = (await started.engine.conversations.listByPhase("bot", { limit: 5, cursor: null })).items;
    const id = ben?.id ?? "";
    await started.engine.command(id, { type: "conversation-flagged", flag: "complex", reason: null }, null);
    await started.engine.agents.add(person("robin"));
    await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
    await started.pass(30_000);
    await started.engine.command(id, { type: "agent-replied", agentId: "robin", text: "Here I am." }, null);
    await started.pass(1_000);
    const { groups } = await counted(started, { by: ["rule"] });
    const byRule = groups.map(({ key, figures }) => [key[0], figures.handoffs, figures["first-response.total"]]);
    expect(byRule).toContainEqual([
      "request",
      expect.objectContaining({ value: 1 }),
      expect.objectContaining({ count: 0 }),
    ]);
    expect(byRule).toContainEqual([
      "first",
      expect.objectContaining({ value: 1 }),
      expect.objectContaining({ count: 1, p50Ms: 30_000 }),
    ]);
  });
});
