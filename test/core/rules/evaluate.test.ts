import { describe, expect, test } from "vitest";
import { compileRules, evaluateRules, neededFacts } from "../../../src/core/rules/evaluate.ts";
import type { Condition, Rule, RuleFacts } from "../../../src/core/rules/rule.ts";
import { book, facts, rule, toChat } from "./rule-book.ts";

const decide = (rules: Readonly<Record<string, Rule>>, given: RuleFacts) =>
  evaluateRules(compileRules({ rules }), given);

/** What became of one condition, and of its opposite. */
function truths(condition: Condition, given: Partial<RuleFacts>) {
  const { trace } = decide(book(rule("x", [condition, { type: "not", condition }])), facts(given));
  return trace[0]?.conditions.map(({ truth }) => truth);
}

const [holds, fails, unknown] = [
  ["holds", "fails"],
  ["fails", "holds"],
  ["unknown", "unknown"],
];

const plan = (more: object = {}): Condition => ({
  ...{ type: "property", name: "plan", is: ["Pro", "Business"], mustBeTrusted: false },
  ...more,
});
const chat = (waitingAtLeast: number | null, availableAtMost: number | null): Condition => ({
  ...{ type: "queue", of: "chat", waitingAtLeast, availableAtMost },
});
const trusted = (value: string) => ({ value, isTrusted: true });
const shown = (value: string) => ({ value, isTrusted: false });
const phrase = { id: "phrase", detail: "Cancel-Contract" } as const;

test.each<[string, Condition, Partial<RuleFacts>, string[]]>([
  ["a channel by its id", { type: "channel", is: ["MAIN"] }, {}, holds],
  ["a channel by its kind", { type: "channel", is: ["email", "WhatsApp"] }, {}, holds],
  ["another channel", { type: "channel", is: ["email", "web"] }, {}, fails],
  ["no channel at all", { type: "channel", is: [] }, {}, fails],
  [
    "one of the signals",
    { type: "signal", is: ["legal", "fraud"] },
    { signals: [{ id: "fraud", detail: null }] },
    holds,
  ],
  ["a signal that is not there", { type: "signal", is: ["legal"] }, { signals: [phrase] }, fails],
  ["a signal with any detail", { type: "signal", is: ["phrase"] }, { signals: [phrase] }, holds],
  ["a signal with its detail", { type: "signal", is: ["phrase:cancel-contract"] }, { signals: [phrase] }, holds],
  ["a signal with another detail", { type: "signal", is: ["phrase:complaint"] }, { signals: [phrase] }, fails],
  [
    "a detail that is not there",
    { type: "signal", is: ["flag:x"] },
    { signals: [{ id: "flag", detail: null }] },
    fails,
  ],
  ["an intent", { type: "intent", is: ["refund"] }, { intents: ["Order", "Refund"] }, holds],
  ["another intent", { type: "intent", is: ["refund"] }, { intents: ["order"] }, fails],
  ["a tag", { type: "tag", is: ["vip"] }, { tags: ["VIP"] }, holds],
  ["no tag", { type: "tag", is: ["vip"] }, {}, fails],
  ["a property", plan(), { properties: { Plan: shown("pro") } }, holds],
  ["another value of a property", plan(), { properties: { plan: shown("free") } }, fails],
  ["a property nobody has set", plan(), { properties: { tier: shown("pro") } }, fails],
  ["a property named like something built in", plan({ name: "constructor" }), {}, fails],
  ["a trusted property", plan({ mustBeTrusted: true }), { properties: { plan: trusted("pro") } }, holds],
  ["a value that only a page has set", plan({ mustBeTrusted: true }), { properties: { plan: shown("pro") } }, fails],
  ["a trusted value beside a shown one", plan(), { properties: { PLAN: shown("pro"), plan: trusted("free") } }, fails],
  ["a language", { type: "language", is: ["pt"] }, { language: "pt-BR" }, holds],
  ["a language as a platform writes it", { type: "language", is: ["pt-br"] }, { language: "pt_BR" }, holds],
  ["a variant of it", { type: "language", is: ["pt-BR"] }, { language: "pt" }, fails],
  ["a language that begins alike", { type: "language", is: ["es"] }, { language: "est" }, fails],
  ["a language nobody knows yet", { type: "language", is: ["pt"] }, { language: null }, unknown],
  ["hours", { type: "hours", of: "office", is: ["closed", "holiday"] }, { hours: { office: "holiday" } }, holds],
  ["other hours", { type: "hours", of: "office", is: ["open"] }, { hours: { office: "closed" } }, fails],
  ["hours that are not there", { type: "hours", of: "office", is: ["open"] }, { hours: { night: "open" } }, unknown],
  ["hours named like something built in", { type: "hours", of: "toString", is: ["open"] }, {}, unknown],
  ["a long queue", chat(3, null), { queues: { chat: { waiting: 3, available: 9 } } }, holds],
  ["a short queue", chat(3, null), { queues: { chat: { waiting: 2, available: 0 } } }, fails],
  ["few people", chat(null, 0), { queues: { chat: { waiting: 0, available: 0 } } }, holds],
  ["enough people", chat(null, 0), { queues: { chat: { waiting: 9, available: 1 } } }, fails],
  ["a long queue with enough people", chat(3, 0), { queues: { chat: { waiting: 3, available: 1 } } }, fails],
  ["a queue that nobody has counted", chat(3, 0), {}, unknown],
  ["many answers of the bot", { type: "bot-turns", atLeast: 5 }, { botTurns: 5 }, holds],
  ["fewer answers", { type: "bot-turns", atLeast: 5 }, { botTurns: 4 }, fails],
])("looks at %s", (_, condition, given, expected) => {
  expect(truths(condition, given)).toEqual(expected);
});

