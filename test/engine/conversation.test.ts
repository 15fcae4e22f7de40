import { afterEach, describe, expect, test } from "vitest";
import type { Message } from "../../src/core/conversation/message.ts";
import { person, startTestEngine, type TestEngine, type TestEngineOptions } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";
import { says } from "../support/test-bot.ts";

const open: TestEngine[] = [];

function start(options: Partial<TestEngineOptions> = {}): TestEngine {
  const started = startTestEngine({ store: memoryStore(), ...options });
  open.push(started);
  return started;
}

afterEach(async () => {
  for (const started of open.splice(0)) await started.close();
});

async function only(started: TestEngine): Promise<string> {
  for (const phase of ["bot", "queue", "human", "closed"] as const) {
    const page = await started.engine.conversations.listByPhase(phase, { limit: 5, cursor: null });
    if (page.items[0]) return page.items[0].id;
  }
  throw new Error("there is no conversation");
}

async function transcript(started: TestEngine): Promise<string[]> {
  const page = await started.engine.conversations.messages(await only(started), { limit: 100, afterSeq: 0 });
  return page.items.map(line);
}

function line({ author, content, delivery }: Message): string {
  const who = author.type === "system" ? author.moment : author.type;
  const state = delivery.status === "none" || delivery.status === "sent" ? "" : ` (${delivery.status})`;
  return `${who}: ${content.type === "text" ? content.text : "?"}${state}`;
}

describe("a conversation with the bot", () => {
  test("answers a message and sends the answer", async () => {
    const started = start();
    await started.write("ada", "hello");
    await started.pass(1_000);
    expect(started.channel.sent.map(({ address, text }) => [address, text])).toEqual([["ada", "re: hello"]]);
    expect(await transcript(started)).toEqual(["customer: hello", "bot: re: hello"]);
  });

  test("takes a repeated message once, however often and concurrently it comes", async () => {
    const started = start();
    const results = await Promise.all(Array.from({ length: 20 }, () => started.write("ada", "hello", "same")));
    await started.pass(1_000);
    expect(results.filter(({ status }) => status === "accepted")).toHaveLength(1);
    expect(results.filter(({ status }) => status === "duplicate")).toHaveLength(19);
    expect(await transcript(started)).toEqual(["customer: hello", "bot: re: hello"]);
  });

  test("says that an id was used for something else", async () => {
    const started = start();
    await started.write("ada", "hello", "same");
    expect(await started.write("ada", "bye", "same")).toEqual({ status: "clash" });
  });

  test("merges a burst into one turn", async () => {
    const started = start({ settings: { quietMs: 400 } });
    for (const text of ["hi", "where is", "my order?"]) {
      await started.write("ada", text);
      await started.pass(100);
    }
    await started.pass(1_000);
    expect(started.bot.turns).toHaveLength(1);
    expect(started.bot.turns[0]?.messages.map(({ text }) => text)).toEqual(["hi", "where is", "my order?"]);
    expect(started.channel.sent).toHaveLength(1);
  });

  test("drops the answer to a turn that a new message made stale", async () => {
    const started = start();
    const gate = Promise.withResolvers<void>();
    started.bot.answers.push(async () => {
      await gate.promise;
      return says("an answer to half a question");
    });
    await started.write("ada", "where is");
    await started.write("ada", "my order?");
    gate.resolve();
    await started.pass(1_000);
    expect(started.channel.sent.map(({ text }) => text)).toEqual(["re: my order?"]);
    expect(started.bot.turns.at(-1)?.messages.map(({ text }) => text)).toEqual(["where is", "my order?"]);
  });

  test("answers after two restarts even when the customer goes on, and then what came meanwhile", async () => {
    const started = start({ settings: { quietMs: 400 } });
    for (const text of ["1", "2", "3", "4", "5"]) await started.write("ada", text);
    const gate = Promise.withResolvers<void>();
    started.bot.answers.push(async () => {
      await gate.promise;
      return says("first answer");
    });
    const passing = started.pass(500);
    await waitFor(() => started.bot.turns.length === 1);
    await started.write("ada", "6");
    gate.resolve();
    await passing;
    await started.pass(1_000);
    expect(started.channel.sent.map(({ text }) => text)).toEqual(["first answer", "re: 6"]);
  });

  test.each(["error", "empty", "handoff"] as const)("brings a person when the bot's turn ends in: %s", async (kind) => {
    const started = start({ limits: { botAttempts: 1 } });
    started.bot.answers.push(async () => {
      if (kind === "error") throw new Error("boom");
      return kind === "empty" ? says("  ") : says("I will transfer you", "too hard");
    });
    await started.write("ada", "hello");
    await started.pass(1_000);
    expect(started.channel.sent.map(({ text }) => text)).toEqual([
      "I'm connecting you with our support team. They can read our conversation, so you won't need to repeat anything.",
    ]);
  });
});

