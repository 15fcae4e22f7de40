import { afterEach, describe, expect, test } from "vitest";
import { BotError } from "../../src/ports/bot.ts";
import type { SendResult } from "../../src/ports/channel.ts";
import type { Store } from "../../src/ports/store.ts";
import { person, startTestEngine, type TestEngine, type TestEngineOptions } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

const open: TestEngine[] = [];

function start(options: Partial<TestEngineOptions> = {}): TestEngine {
  const started = startTestEngine({ store: memoryStore(), ...options });
  open.push(started);
  return started;
}

afterEach(async () => {
  for (const started of open.splice(0)) await started.close();
});

const connecting = expect.stringContaining("connecting you");

async function conversationOf(started: TestEngine, from: string): Promise<string> {
  const written = await started.write(from, "hello");
  return "conversationId" in written ? (written.conversationId ?? "") : "";
}

describe("what goes wrong with a bot", () => {
  test("an answer of no shape we know brings a person", async () => {
    const started = start();
    started.bot.answers.push(async () => ({ text: "hi" }) as never);
    await started.write("ada", "hello");
    await started.pass(60_000);
    expect(started.channel.sent[0]?.text).toEqual(connecting);
  });

  test("a server that asks for six hours of patience brings a person within the minute", async () => {
    const started = start();
    const overloaded = { failure: "overload", retryable: true, retryAfterMs: 6 * 3_600_000 } as const;
    started.bot.answers.push(async () => {
      throw new BotError("come back tonight", overloaded);
    });
    await started.write("ada", "hello");
    await started.pass(60_000);
    expect(started.channel.sent[0]?.text).toEqual(connecting);
  });

  test("a fault of ours in its turn, again and again, brings a person", async () => {
    const memory = memoryStore();
    const first = start({ store: { ...memory, close: async () => undefined }, settings: { quietMs: 400 } });
    await first.write("ada", "hello");
    const store: Store = {
      ...memory.store,
      async query(query) {
        if ("log" in query && query.log === "messages") throw new Error("a bug");
        return memory.store.query(query);
      },
    };
    const { clock, channel } = first;
    const second = start({ store: { ...memory, store }, clock, channel });
    await second.pass(60_000);
    expect(channel.sent[0]?.text).toEqual(connecting);
  });

  test("a question that a person left unanswered is answered when it is handed back", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    const id = await conversationOf(started, "ada");
    await started.pass(1_000);
    await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
    await started.write("ada", "where is order 5?");
    await started.engine.command(id, { type: "conversation-handed-back", agentId: "robin", note: null }, null);
    await started.pass(1_000);
    expect(started.channel.sent.at(-1)?.text).toBe("re: where is order 5?");
  });
});

