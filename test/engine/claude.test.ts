import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { knowledgeOf } from "../../adapters/kit/knowledge/knowledge.ts";
import { demoPages } from "../../examples/demo-shop/pages.ts";
import { botAt } from "../adapters/bots/claude/subject.ts";
import { says, streams, uses } from "../support/anthropic/stream-answer.ts";
import {
  type AnthropicServer,
  type ApiAnswer,
  errorAnswer,
  hangUp,
  openAnthropicServer,
  silence,
} from "../support/anthropic-server.ts";
import type { TestEngine } from "../support/engine.ts";
import { only, speakers, start, transcript } from "./opened.ts";

let server: AnthropicServer;
beforeEach(async () => {
  server = await openAnthropicServer();
});
afterEach(() => server.close());

function startWithClaude(...answers: readonly ApiAnswer[]): TestEngine {
  server.answerWith(...answers);
  const claude = botAt(server, {}, { knowledge: knowledgeOf(demoPages) });
  return start({ bot: { ...claude, turns: [], answers: [] }, limits: { botTimeoutMs: 3_000 } });
}

const minute = 60_000;

describe("a conversation with Claude", () => {
  test("is answered from the help pages, and what it cost is kept with the engagement", async () => {
    const started = startWithClaude(
      uses("search_knowledge", { query: "delivery cost" }),
      says("Delivery costs €4.90 (Delivery and returns)."),
    );
    await started.write("ada", "how much is delivery?");
    await started.pass(1_000);
    expect(await transcript(started)).toEqual([
      "customer: how much is delivery?",
      "bot: Delivery costs €4.90 (Delivery and returns).",
    ]);
    const { usage } = (await only(started)).engagement.bot;
    expect(usage.inputTokens).toBeGreaterThan(0);
    expect(usage.outputTokens).toBeGreaterThan(0);
    expect(usage.costMicros).toBeGreaterThan(0);
  });

  test("that it proposes to hand over is handed over, with its note for the person and one text for the customer", async () => {
    const started = startWithClaude(
      uses("propose_handoff", { reason: "action-needed", note: "Wants money back for order 4711" }),
    );
    await started.write("ada", "I would like a refund for my order");
    await started.pass(minute / 2);
    expect(await speakers(started)).toEqual(["customer", "note", "handoff.confirmation"]);
    expect(started.channel.sent).toHaveLength(1);
    expect((await transcript(started))[1]).toContain("order 4711");
    expect((await only(started)).control).toMatchObject({ phase: "queue", handoff: { reason: "bot-proposed" } });
  });

  test.each<[string, readonly ApiAnswer[]]>([
    ["429", [errorAnswer(429, "rate_limit_error", "slow down", { "retry-after": "1" })]],
    ["529", [errorAnswer(529, "overloaded_error")]],
    ["500", [errorAnswer(500, "api_error")]],
    ["401", [errorAnswer(401, "authentication_error")]],
    ["a cut stream", [streams([{ text: "Your order is" }], { until: { events: 3, ending: "break" } })]],
    ["a connection that closes", [hangUp]],
    ["a malformed tool call", [uses("propose_handoff", { reason: 7 })]],
    ["a refusal", [says("I cannot", { stopReason: "refusal" })]],
    ["an empty answer", [says("")]],
    ["silence", [silence]],
  ])("ends at a person after %s: one text, never silence", async (_failure, answers) => {
    const started = startWithClaude(...answers);
    await started.write("ada", "where is my order?");
    await started.pass(2 * minute);
    expect((await only(started)).control).toMatchObject({ phase: "queue", handoff: { reason: "bot-failed" } });
    const said = (await speakers(started)).filter((who) => who !== "handoff.no_agent");
    expect(said).toEqual(["customer", "handoff.confirmation"]);
  });

  test("goes on when the model was only busy for a moment", async () => {
    const started = startWithClaude(errorAnswer(529, "overloaded_error"), says("It left today."));
    await started.write("ada", "where is my order?");
    await started.pass(minute / 2);
    expect(await transcript(started)).toEqual(["customer: where is my order?", "bot: It left today."]);
  });

  test("that it only promises to hand over really is, and the promise is not sent", async () => {
    const started = startWithClaude(says("I'm transferring you to one of our agents right away."));
    await started.write("ada", "my invoice is wrong");
    await started.pass(minute / 2);
    expect(await speakers(started)).toEqual(["customer", "handoff.confirmation"]);
  });
});
