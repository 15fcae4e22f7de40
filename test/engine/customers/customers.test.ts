import { describe, expect, test } from "vitest";
import { readCustomerLines } from "../../../src/core/customers/read-lines.ts";
import type { Rule } from "../../../src/core/rules/rule.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { only, start } from "../opened.ts";

const toOwner: Rule = {
  ...{ id: "to-owner", name: "To whoever looks after them", isEnabled: true, position: 1, reviewedAt: null },
  when: [{ type: "signal", is: ["explicit-request"] }],
  then: {
    ...{ action: "handoff", behaviour: "unassign", fallback: null, assistsWhileWaiting: null, priority: "normal" },
    ...{ notify: [], tasks: [], destination: { type: "owner" } },
  },
};
const starter = { ...quietSettings, rules: { "to-owner": toOwner } };

async function importing(started: TestEngine, text: string) {
  const read = readCustomerLines(text);
  if (read.status === "broken") throw new Error(read.message);
  return started.engine.customers.import(read.lines);
}

const handoffOf = async (started: TestEngine) => {
  const { control } = await only(started);
  return control.phase === "queue" ? control.handoff : null;
};

describe("customers who are imported", () => {
  test("keep nobody waiting, however many of them there are and although nothing changes", async () => {
    const started = start();
    const lines = Array.from({ length: 400 }, (_, index) => `main.test,ada-${index},Ada\n`).join("");
    const file = `channel,address,name\n${lines}`;
    await importing(started, file);
    let others = 0;
    const other = setInterval(() => others++, 0);
    const again = await importing(started, file);
    clearInterval(other);
    expect(again.every(({ status }) => status === "unchanged")).toBe(true);
    expect(others).toBeGreaterThan(0);
  });

  test("are known with their first message, and imported again nothing changes", async () => {
    const started = start();
    await started.engine.agents.add(person("kim"));
    const file = "channel,address,name,owner,property:plan\nmain.test,ada,Ada Lovelace,kim,gold\n";
    expect(await importing(started, file)).toMatchObject([{ line: 2, status: "created" }]);
    expect(await importing(started, file)).toMatchObject([{ line: 2, status: "unchanged" }]);
    await started.write("ada", "hello");
    await started.pass(0);
    const conversation = await only(started);
    expect(conversation.properties).toEqual({ plan: { value: "gold", isTrusted: true } });
    expect(await started.engine.conversations.customer(conversation.customerId)).toMatchObject({
      name: "Ada Lovelace",
      accountOwnerId: "kim",
      conversationIds: [conversation.id],
    });
  });

  test("begin one conversation, however many of their messages come at once", async () => {
    const started = start();
    await importing(started, "channel,address\nmain.test,ada\n");
    const accepted = await Promise.all(["a", "b", "c"].map((text) => started.write("ada", text)));
    expect(new Set(accepted.map((each) => "conversationId" in each && each.conversationId)).size).toBe(1);
    const { items } = await started.engine.conversations.messages((await only(started)).id, { limit: 50, afterSeq: 0 });
    expect(items.filter(({ author }) => author.type === "customer")).toHaveLength(3);
  });

  test("who write already are changed, and their conversation has it", async () => {
    const started = start();
    await started.write("ada", "hello");
    await started.pass(0);
    expect(await importing(started, "channel,address,property:plan\nmain.test,ada,gold\n")).toMatchObject([
      { status: "changed" },
    ]);
    await started.pass(0);
    expect((await only(started)).properties).toEqual({ plan: { value: "gold", isTrusted: true } });
  });

  test("line by line: what cannot be is named, and stops nothing else", async () => {
    const started = start();
    const file = "channel,address,owner\nelse,ada,\nmain.test,bob,nobody\nmain.test,cy,\nmain.test,cy,\n";
    expect(await importing(started, file)).toMatchObject([
      { line: 2, status: "refused", message: expect.stringContaining("channel") },
      { line: 3, status: "refused", message: expect.stringContaining("owner") },
      { line: 4, status: "created" },
      { line: 5, status: "unchanged" },
    ]);
  });

  test("are forgotten as a whole before they have ever written", async () => {
    const started = start();
    const [created] = await importing(started, "channel,address,name\nmain.test,ada,Ada\n");
    const id = created && "customerId" in created ? created.customerId : "";
    expect(await started.engine.erase(id)).toBe(true);
    await started.write("ada", "hello");
    expect((await only(started)).customerId).not.toBe(id);
  });
});

describe("an account owner", () => {
  async function owned(ownerId: string | null): Promise<TestEngine> {
    const started = start({ starter });
    await started.engine.agents.add(person("kim"));
    await started.engine.agents.add(person("robin"));
    await started.write("ada", "hello");
    await started.pass(0);
    const { customerId } = await only(started);
    await started.engine.customers.change(customerId, { accountOwnerId: ownerId });
    return started;
  }

  test("is where a rule sends their customers", async () => {
    const started = await owned("kim");
    await started.write("ada", "I want to talk to a human");
    await started.pass(0);
    expect(await handoffOf(started)).toMatchObject({ destination: { type: "agent", id: "kim" } });
    expect((await handoffOf(started))?.ask?.pending).toMatchObject([{ agentId: "kim" }]);
  });

  test.each([
    ["there is none", null, null],
    ["they have left", "kim", "left"],
  ])("is no dead end when %s: it goes the workspace's way, and the trace says so", async (_what, ownerId, left) => {
    const started = await owned(ownerId);
    if (left) await started.engine.people.leave("kim", { agentId: null, role: "admin" });
    await started.write("ada", "I want to talk to a human");
    await started.pass(0);
    expect(await handoffOf(started)).toMatchObject({
      destination: quietSettings.handoff.destination,
      decision: { ruleId: "to-owner", facts: { accountOwner: left && { agentId: "kim", hasLeft: true } } },
    });
  });

  test("is looked up for nobody where no rule asks", async () => {
    const started = start();
    await started.write("ada", "I want to talk to a human");
    await started.pass(0);
    expect((await handoffOf(started))?.decision.facts).not.toHaveProperty("accountOwner");
  });
});
