import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newQueue } from "../../../src/core/routing/queue.ts";
import type { CheckContext } from "../../../src/core/rules/check-context.ts";
import { checkRules } from "../../../src/core/rules/check-rules.ts";
import type { Condition, HandoffOutcome, Rule } from "../../../src/core/rules/rule.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { everyDay, hoursIn } from "../hours/opening-hours.ts";
import { condition, rules as someRules } from "./arbitrary-rules.ts";
import { book, rule, toChat, withRules } from "./rule-book.ts";

const context: CheckContext = {
  channels: [
    { id: "main", kind: "whatsapp" },
    { id: "mail", kind: "email" },
  ],
  agentIds: ["ada"],
  at: Date.parse("2026-11-21T12:00Z"),
};

const tag = (...is: string[]): Condition => ({ type: "tag", is });
const not = (inner: Condition): Condition => ({ type: "not", condition: inner });
const channel = (...is: string[]): Condition => ({ type: "channel", is });
const language = (...is: string[]): Condition => ({ type: "language", is });
const office = (...is: ("open" | "closed" | "holiday")[]): Condition => ({ type: "hours", of: "always", is });
const plan = (value: string): Condition => ({ type: "property", name: "plan", is: [value], mustBeTrusted: false });

const found = (settings: Settings) =>
  checkRules(settings, context).map(({ part, path, code, severity }) => `${severity} ${part} ${path} ${code}`);
const foundIn = (...rules: readonly Rule[]) => found(withRules(...rules));
const sending = (more: Partial<HandoffOutcome>) => ({ outcome: { ...toChat, ...more } });
/** A rule whose customers do not ask for a person, so that only what is tested is found. */
const vip = (more: Partial<HandoffOutcome>) => rule("vip", [tag("vip")], sending(more));

test("a priority that a page could give itself is warned of", () => {
  const trusted: Condition = { type: "property", name: "plan", is: ["gold"], mustBeTrusted: true };
  const codes = (when: Condition, priority: "normal" | "high") =>
    foundIn(rule("x", [when], sending({ priority }))).filter((one) => one.endsWith("priority-by-untrusted-property"));
  expect(codes(plan("gold"), "high")).toEqual(["warning rules/x then.priority priority-by-untrusted-property"]);
  expect(codes(not(plan("gold")), "high")).toHaveLength(1);
  expect([...codes(trusted, "high"), ...codes(plan("gold"), "normal")]).toEqual([]);
});

describe("references", () => {
  const flawless = withRules(
    rule("all", [
      { type: "signal", is: ["phrase:complaint", "unreadable-message:audio", "intent:Refund", "flag:anything"] },
      { type: "intent", is: ["refund"] },
      language("de", "pt-BR", "zh_Hant"),
      office("open"),
      { type: "queue", of: "chat", waitingAtLeast: 1, availableAtMost: null },
    ]),
    vip({
      behaviour: "keep-owner",
      destination: { type: "team", id: "support" },
      fallback: { destination: { type: "queue", id: "chat" }, afterMinutes: 5 },
      notify: [{ type: "agent", id: "ada" }],
      tasks: ["call-back"],
    }),
  );

  test("that lead somewhere are fine", () => {
    expect(found({ ...flawless, detection: { ...flawless.detection, intents: ["Refund"] } })).toEqual([]);
  });

  test.each<[string, Condition, string]>([
    ["a signal", { type: "signal", is: ["legal", "toothache" as "legal"] }, "error rules/x when.0.is.1 missing-signal"],
    ["a phrase list", { type: "signal", is: ["phrase:gone"] }, "error rules/x when.0.is.0 missing-phrase-list"],
    [
      "a kind of message",
      { type: "signal", is: ["unreadable-message:hologram"] },
      "error rules/x when.0.is.0 missing-kind-of-message",
    ],
    ["an intent", { type: "intent", is: ["refund"] }, "warning rules/x when.0.is.0 undeclared-intent"],
    ["an intent as a signal", { type: "signal", is: ["intent:a"] }, "warning rules/x when.0.is.0 undeclared-intent"],
    ["a language", language("Deutsch"), "warning rules/x when.0.is.0 unknown-language"],
    ["hours", { type: "hours", of: "gone", is: ["open"] }, "error rules/x when.0.of missing-hours"],
    [
      "hours under a not",
      not({ type: "hours", of: "x", is: ["open"] }),
      "error rules/x when.0.condition.of missing-hours",
    ],
    [
      "a queue",
      { type: "queue", of: "constructor", waitingAtLeast: 1, availableAtMost: null },
      "error rules/x when.0.of missing-queue",
    ],
    [
      "a bound",
      { type: "queue", of: "chat", waitingAtLeast: null, availableAtMost: null },
      "warning rules/x when.0 queue-without-bound",
    ],
  ])("need %s that exists", (_, one, problem) => {
    expect(foundIn(rule("x", [one]))).toEqual([problem]);
  });

  const gone = { type: "queue", id: "gone" } as const;
  const chat = { type: "queue", id: "chat" } as const;

  test.each<[string, Partial<HandoffOutcome>, string]>([
    ["a queue", { destination: gone }, "then.destination missing-queue"],
    ["a team", { destination: { type: "team", id: "gone" } }, "then.destination missing-team"],
    ["a person", { destination: { type: "agent", id: "bob" } }, "then.destination missing-person"],
    ["somebody to notify", { notify: [chat, { type: "agent", id: "bob" }] }, "then.notify.1 missing-person"],
    ["a task template", { tasks: ["call-back", "gone"] }, "then.tasks.1 missing-task-template"],
    [
      "a fallback",
      { behaviour: "keep-owner", fallback: { destination: gone, afterMinutes: 5 } },
      "then.fallback.destination missing-queue",
    ],
  ])("need %s that exists", (_, more, problem) => {
    expect(foundIn(vip(more))).toEqual([`error rules/vip ${problem}`]);
  });

  test("of rules that are switched off may be unfinished", () => {
    expect(found({ ...starterSettings, rules: { x: { ...vip({ destination: gone }), isEnabled: false } } })).toEqual(
      [],
    );
  });

  test("of everything else count, too", () => {
    const { handoff, queues, teams, detection } = starterSettings;
    const broken: Settings = {
      ...starterSettings,
      handoff: { ...handoff, destination: { type: "agent", id: "bob" } },
      queues: {
        ...queues,
        lost: newQueue({ id: "lost", name: "Lost", teams: ["support", "gone"] }),
        empty: newQueue({ id: "empty", name: "Empty", teams: [] }),
      },
      teams: { ...teams, new: { id: "new", name: "new", hours: "", headId: null } },
      detection: { ...detection, signals: { ...detection.signals, ["toothache" as "legal"]: "handoff" } },
    };
    expect(found(broken)).toEqual([
      "error detection signals.toothache missing-signal",
      "error queues/lost teams.1 missing-team",
      "warning queues/empty teams queue-without-teams",
      "error teams/new hours missing-hours",
      "error handoff destination missing-person",
    ]);
  });
});