describe("a person", () => {
  test("is rung at once when the customer asks for one, and the bot is not asked", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    await started.write("ada", "I want to talk to a human");
    await started.pass(1_000);
    const conversation = await started.engine.conversations.get(await only(started));
    expect(conversation?.control).toMatchObject({
      phase: "queue",
      handoff: { ask: { pending: [{ agentId: "robin" }] } },
    });
    expect(started.bot.turns).toEqual([]);
    expect(await transcript(started)).toHaveLength(2);
  });

  test("takes over, is never talked over, and hands back", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    const gate = Promise.withResolvers<void>();
    started.bot.answers.push(async () => {
      await gate.promise;
      return says("too late");
    });
    await started.write("ada", "hello");
    const id = await only(started);
    await waitFor(() => started.bot.turns.length === 1);
    const claimed = await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
    expect(claimed.status).toBe("committed");
    gate.resolve();
    await started.pass(1_000);
    await started.engine.command(id, { type: "agent-replied", agentId: "robin", text: "Robin here" }, null);
    await started.write("ada", "thanks");
    await started.pass(1_000);
    await started.engine.command(id, { type: "conversation-handed-back", agentId: "robin", note: "refund done" }, null);
    await started.write("ada", "one more thing");
    await started.pass(1_000);
    expect(await transcript(started)).toEqual([
      "customer: hello",
      "human.joined: robin has joined the conversation.",
      "agent: Robin here",
      "customer: thanks",
      "note: refund done",
      "handoff.returned: You're talking to our virtual assistant again. Is there anything else I can help with?",
      "customer: one more thing",
      "bot: re: one more thing",
    ]);
    const agent = await started.engine.agents.get("robin");
    expect(agent?.holds).toEqual({});
  });

  test("does not take what another one has", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    await started.engine.agents.add(person("kim"));
    await started.write("ada", "hello");
    const id = await only(started);
    const claims = await Promise.all(
      ["robin", "kim"].map((agentId) => started.engine.command(id, { type: "conversation-claimed", agentId }, null)),
    );
    expect(claims.map(({ status }) => status).sort()).toEqual(["committed", "refused"]);
  });

  test("who lets a request lapse is not asked again, the next one is", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    await started.engine.agents.add(person("kim"));
    await started.write("ada", "I want a human");
    await started.pass(121_000);
    const conversation = await started.engine.conversations.get(await only(started));
    expect(conversation?.control).toMatchObject({
      phase: "queue",
      handoff: { declinedBy: ["kim"], ask: { pending: [{ agentId: "robin" }] } },
    });
    const records = await started.engine.conversations.records(await only(started), { limit: 50, afterSeq: 0 });
    expect(records.items.filter(({ type }) => type === "request")).toMatchObject([
      { agentId: "kim", end: { status: "timed-out" } },
      { agentId: "robin", end: null },
    ]);
  });

  test("is found as soon as one comes on duty", async () => {
    const started = start();
    await started.engine.agents.add(person("robin", { presence: "away" }));
    await started.write("ada", "I want a human");
    await started.pass(1_000);
    await started.engine.agents.change("robin", { presence: "available" });
    await started.pass(0);
    const conversation = await started.engine.conversations.get(await only(started));
    expect(conversation?.control).toMatchObject({ handoff: { ask: { pending: [{ agentId: "robin" }] } } });
  });

  test("is never given more than their capacity, and gets the next when one is closed", async () => {
    const started = start();
    await started.engine.agents.add(person("robin", { capacity: 2 }));
    for (const name of ["a", "b", "c", "d"]) await started.write(name, "I want a human");
    await started.pass(1_000);
    const holds = async () => Object.keys((await started.engine.agents.get("robin"))?.holds ?? {});
    const first = await holds();
    expect(first).toHaveLength(2);
    const id = first[0] ?? "";
    await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
    await started.engine.command(
      id,
      { type: "conversation-closed", agentId: "robin", outcome: "resolved", wrapUp: null },
      null,
    );
    await started.pass(1_000);
    expect(await holds()).toHaveLength(2);
    expect(await holds()).not.toContain(id);
  });

  test("gets a reopened conversation back without being asked", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    await started.write("ada", "hello");
    const id = await only(started);
    await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
    await started.engine.command(
      id,
      { type: "conversation-closed", agentId: "robin", outcome: "resolved", wrapUp: null },
      null,
    );
    await started.write("ada", "thanks!");
    expect((await started.engine.conversations.get(id))?.control.phase).toBe("closed");
    await started.write("ada", "it broke again");
    await started.pass(1_000);
    expect((await started.engine.conversations.get(id))?.control).toMatchObject({ phase: "human", agentId: "robin" });
  });
});

