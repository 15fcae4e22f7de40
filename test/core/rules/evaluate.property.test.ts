import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileRules, evaluateRules } from "../../../src/core/rules/evaluate.ts";
import type { Condition, Rule, RuleFacts } from "../../../src/core/rules/rule.ts";
import { condition, rules, someFacts } from "./arbitrary-rules.ts";
import { rule } from "./rule-book.ts";

const collection = (list: readonly Rule[]) => Object.fromEntries(list.map((one) => [one.id, one]));
const decide = (list: readonly Rule[], given: RuleFacts) =>
  evaluateRules(compileRules({ rules: collection(list) }), given);
const not = (inner: Condition): Condition => ({ type: "not", condition: inner });
const truthOf = (one: Condition, given: RuleFacts) => decide([rule("x", [one])], given).trace[0]?.conditions[0]?.truth;

/** As the rule book says it, in the plainest way. */
function expectedRule(list: readonly Rule[], given: RuleFacts): string | null {
  const ordered = list
    .filter(({ isEnabled }) => isEnabled)
    .toSorted((one, other) => one.position - other.position || one.id.localeCompare(other.id));
  return ordered.find(({ when }) => when.every((one) => truthOf(one, given) === "holds"))?.id ?? null;
}

describe("whatever the rules and facts", () => {
  test("the first rule that matches wins, in whatever order they are kept", () => {
    fc.assert(
      fc.property(rules, someFacts, (list, given) => {
        const expected = expectedRule(list, given);
        expect(decide(list, given).ruleId).toBe(expected);
        expect(decide(list.toReversed(), given)).toEqual(decide(list, given));
      }),
    );
  });

  test("a rule behind one that always matches changes nothing", () => {
    fc.assert(
      fc.property(rules, fc.array(condition, { maxLength: 2 }), someFacts, (list, when, given) => {
        const always = [...list, rule("always", [], { position: 50 })];
        const behind = [...always, rule("behind", when, { position: 51 })];
        expect(decide(behind, given)).toEqual(decide(always, given));
      }),
    );
  });

  test("the trace ends at the match and says of every condition what it says alone", () => {
    fc.assert(
      fc.property(rules, someFacts, (list, given) => {
        const { ruleId, outcome, trace } = decide(list, given);
        const byId = collection(list);
        for (const [index, { ruleId: id, isMatch, conditions }] of trace.entries()) {
          const when = byId[id]?.when ?? [];
          expect(conditions.map(({ truth }) => truth)).toEqual(when.map((one) => truthOf(one, given)));
          expect(isMatch).toBe(conditions.every(({ truth }) => truth === "holds"));
          expect(isMatch).toBe(ruleId !== null && index === trace.length - 1);
        }
        expect(outcome).toBe(ruleId === null ? null : byId[ruleId]?.then);
      }),
    );
  });

  test("not turns what is known around, leaves what is unknown, and twice is nothing", () => {
    const turned = { holds: "fails", fails: "holds", unknown: "unknown" };
    fc.assert(
      fc.property(condition, someFacts, (one, given) => {
        const truth = truthOf(one, given) ?? "unknown";
        expect(truthOf(not(one), given)).toBe(turned[truth]);
        expect(truthOf(not(not(one)), given)).toBe(truth);
      }),
    );
  });

  test("the order of lists and of facts does not matter, nor does case", () => {
    fc.assert(
      fc.property(condition, someFacts, (one, given) => {
        const reversed = {
          ...given,
          signals: given.signals.toReversed(),
          tags: given.tags.toReversed().map((tag) => tag.toUpperCase()),
          intents: given.intents.toReversed().map((intent) => intent.toUpperCase()),
          properties: Object.fromEntries(Object.entries(given.properties).toReversed()),
          channelId: given.channelId.toUpperCase(),
          language: given.language?.toUpperCase() ?? null,
        };
        expect(truthOf(backwards(one), reversed)).toBe(truthOf(one, given));
      }),
    );
  });

  test("the same question has the same answer, and nothing given is changed", () => {
    fc.assert(
      fc.property(rules, someFacts, (list, given) => {
        const before = JSON.stringify([list, given]);
        const compiled = compileRules({ rules: collection(list) });
        expect(evaluateRules(compiled, given)).toEqual(evaluateRules(compiled, given));
        expect(JSON.stringify([list, given])).toBe(before);
      }),
    );
  });
});

function backwards(one: Condition): Condition {
  if (one.type === "not") return not(backwards(one.condition));
  return "is" in one ? ({ ...one, is: one.is.toReversed() } as Condition) : one;
}
