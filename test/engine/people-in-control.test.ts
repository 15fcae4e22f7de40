import { describe, expect, test } from "vitest";
import type { Settings } from "../../src/core/settings/settings.ts";
import { handoff, rule } from "../core/policies.ts";
import { person, type TestEngine } from "../support/engine.ts";
import { quietSettings } from "../support/quiet-settings.ts";
import { recordingChannel } from "../support/recording-channel.ts";
import { only, speakers, start } from "./opened.ts";

const minute = 60_000;
const hour = 60 * minute;

/** Robin has the chat with Ada; `looksOn`: she sees it while it goes on. */
async function taken({ looksOn = true, starter = quietSettings }: { looksOn?: boolean; starter?: Settings } = {}) {
  const started = start({ starter, channel: recordingChannel("main.test", { hasPresence: looksOn }) });
  await started.engine.agents.add(person("robin", { capacity: 1 }));
  await asks(started, "ada");
  await started.engine.command((await only(started)).id, { type: "conversation-claimed", agentId: "robin" }, null);
  await started.pass(0);
  return { ...started, id: (await only(started)).id };
}

async function asks(started: TestEngine, customer: string): Promise<void> {
  await started.write(customer, "I want to talk to a human");
  await started.pass(1_000);
}

async function replies(started: TestEngine & { readonly id: string }, text = "I am on it."): Promise<void> {
  await started.engine.command(started.id, { type: "agent-replied", agentId: "robin", text }, null);
  await started.pass(0);
}

/** Everything Ada reads after Robin has joined, by whom or at which moment. */
async function heard(started: TestEngine): Promise<readonly string[]> {
  const all = await speakers(started);
  return all.slice(all.indexOf("human.joined") + 1);
}

async function told(started: TestEngine & { readonly id: string }, kind: string): Promise<readonly string[]> {
  const { items } = await started.engine.notifications.ofConversation(started.id, { limit: 100, cursor: null });
  return items.filter((item) => item.kind === kind).flatMap(({ agentIds }) => agentIds ?? []);
}

async function controlOf(started: TestEngine & { readonly id: string }) {
  const conversation = await started.engine.conversations.get(started.id);
  if (!conversation) throw new Error("the conversation is gone");
  return conversation.control;
}

function headedBy(headId: string, change: Partial<Settings["people"]> = {}): Settings {
  const { support } = quietSettings.teams;
  if (!support) throw new Error("The starter has a team.");
  const teams = { ...quietSettings.teams, support: { ...support, headId } };
  return { ...quietSettings, teams, people: { ...quietSettings.people, ...change } };
}

describe("a person who has taken it and does not answer", () => {
  test("is waited for: the customer hears once that it takes longer, then others are asked and the head hears", async () => {
    const started = await taken({ starter: headedBy("boss") });
    await started.engine.agents.add(person("boss", { role: "lead", presence: "away" }));
    await started.pass(5 * minute);
    expect(await heard(started)).toEqual(["human.hold"]);
    await started.pass(5 * minute);
    expect(await heard(started)).toEqual(["human.hold", "human.left"]);
    const control = await controlOf(started);
    expect(control).toMatchObject({ phase: "queue", handoff: { priority: "high", declinedBy: ["robin"] } });
    expect(await told(started, "conversation-returned")).toEqual(["boss"]);
  });

  test("is left alone as soon as they have answered", async () => {
    const started = await taken();
    await started.pass(4 * minute);
    await replies(started);
    await started.pass(2 * hour);
    expect(await heard(started)).toEqual(["agent"]);
    expect(await controlOf(started)).toMatchObject({ phase: "human", agentId: "robin" });
  });

  test("is not hurried where the customer does not look on", async () => {
    const started = await taken({ looksOn: false });
    await started.pass(5 * hour);
    expect(await heard(started)).toEqual([]);
    expect(await controlOf(started)).toMatchObject({ phase: "human", agentId: "robin" });
  });
});