describe("what goes wrong with a send", () => {
  test("nothing of an erased customer comes back when it could not leave", async () => {
    const started = start();
    const gate = Promise.withResolvers<SendResult>();
    started.channel.answers.push(gate.promise);
    const id = await conversationOf(started, "ada");
    const passing = started.pass(0);
    const customerId = (await started.engine.conversations.get(id))?.customerId ?? "";
    await started.engine.erase(customerId);
    gate.resolve({ status: "retry", error: "busy", retryAfterMs: null, mayHaveArrived: false });
    await passing;
    await started.pass(60_000);
    const left = await started.engine.conversations.messages(id, { limit: 10, afterSeq: 0 });
    expect(left.items).toEqual([]);
    expect(await started.engine.conversations.search("hello", 5)).toEqual([]);
  });

  test("one that had to wait for room looks again who is in control", async () => {
    const started = start({ limits: { poolSize: 1 } });
    await started.engine.agents.add(person("robin"));
    const gate = Promise.withResolvers<SendResult>();
    started.channel.answers.push(gate.promise);
    const [, second] = await Promise.all([conversationOf(started, "ada"), conversationOf(started, "ben")]);
    const passing = started.pass(1_000);
    await waitFor(() => started.bot.turns.length === 2);
    await started.engine.command(second, { type: "conversation-claimed", agentId: "robin" }, null);
    gate.resolve({ status: "sent", providerId: null });
    await passing;
    await started.pass(60_000);
    const toBen = started.channel.sent.filter(({ address }) => address === "ben");
    expect(toBen.map(({ author, text }) => [author, text])).toEqual([["system", "robin has joined the conversation."]]);
  });

  test("one that may have arrived is never shown as withheld, whatever its repetition met", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    started.channel.answers.push(
      { status: "retry", error: "the answer was lost", retryAfterMs: null, mayHaveArrived: true },
      { status: "retry", error: "503", retryAfterMs: 5_000, mayHaveArrived: false },
    );
    const id = await conversationOf(started, "ada");
    await started.pass(1_000);
    await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
    await started.pass(60_000);
    const { items } = await started.engine.conversations.messages(id, { limit: 10, afterSeq: 0 });
    expect(items[1]).toMatchObject({ author: { type: "bot" }, delivery: { status: "unknown" } });
  });

  test("those behind it in the lane follow at once, without waiting for the next look", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    const gate = Promise.withResolvers<SendResult>();
    started.channel.answers.push(gate.promise);
    const id = await conversationOf(started, "ada");
    await waitFor(() => started.bot.turns.length === 1);
    await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
    for (const text of ["one", "two", "three"]) {
      await started.engine.command(id, { type: "agent-replied", agentId: "robin", text }, null);
    }
    gate.resolve({ status: "sent", providerId: null });
    await started.engine.settleAll();
    expect(started.channel.sent.slice(-3).map(({ text }) => text)).toEqual(["one", "two", "three"]);
  });

  /** A send on which twelve processes have died, one after the other. */
  async function lostSend() {
    const store = memoryStore();
    const lost = startTestEngine({ store });
    lost.channel.answers.push(new Promise<SendResult>(() => undefined));
    const id = await conversationOf(lost, "ada");
    await waitFor(() => lost.channel.answers.length === 0);
    const { clock } = lost;
    for (let died = 0; died < 12; died++) {
      clock.advance(45_000);
      const now = clock.now();
      const { effects } = await store.store.takeDue({ now, limit: 9, leaseUntilMs: now + 45_000, busyPools: [] });
      expect(effects.map(({ pool }) => pool)).toContain("send:main.test");
    }
    clock.advance(45_000);
    return { store, clock, id };
  }

  test("one whose processes were lost again and again is still only as late as its channel makes it", async () => {
    const { store, clock, id } = await lostSend();
    const started = start({ store, clock });
    started.channel.answers.push({ status: "retry", error: "503", retryAfterMs: null, mayHaveArrived: false });
    await started.pass(1_000);
    const { items } = await started.engine.conversations.messages(id, { limit: 10, afterSeq: 0 });
    expect(items[1]?.delivery).toMatchObject({ status: "sent" });
  });

  test("nor is it given up at the first fault of ours after them", async () => {
    const { store: memory, clock, id } = await lostSend();
    let faults = 1;
    const store: Store = {
      ...memory.store,
      async query(query) {
        if ("log" in query && query.log === "messages" && faults-- > 0) throw new Error("a bug");
        return memory.store.query(query);
      },
    };
    const started = start({ store: { ...memory, store }, clock });
    await started.pass(10_000);
    expect(faults).toBeLessThan(1);
    const { items } = await started.engine.conversations.messages(id, { limit: 10, afterSeq: 0 });
    expect(items[1]?.delivery).toMatchObject({ status: "sent" });
  });

  test("a platform's Retry-After does not hold up a conversation for a day", async () => {
    const started = start();
    started.channel.answers.push({ status: "retry", error: "429", retryAfterMs: 86_400_000, mayHaveArrived: false });
    await started.write("ada", "hello");
    await started.pass(16 * 60_000);
    expect(started.channel.sent.map(({ text }) => text)).toEqual(["re: hello"]);
  });
});

describe("a slow reader of the feed", () => {
  test("is let go rather than told something with a hole in it", async () => {
    const started = start();
    await started.engine.start();
    const reading = new AbortController();
    const entries = started.engine.feed.follow(null, reading.signal);
    const first = entries.next();
    await started.write("ada", "hello");
    await first;
    for (let written = 0; written < 2_600; written++)
      await started.write(`c${written}`, "where is my order?", `flood-${written}`);
    await started.pass(1_000);
    const cursors: bigint[] = [];
    for await (const item of entries)
      if (item.type === "entry") cursors.push(BigInt(item.entry.cursor.split(".").at(-1) ?? 0));
    expect(cursors.length).toBeGreaterThan(1_000);
    expect(cursors.every((cursor, index) => index === 0 || cursor === (cursors[index - 1] ?? 0n) + 1n)).toBe(true);
    reading.abort();
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
