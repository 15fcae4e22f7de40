import { describe, expect, test } from "vitest";
import { requestIdOf } from "../../src/core/requests/ask.ts";
import { person, type TestEngine } from "../support/engine.ts";
import { says } from "../support/test-bot.ts";
import { only, speakers, start, transcript } from "./opened.ts";

const minute = 60_000;
const hour = 60 * minute;

const asksForPerson = "I want to talk to a human";

async function command(started: TestEngine, body: Parameters<TestEngine["engine"]["command"]>[1]) {
  return started.engine.command((await only(started)).id, body, null);
}

/** Failures other systems were seen to have: each of them cannot happen here. */
describe("known failures of handing over", () => {
  test("F1: the customer gets one transfer text, also when the bot writes one beside its proposal", async () => {
    const started = start();
    started.bot.answers.push(async () => says("I am transferring you to a colleague, one moment.", "refund"));
    await started.write("ada", "I want my money back");
    await started.pass(minute / 2);
    expect(await speakers(started)).toEqual(["customer", "handoff.confirmation"]);
    expect(started.channel.sent).toHaveLength(1);
  });

  test("F2: the customer gets a transfer text, also when the bot proposes and says nothing", async () => {
    const started = start();
    started.bot.answers.push(async () => says(null, "refund"));
    await started.write("ada", "I want my money back");
    await started.pass(minute / 2);
    expect(await speakers(started)).toEqual(["customer", "handoff.confirmation"]);
    expect(started.channel.sent).toHaveLength(1);
  });

  test("F3: the bot is not even asked after the transfer", async () => {
    const started = start();
    await started.write("ada", asksForPerson);
    await started.pass(1_000);
    await started.write("ada", "where is my order?");
    await started.write("ada", "are you there?");
    await started.pass(minute / 2);
    expect(started.bot.turns).toEqual([]);
    expect(await speakers(started)).toEqual(["customer", "handoff.confirmation", "customer", "customer"]);
  });

  test("F4: nothing automatic comes while a person has it, however long the customer is silent", async () => {
    const started = start();
    await started.engine.agents.add(person("robin", { capacity: 1 }));
    await started.write("ada", asksForPerson);
    await started.pass(1_000);
    await command(started, { type: "conversation-claimed", agentId: "robin" });
    await started.pass(1_000);
    const before = started.channel.sent.length;
    await started.pass(48 * hour);
    expect(started.channel.sent).toHaveLength(before);
  });

  test("F5: an answer that was being written when a person took over neither leaves nor hands over again", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    let release: (text: string) => void = () => undefined;
    const held = new Promise<string>((resolve) => {
      release = resolve;
    });
    started.bot.answers.push(async () => says(await held, "refund"));
    await started.write("ada", "hello");
    const passing = started.pass(1_000);
    await command(started, { type: "conversation-claimed", agentId: "robin" });
    release("too late");
    await passing;
    const { control } = await only(started);
    expect(control).toMatchObject({ phase: "human", agentId: "robin" });
    expect(started.channel.sent.map(({ text }) => text)).not.toContain("too late");
    expect(await speakers(started)).toEqual(["customer", "human.joined"]);
  });

  test("F6: given back, the bot answers again and is told what the person did", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    await started.write("ada", asksForPerson);
    await started.pass(1_000);
    await command(started, { type: "conversation-claimed", agentId: "robin" });
    await command(started, { type: "agent-replied", agentId: "robin", text: "Your order comes tomorrow." });
    await command(started, {
      type: "conversation-handed-back",
      agentId: "robin",
      note: "Delivery promised for tomorrow",
    });
    await started.write("ada", "can I change the address?");
    await started.pass(1_000);
    expect(started.bot.turns).toHaveLength(1);
    expect(started.bot.turns[0]?.handedBack?.note).toContain("Delivery promised for tomorrow");
    expect((await transcript(started)).at(-1)).toBe("bot: re: can I change the address?");
  });

  test("F7, F8, F10: a rejection has its effect: recorded with its reason, nothing left with who rejected, the next is asked", async () => {
    const started = start();
    await started.engine.agents.add(person("robin", { lastAssignedAt: 1 }));
    await started.engine.agents.add(person("kim", { lastAssignedAt: 2 }));
    await started.write("ada", asksForPerson);
    await started.pass(1_000);
    const { control: asked, id: askedId } = await only(started);
    const request = asked.phase === "queue" ? asked.handoff.ask?.pending[0] : undefined;
    if (!request) throw new Error("nobody was asked");
    expect(request.agentId).toBe("robin");
    const requestId = requestIdOf(askedId, request.recordSeq);
    await command(started, { type: "request-rejected", agentId: "robin", requestId, reason: "in-a-meeting" });
    await started.pass(1_000);
    const next = (await only(started)).control;
    expect(next).toMatchObject({
      phase: "queue",
      handoff: { ask: { pending: [{ agentId: "kim" }] }, declinedBy: ["robin"] },
    });
    expect((await started.engine.agents.get("robin"))?.holds).toEqual({});
    const { id } = await only(started);
    const records = (await started.engine.conversations.records(id, { limit: 50, afterSeq: 0 })).items;
    expect(records.find((record) => record.type === "request" && record.agentId === "robin")).toMatchObject({
      end: { status: "rejected", reason: "in-a-meeting" },
    });
  });

  test("F7: when everybody has declined it still belongs to the queue, with a stored wake-up", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    await started.write("ada", asksForPerson);
    await started.pass(10 * minute);
    const { control } = await only(started);
    expect(control.phase).toBe("queue");
    expect(started.nextWake()).not.toBeNull();
  });

  test("F9: who asks for a person reads a transfer text, never an error or nothing", async () => {
    const started = start();
    started.bot.answers.push(() => Promise.reject(new Error("no reply could be generated")));
    await started.write("ada", asksForPerson);
    await started.pass(minute / 2);
    expect(await speakers(started)).toEqual(["customer", "handoff.confirmation"]);
    expect(started.bot.turns).toEqual([]);
  });

  test("F11: a conversation that comes back does not overfill the person who had it", async () => {
    const started = start();
    await started.engine.agents.add(person("robin", { capacity: 1 }));
    await started.write("ada", asksForPerson);
    await started.pass(1_000);
    await command(started, { type: "conversation-claimed", agentId: "robin" });
    await command(started, { type: "conversation-closed", agentId: "robin", outcome: "resolved", wrapUp: null });
    await started.write("bob", asksForPerson);
    await started.pass(1_000);
    await started.write("ada", "it broke again");
    await started.pass(1_000);
    expect(Object.keys((await started.engine.agents.get("robin"))?.holds ?? {})).toHaveLength(1);
  });

  test("F12: a message that both asks for a person and complains gets one text", async () => {
    const started = start();
    await started.write("ada", "This is ridiculous, your bot is useless. Get me a human being now!");
    await started.pass(minute / 2);
    expect(await speakers(started)).toEqual(["customer", "handoff.confirmation"]);
  });

  test("F13: what was resolved does not keep a person as first to answer: a new question later is the bot's", async () => {
    const started = start();
    await started.engine.agents.add(person("robin"));
    await started.write("ada", asksForPerson);
    await started.pass(1_000);
    await command(started, { type: "conversation-claimed", agentId: "robin" });
    await command(started, { type: "conversation-closed", agentId: "robin", outcome: "resolved", wrapUp: null });
    await started.pass(100 * hour);
    await started.write("ada", "how do I change my address?");
    await started.pass(1_000);
    expect((await transcript(started)).at(-1)).toBe("bot: re: how do I change my address?");
  });
});