describe("a person who goes", () => {
  test("leaves a live chat to others at once: same handoff, before the rest, told once", async () => {
    const started = await taken();
    const before = await controlOf(started);
    await started.write("ada", "And one more thing");
    await started.engine.agents.change("robin", { presence: "offline" });
    await started.pass(1_000);
    expect(await heard(started)).toEqual(["customer", "human.left"]);
    const control = await controlOf(started);
    expect(control).toMatchObject({ phase: "queue", handoff: { priority: "high", course: { returned: 1 } } });
    const handoffId = before.phase === "human" ? before.handoff?.id : null;
    expect(control.phase === "queue" && control.handoff.id).toBe(handoffId);
  });

  test("and from whom a rule takes it does not get it straight back: another one of the same team is asked", async () => {
    const flagged = rule("flagged", { when: [{ type: "signal", is: ["flag"] }], then: handoff() });
    const started = await taken({ starter: { ...quietSettings, rules: { ...quietSettings.rules, flagged } } });
    await started.engine.agents.add(person("kim", { capacity: 1 }));
    await started.engine.command(started.id, { type: "conversation-flagged", flag: "complex", reason: null }, null);
    await started.pass(1_000);
    expect(await controlOf(started)).toMatchObject({
      phase: "queue",
      handoff: { reason: "flag", ask: { pending: [{ agentId: "kim" }] }, declinedBy: ["robin"] },
    });
  });

  test("promises no colleague for a night in which none is there: the customer hears when somebody will be", async () => {
    const started = await taken();
    const until = started.clock.now() + 8 * hour;
    await started.engine.settings.switches.turnOn({ name: "closed", until, by: "boss", byLocale: {} });
    await started.engine.agents.change("robin", { presence: "away" });
    await started.pass(1_000);
    expect(await heard(started)).toEqual(["handoff.after_hours"]);
    expect(await controlOf(started)).toMatchObject({ phase: "queue" });
  });

  test("may have it again when they are back before anybody else took it", async () => {
    const started = await taken();
    await started.engine.agents.change("robin", { presence: "offline" });
    await started.pass(1_000);
    await started.engine.agents.change("robin", { presence: "available" });
    await started.pass(1_000);
    const control = await controlOf(started);
    const ringing = control.phase === "queue" ? control.handoff.ask?.pending.map(({ agentId }) => agentId) : [];
    expect(control.phase === "human" ? [control.agentId] : ringing).toEqual(["robin"]);
  });

  test("keeps a chat whose customer has long been silent: nobody is handed around for nothing", async () => {
    const started = await taken();
    await replies(started);
    await started.pass(11 * minute);
    await started.engine.agents.change("robin", { presence: "away" });
    await started.pass(minute);
    expect(await controlOf(started)).toMatchObject({ phase: "human", isIdle: true, ownerGone: { because: "away" } });
    expect(await heard(started)).toEqual(["agent"]);
    await started.write("ada", "Are you there?");
    await started.pass(1_000);
    expect(await heard(started)).toEqual(["agent", "customer", "human.left"]);
  });

  test("keeps what is answered by letter, and it goes to others when the customer writes", async () => {
    const started = await taken({ looksOn: false });
    await replies(started);
    await started.engine.agents.change("robin", { presence: "away" });
    await started.pass(3 * hour);
    expect(await controlOf(started)).toMatchObject({ phase: "human", ownerGone: { because: "away" } });
    await started.write("ada", "Any news?");
    await started.pass(1_000);
    expect(await controlOf(started)).toMatchObject({ phase: "queue" });
    expect(await heard(started)).toEqual(["agent", "customer", "human.left"]);
  });

  test("keeps a letter for a day when it waits for an answer, then others are asked", async () => {
    const started = await taken({ looksOn: false });
    await started.engine.agents.change("robin", { presence: "away" });
    await started.pass(23 * hour);
    expect(await controlOf(started)).toMatchObject({ phase: "human" });
    await started.pass(2 * hour);
    expect(await controlOf(started)).toMatchObject({ phase: "queue" });
  });

  test("keeps it when they are back in time, and nobody has noticed anything", async () => {
    const started = await taken({ looksOn: false });
    await started.engine.agents.change("robin", { presence: "away" });
    await started.pass(hour);
    await started.engine.agents.change("robin", { presence: "available" });
    await started.pass(30 * hour);
    expect(await controlOf(started)).toMatchObject({ phase: "human", agentId: "robin", ownerGone: null });
    expect(await heard(started)).toEqual([]);
  });
});