describe("when nobody comes", () => {
  test("the customer is told once that it takes longer, once that nobody could, and the wake-up goes on", async () => {
    const started = start();
    await started.write("ada", "I want a human");
    await started.pass(3_600_000);
    const texts = (await transcript(started)).slice(1);
    expect(texts.map((text) => text.split(":")[0])).toEqual([
      "handoff.confirmation",
      "handoff.no_agent",
      "handoff.exhausted",
    ]);
    expect(started.nextWake()).toBeGreaterThan(started.clock.now());
  });
});

describe("a send that fails", () => {
  test("is tried again, in order, until it goes through", async () => {
    const started = start();
    started.channel.answers.push(
      { status: "retry", error: "busy", retryAfterMs: null, mayHaveArrived: false },
      { status: "retry", error: "busy", retryAfterMs: null, mayHaveArrived: false },
    );
    await started.write("ada", "one");
    await started.pass(10);
    await started.write("ada", "two");
    await started.pass(10_000);
    expect(started.channel.sent.map(({ text }) => text)).toEqual(["re: one", "re: two"]);
  });

  test("for good is visible as dead, marked in the conversation, and can be retried", async () => {
    const started = start();
    started.channel.answers.push({ status: "failed", error: "blocked" });
    await started.write("ada", "one");
    await started.pass(1_000);
    expect(await transcript(started)).toEqual(["customer: one", "bot: re: one (failed)"]);
    const dead = await started.engine.deadLetters.list({ limit: 10, cursor: null });
    expect(dead.items).toMatchObject([{ type: "message-send", seq: 2, error: "blocked" }]);
    await started.engine.deadLetters.retry(dead.items[0]?.id ?? "");
    await started.pass(1_000);
    expect(await transcript(started)).toEqual(["customer: one", "bot: re: one"]);
    expect((await started.engine.deadLetters.list({ limit: 10, cursor: null })).items).toEqual([]);
  });

  test("is withheld when a person has taken over before it could leave", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    started.channel.answers.push({ status: "retry", error: "busy", retryAfterMs: 5_000, mayHaveArrived: false });
    await started.write("ada", "one");
    await started.pass(100);
    await started.engine.command(await only(started), { type: "conversation-claimed", agentId: "robin" }, null);
    await started.pass(20_000);
    expect(await transcript(started)).toEqual([
      "customer: one",
      "bot: re: one (withheld)",
      "human.joined: robin has joined the conversation.",
    ]);
  });
});

describe("erasing a customer", () => {
  test("leaves nothing that they wrote, and the next message begins anew", async () => {
    const started = start();
    await started.write("ada", "my secret is rosebud");
    await started.pass(1_000);
    const id = await only(started);
    const conversation = await started.engine.conversations.get(id);
    expect(await started.engine.conversations.search("rosebud", 5)).toHaveLength(2);
    expect(await started.engine.erase(conversation?.customerId ?? "")).toBe(true);
    expect(await started.engine.conversations.get(id)).toBeNull();
    expect(await started.engine.conversations.search("rosebud", 5)).toEqual([]);
    await started.write("ada", "hello again");
    await started.pass(1_000);
    expect(await only(started)).not.toBe(id);
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
