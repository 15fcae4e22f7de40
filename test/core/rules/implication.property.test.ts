import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimOf, withClaims } from "../../../src/core/rules/claim.ts";
import { compileRules, evaluateRules } from "../../../src/core/rules/evaluate.ts";
import { excludes, follows, isNeverTrue, takesAll } from "../../../src/core/rules/implication.ts";
import type { Condition, RuleFacts } from "../../../src/core/rules/rule.ts";
import { channels, condition, someFacts } from "./arbitrary-rules.ts";
import { book, rule } from "./rule-book.ts";

const holds = (when: readonly Condition[], given: RuleFacts) =>
  evaluateRules(compileRules({ rules: book(rule("x", when)) }), given).ruleId === "x";

/** Whatever is claimed of conditions has to be true of every case. */
describe("what is proven of conditions", () => {
  test("one that follows holds wherever the other does", () => {
    fc.assert(
      fc.property(condition, condition, someFacts, (given, wanted, world) => {
        fc.pre(follows(claimOf(wanted), [claimOf(given)], channels));
        if (holds([given], world)) expect(holds([wanted], world)).toBe(true);
      }),
      { numRuns: 800, maxSkipsPerRun: 1_000 },
    );
  });

  test("two that exclude each other never hold together", () => {
    fc.assert(
      fc.property(condition, condition, someFacts, (one, other, world) => {
        fc.pre(excludes(claimOf(one), claimOf(other), channels));
        expect(holds([one, other], world)).toBe(false);
      }),
      { numRuns: 400, maxSkipsPerRun: 1_000 },
    );
  });

  test("one that is never true never holds", () => {
    fc.assert(
      fc.property(condition, someFacts, (one, world) => {
        fc.pre(isNeverTrue(claimOf(one)));
        expect(holds([one], world)).toBe(false);
      }),
      { numRuns: 200, maxSkipsPerRun: 1_000 },
    );
  });

  test("a rule that takes everything of another matches wherever that one does", () => {
    const when = fc.array(condition, { maxLength: 3 });
    fc.assert(
      fc.property(when, when, someFacts, (earlier, later, world) => {
        fc.pre(takesAll(withClaims(rule("e", earlier)), withClaims(rule("l", later)).claims, channels));
        if (holds(later, world)) expect(holds(earlier, world)).toBe(true);
      }),
      { numRuns: 400, maxSkipsPerRun: 1_000 },
    );
  });
});

const not = (inner: Condition): Condition => ({ type: "not", condition: inner });
const tag = (...is: string[]): Condition => ({ type: "tag", is });
const turns = (atLeast: number): Condition => ({ type: "bot-turns", atLeast });
const language = (...is: string[]): Condition => ({ type: "language", is });
const channel = (...is: string[]): Condition => ({ type: "channel", is });
const office = (...is: ("open" | "closed" | "holiday")[]): Condition => ({ type: "hours", of: "office", is });
const plan = (value: string, mustBeTrusted: boolean): Condition => ({
  ...{ type: "property", name: "plan", is: [value], mustBeTrusted },
});

test.each<[string, Condition, Condition]>([
  ["a shorter list from none of a longer one", not(tag("a", "b")), not(tag("a"))],
  ["a longer list from a shorter one, in any case", tag("A"), tag("a", "b")],
  ["a signal from its detail", { type: "signal", is: ["phrase:x"] }, { type: "signal", is: ["phrase"] }],
  ["a language from its variant", language("pt-BR"), language("pt")],
  ["that it is not one language from another", language("de"), not(language("fr"))],
  ["a kind from a channel", channel("main"), channel("whatsapp")],
  ["closed or holiday from not open", not(office("open")), office("holiday", "closed")],
  ["not open from closed", office("closed"), not(office("open"))],
  ["fewer answers from more", turns(5), turns(3)],
  ["more than none from anything", tag("a"), turns(0)],
  ["a shown value from a trusted one", plan("pro", true), plan("pro", false)],
  ["itself from not not itself", not(not(tag("a"))), tag("a")],
])("concludes %s", (_, given, wanted) => {
  expect(follows(claimOf(wanted), [claimOf(given)], channels)).toBe(true);
});

test.each<[string, Condition, Condition]>([
  ["a channel from its kind", channel("email"), channel("mail")],
  ["a trusted value from a shown one", plan("pro", false), plan("pro", true)],
  ["a variant from its language", language("pt"), language("pt-BR")],
  ["a signal's detail from the signal", { type: "signal", is: ["phrase"] }, { type: "signal", is: ["phrase:x"] }],
  ["no tag from another tag", tag("a"), not(tag("b"))],
  ["other hours from hours", office("open"), { type: "hours", of: "night", is: ["open"] }],
])("does not conclude %s", (_, given, wanted) => {
  expect(follows(claimOf(wanted), [claimOf(given)], channels)).toBe(false);
});