describe("a customer who is silent", () => {
  test("takes no room after ten minutes, so that somebody else is helped meanwhile", async () => {
    const started = await taken();
    await asks(started, "ben");
    await replies(started);
    await started.pass(9 * minute);
    expect((await started.engine.agents.get("robin"))?.holds).toEqual({ [started.id]: expect.anything() });
    await started.pass(2 * minute);
    const holds = Object.values((await started.engine.agents.get("robin"))?.holds ?? {}).map(({ as }) => as);
    expect(holds.sort()).toEqual(["idle", "offered"]);
  });

  test("who writes again while there is no room waits for others, and never makes one too many", async () => {
    const started = await taken();
    await asks(started, "ben");
    await replies(started);
    await started.pass(11 * minute);
    const [ben] = (await started.engine.conversations.listByPhase("queue", { limit: 1, cursor: null })).items;
    await started.engine.command(ben?.id ?? "", { type: "conversation-claimed", agentId: "robin" }, null);
    await started.write("ada", "Hello again");
    await started.pass(1_000);
    expect(await controlOf(started)).toMatchObject({ phase: "queue", handoff: { preferredAgentId: "robin" } });
    expect(Object.keys((await started.engine.agents.get("robin"))?.holds ?? {})).toEqual([ben?.id]);
    // Robin is only full, and may be the one who comes: nobody says that they are gone.
    expect(await heard(started)).toEqual(["agent", "customer", "handoff.confirmation"]);
  });

  test("who writes again while there is room is taken up where it was, without a word", async () => {
    const started = await taken();
    await replies(started);
    await started.pass(11 * minute);
    await started.write("ada", "Hello again");
    await started.pass(1_000);
    expect(await controlOf(started)).toMatchObject({ phase: "human", agentId: "robin", isIdle: false });
    expect(await heard(started)).toEqual(["agent", "customer"]);
  });
});

describe("a conversation that is put aside", () => {
  const snoozes = (started: TestEngine & { readonly id: string }, ms: number) =>
    started.engine.command(
      started.id,
      { type: "conversation-snoozed", agentId: "robin", until: started.clock.now() + ms },
      null,
    );

  test("makes room at once, and comes back to mind at its time", async () => {
    const started = await taken();
    await replies(started);
    await snoozes(started, 2 * hour);
    await asks(started, "ben");
    const holds = Object.values((await started.engine.agents.get("robin"))?.holds ?? {}).map(({ as }) => as);
    expect(holds.sort()).toEqual(["idle", "offered"]);
    await started.pass(2 * hour);
    expect(await told(started, "snooze-ended")).toEqual(["robin"]);
    expect(await controlOf(started)).toMatchObject({ phase: "human", agentId: "robin", snooze: null });
  });

  test("is silent meanwhile: that it takes longer is said, and others are asked, only after it is back", async () => {
    const started = await taken();
    await snoozes(started, 2 * hour);
    await started.pass(2 * hour + 5 * minute - 1);
    expect(await heard(started)).toEqual([]);
    await started.pass(1);
    expect(await heard(started)).toEqual(["human.hold"]);
    await snoozes(started, 2 * hour);
    await started.pass(hour);
    await started.write("ada", "Are you there?");
    await started.pass(5 * minute - 1);
    expect(await heard(started)).toEqual(["human.hold", "customer"]);
    await started.pass(1);
    expect(await heard(started)).toEqual(["human.hold", "customer", "human.left"]);
  });

  test("is not waited for any more when it was answered meanwhile", async () => {
    const started = await taken();
    await snoozes(started, hour);
    await replies(started);
    await started.pass(hour);
    await started.write("ada", "Thank you, and what about the other one?");
    await started.pass(hour);
    expect(await heard(started)).toEqual(["agent", "customer"]);
  });

  test("stays silent when all of somebody's conversations move to somebody else", async () => {
    const started = await taken();
    await started.engine.agents.add(person("kim", { capacity: 1 }));
    await snoozes(started, 2 * hour);
    const moved = { agentId: "kim", byAgentId: null, evenIfAway: true, jobId: "job_1", tellsCustomer: false } as const;
    await started.engine.command(started.id, { type: "conversation-assigned", ...moved }, null);
    expect(await controlOf(started)).toMatchObject({ agentId: "kim", snooze: { watch: "hold" }, watch: null });
    await started.pass(hour);
    expect(await heard(started)).toEqual([]);
  });

  test("is taken up when the customer writes, and its time is forgotten", async () => {
    const started = await taken();
    await replies(started);
    await snoozes(started, 2 * hour);
    await started.write("ada", "I found the number");
    await started.pass(3 * hour);
    expect(await controlOf(started)).toMatchObject({ phase: "human", agentId: "robin", snooze: null });
    expect(await told(started, "snooze-ended")).toEqual([]);
  });
});