describe("fallbacks", () => {
  const chat = { type: "queue", id: "chat" } as const;
  const team = { type: "team", id: "support" } as const;

  test.each<[string, Partial<HandoffOutcome>, string[]]>([
    ["may follow an alert", { behaviour: "keep-owner", fallback: { destination: team, afterMinutes: 1 } }, []],
    [
      "must not lead back to whom nobody answered at",
      { behaviour: "keep-owner", fallback: { destination: chat, afterMinutes: 5 } },
      ["error rules/vip then.fallback fallback-to-itself"],
    ],
    [
      "need time",
      { behaviour: "keep-owner", fallback: { destination: team, afterMinutes: 0 } },
      ["error rules/vip then.fallback fallback-at-once"],
    ],
    [
      "mean nothing where nobody keeps it",
      { behaviour: "reassign", fallback: { destination: team, afterMinutes: 5 } },
      ["warning rules/vip then.fallback fallback-unused"],
    ],
  ])("%s", (_, more, problems) => {
    expect(foundIn(vip(more))).toEqual(problems);
  });
});

describe("hours of destinations", () => {
  const shut = (week: string): Settings => ({
    ...withRules(vip({})),
    hours: { always: { ...hoursIn("UTC", everyDay(week)), id: "always" } },
    company: { ...starterSettings.company, contact: "0800 123" },
  });

  test("have to open at some time", () => {
    expect(found(shut("09:00-17:00"))).toEqual([]);
    expect(found(shut(""))).toEqual([
      "error handoff destination destination-never-opens",
      "error rules/vip then.destination destination-never-opens",
    ]);
  });
});

