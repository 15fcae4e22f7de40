import { describe, expect, test } from "vitest";
import type { CustomerLookup, LookupAnswer, LookupQuestion } from "../../../src/ports/customer-lookup.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { only, speakers, start } from "../opened.ts";

/** The company's own system, in the test's hands. */
function knowing(...answers: (LookupAnswer | Promise<LookupAnswer>)[]) {
  const questions: LookupQuestion[] = [];
  const lookup: CustomerLookup = {
    async lookUp(question) {
      questions.push(question);
      return (await answers.shift()) ?? { status: "unknown" };
    },
  };
  return { lookup, questions };
}

const hour = 3_600_000;
const gold = { status: "found", properties: { plan: "gold" } } as const;
const planOf = async (started: TestEngine) => (await only(started)).properties.plan;

describe("the company's own system", () => {
  test("is asked once when a conversation begins, and what it knows can be relied on", async () => {
    const { lookup, questions } = knowing(gold);
    const started = start({ lookup });
    await started.write("ada", "hello");
    await started.write("ada", "are you there?");
    await started.pass(0);
    const { id, customerId } = await only(started);
    expect(questions).toMatchObject([{ conversationId: id, customerId, channelId: "main.test", address: "ada" }]);
    expect(await planOf(started)).toEqual({ value: "gold", isTrusted: true });
  });

  test("holds up nobody: the customer is answered while it thinks", async () => {
    const thinking = Promise.withResolvers<LookupAnswer>();
    const started = start({ lookup: knowing(thinking.promise).lookup });
    await started.write("ada", "hello");
    const passing = started.pass(0);
    await expect.poll(() => speakers(started)).toEqual(["customer", "bot"]);
    expect(await planOf(started)).toBeUndefined();
    thinking.resolve(gold);
    await passing;
    expect(await planOf(started)).toEqual({ value: "gold", isTrusted: true });
  });

  test("is asked again at a handoff, when it was asked more than a day ago", async () => {
    const { lookup, questions } = knowing(gold, { status: "found", properties: { plan: "none" } });
    const started = start({ lookup });
    await started.engine.agents.add(person("kim"));
    await started.write("ada", "hello");
    await started.pass(0);
    await started.write("ada", "I want to talk to a human");
    await started.pass(0);
    expect(questions).toHaveLength(1);
    const { id } = await only(started);
    await started.engine.command(id, { type: "conversation-claimed", agentId: "kim" }, null);
    await started.engine.command(id, { type: "conversation-handed-back", agentId: "kim", note: null }, null);
    await started.pass(25 * hour);
    await started.write("ada", "I want to talk to a human");
    await started.pass(0);
    expect(questions).toHaveLength(2);
    expect(await planOf(started)).toEqual({ value: "none", isTrusted: true });
  });

  test("is asked twice when it fails, and then done without", async () => {
    const failed = { status: "failed", error: "away" } as const;
    const { lookup, questions } = knowing(failed, failed, gold);
    const started = start({ lookup });
    await started.write("ada", "hello");
    await started.pass(hour);
    expect(questions).toHaveLength(2);
    expect(await planOf(started)).toBeUndefined();
    expect(await speakers(started)).toEqual(["customer", "bot"]);
  });
});