describe("a customer whom nobody takes", () => {
  async function waiting(change: Partial<Settings["handoff"]["exhaustion"]> = {}) {
    const exhaustion = { ...quietSettings.handoff.exhaustion, ...change };
    const starter = { ...headedBy("boss"), handoff: { ...quietSettings.handoff, exhaustion } };
    const started = start({ starter, channel: recordingChannel("main.test", { hasPresence: false }) });
    await started.engine.agents.add(person("boss", { role: "lead", presence: "away" }));
    await asks(started, "ada");
    return { ...started, id: (await only(started)).id };
  }

  test("hears so honestly and once, people are alerted, and it stays open for whoever comes", async () => {
    const started = await waiting();
    await started.pass(5 * hour);
    expect(await speakers(started)).toEqual([
      ...["customer", "handoff.confirmation", "handoff.no_agent", "handoff.exhausted"],
    ]);
    expect(await told(started, "handoff-exhausted")).toEqual(["boss"]);
    await started.engine.agents.add(person("kim"));
    await started.pass(1_000);
    const control = await controlOf(started);
    expect(control.phase === "queue" && control.handoff.ask?.pending[0]?.agentId).toBe("kim");
  });

  test("is waited for as long as the lead says, and not a fixed time", async () => {
    const started = await waiting({ afterMinutes: 45 });
    await started.pass(40 * minute);
    expect(await speakers(started)).not.toContain("handoff.exhausted");
    await started.pass(10 * minute);
    expect(await speakers(started)).toContain("handoff.exhausted");
  });

  test("is promised a call where the lead wants that, once", async () => {
    const started = await waiting({ then: "call-back" });
    await started.pass(5 * hour);
    expect((await speakers(started)).slice(-1)).toEqual(["callback.confirmed"]);
    expect(await controlOf(started)).toMatchObject({ phase: "queue", handoff: { waits: "later" } });
  });

  test("keeps the answer later they have chosen where others are promised a call", async () => {
    const started = await waiting({ then: "call-back" });
    await started.engine.command(started.id, { type: "wait-chosen", choice: "later" }, null);
    await started.pass(5 * hour);
    expect((await speakers(started)).slice(-2)).toEqual(["wait.later", "handoff.exhausted"]);
    const filter = { conversationId: started.id, status: null };
    const { items } = await started.engine.tasks.list(filter, { limit: 10, cursor: null });
    expect(items.map(({ title }) => title)).toEqual(["Get back to the customer"]);
  });

  test("may stop waiting while somebody is being asked, who is then free again", async () => {
    const started = await waiting();
    await started.engine.agents.add(person("kim"));
    await started.pass(1_000);
    expect(Object.keys((await started.engine.agents.get("kim"))?.holds ?? {})).toEqual([started.id]);
    await started.write("ada", "Never mind, I found it!");
    await started.pass(1_000);
    expect(await controlOf(started)).toMatchObject({ phase: "bot" });
    expect((await started.engine.agents.get("kim"))?.holds).toEqual({});
    expect((await speakers(started)).at(-1)).toBe("wait.cancelled");
  });
});

describe("a queue that is too long", () => {
  function overflowing(hasButtons: boolean) {
    const { chat } = quietSettings.queues;
    if (!chat) throw new Error("The starter has a queue for chats.");
    const rule = { when: { type: "full" }, then: { type: "call-back", template: "call-back" } } as const;
    const queues = { ...quietSettings.queues, chat: { ...chat, limit: 1, overflow: { before: [rule], after: [] } } };
    const channel = recordingChannel("main.test", { hasButtons, hasPresence: true });
    return start({ starter: { ...quietSettings, queues }, channel });
  }

  test("offers a call instead, with buttons, and whoever wants to wait keeps the place", async () => {
    const started = overflowing(true);
    await asks(started, "ada");
    await started.pass(3_000);
    await asks(started, "ben");
    const offered = started.channel.sent.at(-1);
    expect(offered?.choices.map(({ id }) => id)).toEqual(["wait-here", "wait-later", "wait-cancel"]);
    const { items } = await started.engine.conversations.listByPhase("queue", { limit: 5, cursor: null });
    expect(items.map(({ control }) => control.phase === "queue" && control.handoff.waits)).toEqual(["here", "here"]);
  });

  test("promises the call where nothing can be pressed", async () => {
    const started = overflowing(false);
    await asks(started, "ada");
    await started.pass(3_000);
    await asks(started, "ben");
    expect(started.channel.sent.at(-1)?.choices).toEqual([]);
    const { items } = await started.engine.conversations.listByPhase("queue", { limit: 5, cursor: null });
    expect(items.map(({ control }) => control.phase === "queue" && control.handoff.waits)).toEqual(["here", "later"]);
  });
});