describe("rules that are never reached", () => {
  const everything = rule("everything", []);
  const unreachable = "warning rules/x when unreachable-rule";

  test.each<[string, Rule, readonly Condition[]]>([
    ["everything", everything, [tag("a")]],
    ["the same", rule("a", [tag("A")]), [tag("a")]],
    ["more tags", rule("a", [tag("a", "b")]), [tag("b")]],
    ["fewer conditions", rule("a", [tag("a")]), [tag("a"), language("de")]],
    ["the channel's kind", rule("a", [channel("whatsapp")]), [channel("main"), tag("a")]],
  ])("stand behind one that takes %s", (_, before, when) => {
    expect(foundIn(before, rule("x", when))).toEqual([unreachable]);
  });

  test.each<[string, Rule, readonly Condition[]]>([
    ["other tags", rule("a", [tag("a")]), [tag("b")]],
    ["fewer tags", rule("a", [tag("a")]), [tag("a", "b")]],
    ["more conditions", rule("a", [tag("a"), language("de")]), [tag("a")]],
    ["everything, but is switched off", rule("a", [], { isEnabled: false }), [tag("a")]],
  ])("are not those behind one that takes %s", (_, before, when) => {
    expect(foundIn(before, rule("x", when))).toEqual([]);
  });

  test("are named, and so is the rule before them", () => {
    const [problem] = checkRules(withRules(everything, rule("x", [tag("a")])), context);
    expect(problem?.message).toContain(
      'Rule "The x rule" is never reached: Rule "The everything rule" comes before it',
    );
  });

  test("are all that stand behind one without conditions", () => {
    fc.assert(
      fc.property(someRules, fc.array(condition, { maxLength: 2 }), (list, when) => {
        const rules = book(...list, everything, rule("x", when));
        const codes = checkRules({ ...starterSettings, rules }, context).flatMap(({ part, code }) =>
          part === "rules/x" ? [code] : [],
        );
        expect(codes.includes("unreachable-rule") || codes.includes("never-holds")).toBe(true);
      }),
    );
  });
});

describe("conditions that exclude each other", () => {
  test.each<[string, readonly Condition[], number]>([
    ["two channels", [channel("main"), channel("email")], 1],
    ["a channel and not its kind", [not(channel("whatsapp")), tag("a"), channel("main")], 2],
    ["two languages", [language("de"), language("fr", "it")], 1],
    ["a language of nobody", [language()], 0],
    ["two states of the same hours", [office("open"), office("closed")], 1],
    ["hours in no state", [not(office("open", "closed", "holiday"))], 0],
    ["two values of a property", [plan("free"), plan("pro")], 1],
    ["a tag and not the tag", [tag("a"), not(tag("a", "b"))], 1],
    ["many answers and not a few", [{ type: "bot-turns", atLeast: 5 }, not({ type: "bot-turns", atLeast: 2 })], 1],
  ])("are found: %s", (_, when, index) => {
    expect(foundIn(rule("x", when))).toEqual([`warning rules/x when.${index} never-holds`]);
  });

  test.each<[string, readonly Condition[]]>([
    ["a channel and its kind", [channel("main"), channel("whatsapp")]],
    ["a language and its variant", [language("pt"), language("pt-BR")]],
    ["two tags", [tag("a"), tag("b")]],
    [
      "two signals",
      [
        { type: "signal", is: ["legal"] },
        { type: "signal", is: ["fraud"] },
      ],
    ],
    ["a tag and not another", [tag("a"), not(tag("b"))]],
  ])("are not: %s", (_, when) => {
    expect(foundIn(rule("x", when))).toEqual([]);
  });
});

describe("order and age", () => {
  test("equal positions are found, at the later rule", () => {
    const rules = { a: rule("a", [tag("a")]), b: rule("b", [tag("b")]), c: rule("c", [tag("c")], { position: 11 }) };
    expect(found({ ...starterSettings, rules })).toEqual(["warning rules/b position same-position"]);
  });

  test.each([
    [null, []],
    ["2026-11-21", []],
    ["2026-08-13", []],
    ["2026-08-12", ["warning rules/x reviewedAt review-due"]],
    ["last year", ["error rules/x reviewedAt bad-date"]],
  ])("a rule last reviewed %s", (reviewedAt, problems) => {
    expect(foundIn(rule("x", [tag("a")], { reviewedAt }))).toEqual(problems);
  });
});

describe("too much", () => {
  const many = (count: number) =>
    withRules(...Array.from({ length: count }, (_, index) => rule(`r${index}`, [tag(`t${index}`)])));

  test("is more than 200 rules", () => {
    expect(found(many(200))).toEqual([]);
    expect(found(many(201))).toEqual(["error rules  too-many"]);
  });

  test("ten thousand rules are refused at once, with the place and the reason", () => {
    const settings = many(10_000);
    const start = performance.now();
    const problems = checkRules(settings, context);
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ part: "rules", severity: "error" });
    expect(problems[0]?.message).toContain("There are 10000 rules; there may be at most 200.");
  });

  test("is more than 500 phrases in a list, and more than 200 characters in a phrase", () => {
    const list = (...phrases: string[]): Settings => ({
      ...starterSettings,
      phrases: { ...starterSettings.phrases, x: { id: "x", name: "X", phrases, policy: "none" } },
    });
    expect(found(list("a".repeat(200), ...Array<string>(499).fill("b")))).toEqual([]);
    expect(found(list("a", "b".repeat(201)))).toEqual(["error phrases/x phrases.1 too-long"]);
    expect(found(list(...Array<string>(501).fill("b")))).toEqual(["error phrases/x phrases too-many"]);
    const [problem] = checkRules(list("b".repeat(100_000)), context);
    expect(problem?.message).toBe('Phrases "X": number 1 has 100000 characters; there may be at most 200. Shorten it.');
  });
});
