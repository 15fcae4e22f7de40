import { expect, test } from "vitest";
import { compileRules, evaluateRules } from "../../../src/core/rules/evaluate.ts";
import { printTrace } from "../../../src/core/rules/print-trace.ts";
import type { Condition, RuleFacts } from "../../../src/core/rules/rule.ts";
import { facts, rule, toChat, withRules } from "./rule-book.ts";

const settings = withRules(
  rule(
    "vip-night",
    [
      { type: "property", name: "plan", is: ["pro", "business"], mustBeTrusted: true },
      { type: "not", condition: { type: "hours", of: "always", is: ["open"] } },
      { type: "queue", of: "e-mail", waitingAtLeast: 3, availableAtMost: 0 },
    ],
    { name: "Important, at night" },
  ),
  rule(
    "law",
    [
      { type: "signal", is: ["legal", "fraud"] },
      { type: "channel", is: ["whatsapp"] },
    ],
    { name: "Legal first", outcome: { ...toChat, priority: "high" } },
  ),
  rule("rest", [], { name: "Everything else", outcome: { action: "bot" } }),
);

const print = (more: Partial<RuleFacts>) =>
  printTrace(evaluateRules(compileRules(settings), facts(more)).trace, settings).split("\n");

test("reads as a lead would tell it, up to the rule that matched", () => {
  expect(
    print({
      signals: [{ id: "legal", detail: null }],
      properties: { plan: { value: "pro", isTrusted: false } },
      hours: { always: "closed" },
      queues: { "e-mail": { waiting: 4, available: 1 } },
    }),
  ).toEqual([
    "Important, at night (vip-night): not matched",
    "  no  property plan is one of pro, business (trusted): found a value that is not trusted",
    "  yes not (hours Always open is open): found closed",
    "  no  queue E-mail has at least 3 waiting and at most 0 available: found 4 waiting, 1 available",
    "Legal first (law): matched: handoff to queue Chat, reassign, high",
    "  yes signal is one of legal, fraud: found legal",
    "  yes channel is whatsapp: found main (whatsapp)",
  ]);
});

test("says what is not known, what was found instead, and that a rule asks for nothing", () => {
  expect(
    print({ signals: [{ id: "insult", detail: null }], properties: { plan: { value: "free", isTrusted: true } } }),
  ).toEqual([
    "Important, at night (vip-night): not matched",
    "  no  property plan is one of pro, business (trusted): found another value",
    "  ?   not (hours Always open is open): not known",
    "  ?   queue E-mail has at least 3 waiting and at most 0 available: not known",
    "Legal first (law): not matched",
    "  no  signal is one of legal, fraud: found insult",
    "  yes channel is whatsapp: found main (whatsapp)",
    "Everything else (rest): matched: the assistant answers",
    "  no conditions",
  ]);
});

test("says when no rule matched", () => {
  const tagged = withRules(rule("vip", [{ type: "tag", is: ["vip"] }], { outcome: { action: "offer" } }));
  const { trace } = evaluateRules(compileRules(tagged), facts({ tags: ["secret"] }));
  expect(printTrace(trace, tagged)).toBe(
    "The vip rule (vip): not matched\n  no  tag is vip: found none\nNo rule matched: the signals' own policies decide.",
  );
  expect(printTrace([], tagged)).toBe("No rule matched: the signals' own policies decide.");
});

test.each<[string, Condition, Partial<RuleFacts>, string]>([
  ["a language", { type: "language", is: ["pt"] }, { language: "pt-BR" }, "yes language is pt: found pt-br"],
  ["an intent", { type: "intent", is: ["refund"] }, { intents: ["Refund"] }, "yes intent is refund: found refund"],
  [
    "answers",
    { type: "bot-turns", atLeast: 5 },
    { botTurns: 2 },
    "no  the assistant has answered at least 5 times: found 2",
  ],
  ["an empty list", { type: "tag", is: [] }, {}, "no  tag is one of nothing: found none"],
  [
    "hours that nobody knows any more",
    { type: "hours", of: "gone", is: ["open"] },
    {},
    "?   hours gone is open: not known",
  ],
  [
    "a property that is not there",
    { type: "property", name: "plan", is: ["pro"], mustBeTrusted: false },
    {},
    "no  property plan is pro: found none",
  ],
])("tells %s", (_, condition, more, line) => {
  const one = withRules(rule("x", [condition]));
  const { trace } = evaluateRules(compileRules(one), facts(more));
  expect(printTrace(trace, one).split("\n")[1]?.slice(2)).toBe(line);
});

test("can be printed with settings that have lost the rule", () => {
  const { trace } = evaluateRules(compileRules(settings), facts());
  expect(printTrace(trace, withRules()).split("\n").slice(-2)).toEqual(["rest: matched", "  no conditions"]);
});
