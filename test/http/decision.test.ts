import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Conversation } from "../../src/core/conversation/state.ts";
import { explainDecision } from "../../src/engine/explain-decision.ts";
import { explanation } from "../../src/protocol/decisions.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

let test: TestApp;
let conversation: string;

beforeEach(async () => {
  test = startTestApp({ open: memoryStore() });
  await test.engine.agents.add(person("ada", { presence: "away" }));
  const { json } = await test.write("hello");
  await test.settle();
  conversation = `/api/v1/conversations/${json.conversationId}`;
});
afterEach(() => test.close());

describe("the decision that a person is needed", () => {
  it("is told with what was known, the rule, and what every rule before it said", async () => {
    await test.call("PATCH", conversation, { body: { addTags: ["vip"], properties: { plan: "gold" } } });
    await test.write("I want to talk to a human");
    const { status, json } = await decision();
    expect(status).toBe(200);
    expect(explanation.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      subject: "handoff",
      id: (await test.call("GET", conversation)).json.handoff.id,
      at: new Date(test.clock.now()).toISOString(),
      reason: "explicit-request",
      evidence: [{ signal: "explicit-request", messageSeq: 3 }],
      settingsVersion: 0,
      ruleId: "request",
      facts: {
        channelKind: "api",
        signals: [{ id: "explicit-request", detail: null }],
        tags: ["vip"],
        properties: { plan: { value: "gold", isTrusted: true } },
        botTurns: 1,
      },
      replay: { isSame: true },
    });
    const { trace, text } = json.replay;
    expect(trace.at(0)).toMatchObject({ ruleId: "danger", isMatch: false, conditions: [{ truth: "fails" }] });
    expect(trace.at(-1)).toEqual({
      ruleId: "request",
      isMatch: true,
      conditions: [{ type: "signal", truth: "holds", found: ["explicit-request"] }],
    });
    expect(text).toContain("Asks for a person");
    expect(JSON.stringify(json)).not.toContain("talk to a human");
  });

  it("is told when a person has it, and from the record when it is over", async () => {
    await test.write("I want to talk to a human");
    const open = (await decision()).json;
    await command("claim", { agentId: "ada" });
    expect((await decision()).json).toEqual(open);
    await command("hand-back", { agentId: "ada" });
    expect((await decision()).json).toEqual({ ...open, id: null, evidence: null });
  });

  it("is told without rules when the customer came back to somebody", async () => {
    await test.write("I want to talk to a human");
    await command("claim", { agentId: "ada" });
    await command("close", { agentId: "ada", outcome: "resolved" });
    await test.write("one more question about my parcel");
    const { json } = await decision();
    expect(explanation.parse(json)).toEqual(json);
    expect(json).toMatchObject({ reason: "reopened", ruleId: null, facts: null, replay: null });
    await command("claim", { agentId: "ada" });
    await command("hand-back", { agentId: "ada" });
    expect((await decision()).json).toMatchObject({ id: null, at: json.at, reason: "reopened", settingsVersion: null });
  });

  it("is 404 where nobody was needed, and where there is no conversation", async () => {
    const none = await decision();
    expect([none.status, none.json.code]).toEqual([404, "not-found"]);
    expect(none.json.detail).toContain("so far");
    expect((await test.call("GET", "/api/v1/conversations/con_none/decision")).status).toBe(404);
  });
});

describe("what is left of a decision", () => {
  const versions = { get: async () => null };

  it("is enough to say why, when its settings or the rules themselves are not there", async () => {
    await test.write("I want to talk to a human");
    const found = await stored();
    const { conversations } = test.engine;
    const explained = await explainDecision({ conversations, versions }, found);
    expect(explained).toMatchObject({ reason: "explicit-request", trail: { ruleId: "request" }, replay: null });
  });

  it("is found though much happened since", async () => {
    await test.write("I want to talk to a human");
    const found = await stored();
    const [handoff] = (await test.engine.conversations.records(found.id, { limit: 9, afterSeq: 1 })).items;
    if (!handoff) throw new Error("There is no record of the handoff.");
    const records = async (_id: string, { limit, afterSeq }: { limit: number; afterSeq: number }) => {
      const all = Array.from({ length: limit }, (_, index) => ({ ...handoff, seq: afterSeq + index + 1 }));
      return { items: all.filter(({ seq }) => seq === 2), next: null };
    };
    const control = { phase: "closed", since: 0, outcome: "resolved", handoff: null } as const;
    const later: Conversation = { ...found, lastRecordSeq: 1_234, control };
    expect(await explainDecision({ conversations: { records }, versions }, later)).toMatchObject({
      id: null,
      reason: "explicit-request",
    });
  });
});

function decision() {
  return test.call("GET", `${conversation}/decision`);
}

function command(what: string, body: unknown) {
  return test.call("POST", `${conversation}/${what}`, { body });
}

async function stored(): Promise<Conversation> {
  const found = await test.engine.conversations.get(conversation.split("/").at(-1) ?? "");
  if (!found) throw new Error("The conversation is not there.");
  return found;
}