describe("which rule", () => {
  const legal: Condition = { type: "signal", is: ["legal"] };
  const onWhatsApp: Condition = { type: "channel", is: ["whatsapp"] };
  const signals = [{ id: "legal", detail: null }] as const;

  test("is the first of which all conditions hold", () => {
    const rules = book(
      rule("elsewhere", [legal, { type: "channel", is: ["email"] }]),
      rule("here", [legal, onWhatsApp], { outcome: { action: "offer" } }),
      rule("everything", []),
    );
    expect(decide(rules, facts({ signals }))).toMatchObject({ ruleId: "here", outcome: { action: "offer" } });
  });

  test("is one without conditions when nothing else is, and none when there is none", () => {
    expect(decide(book(rule("law", [legal]), rule("everything", [])), facts()).ruleId).toBe("everything");
    expect(decide(book(rule("law", [legal])), facts())).toMatchObject({ ruleId: null, outcome: null });
    expect(decide({}, facts())).toEqual({ ruleId: null, outcome: null, trace: [] });
  });

  test("is decided by position, then by id, and never is one that is switched off", () => {
    const rules = {
      a: rule("a", [], { position: 10, isEnabled: false }),
      z: rule("z", [], { position: 20 }),
      b: rule("b", [], { position: 20 }),
      c: rule("c", [], { position: 30 }),
    };
    expect(decide(rules, facts()).ruleId).toBe("b");
  });
});

describe("the priority of a rule that asks for a property", () => {
  const urgent = { outcome: { ...toChat, priority: "urgent" as const } };
  const priorityOf = (when: readonly Condition[], given: Partial<RuleFacts>) => {
    const { outcome, ruleId } = decide(book(rule("x", when, urgent)), facts(given));
    return [ruleId, outcome?.action === "handoff" ? outcome.priority : null];
  };

  test("is the rule's where the company has said it", () => {
    expect(priorityOf([plan()], { properties: { plan: trusted("pro") } })).toEqual(["x", "urgent"]);
  });

  test("is nobody's where only a page has said it: the rule still says where it goes", () => {
    expect(priorityOf([plan()], { properties: { plan: shown("pro") } })).toEqual(["x", "normal"]);
  });

  test("is not got by saying that one is something else, either", () => {
    expect(priorityOf([{ type: "not", condition: plan() }], { properties: { plan: shown("free") } })).toEqual([
      "x",
      "normal",
    ]);
  });

  test("is the rule's whatever else a page says", () => {
    const vip: Condition = { type: "tag", is: ["vip"] };
    expect(priorityOf([vip], { tags: ["vip"], properties: { plan: shown("pro") } })).toEqual(["x", "urgent"]);
  });
});

describe("the trace", () => {
  const rules = book(
    rule("first", [
      { type: "tag", is: ["vip"] },
      { type: "not", condition: { type: "hours", of: "office", is: ["open"] } },
    ]),
    rule("second", [
      { type: "signal", is: ["legal", "fraud"] },
      { type: "property", name: "plan", is: ["pro"], mustBeTrusted: false },
    ]),
    rule("third", []),
  );
  const given = facts({
    signals: [
      { id: "fraud", detail: null },
      { id: "phrase", detail: "cancel" },
    ],
    tags: ["a customer's own words"],
    properties: { plan: trusted("Pro"), name: shown("Ada Lovelace") },
    hours: { office: "closed" },
  });

  test("says of every rule up to the match what was found for each condition", () => {
    expect(decide(rules, given).trace).toEqual([
      {
        ruleId: "first",
        isMatch: false,
        conditions: [
          { type: "tag", truth: "fails", found: [] },
          { type: "not", truth: "holds", condition: { type: "hours", truth: "fails", found: ["closed"] } },
        ],
      },
      {
        ruleId: "second",
        isMatch: true,
        conditions: [
          { type: "signal", truth: "holds", found: ["fraud"] },
          { type: "property", truth: "holds", found: ["pro"] },
        ],
      },
    ]);
  });

  test("tells signals that were there instead, and of tags and values nothing", () => {
    const other = { ...given, signals: [phrase], properties: { plan: shown("my secret") } };
    const [, second] = decide(rules, other).trace;
    expect(second?.conditions).toEqual([
      { type: "signal", truth: "fails", found: ["phrase", "phrase:cancel-contract"] },
      { type: "property", truth: "fails", found: ["another-value"] },
    ]);
    expect(JSON.stringify(decide(rules, other).trace)).not.toMatch(/own words|secret|Lovelace/);
  });
});

test("only what enabled rules ask for has to be known, also under a not", () => {
  const asks = (of: string): Condition => ({ type: "hours", of, is: ["open"] });
  const rules = book(
    rule("a", [asks("office"), chat(1, null)]),
    rule("b", [{ type: "not", condition: asks("night") }, asks("office")]),
    rule("c", [asks("unused")], { isEnabled: false }),
  );
  expect(neededFacts(compileRules({ rules }))).toEqual({ hours: ["office", "night"], queues: ["chat"] });
});
