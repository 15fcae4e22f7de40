import { describe, expect, test } from "vitest";
import type { CheckContext } from "../../../src/core/rules/check-context.ts";
import { checkRules } from "../../../src/core/rules/check-rules.ts";
import type { Condition, Rule, RuleOutcome } from "../../../src/core/rules/rule.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { everyDay, hoursIn } from "../hours/opening-hours.ts";
import { rule, toChat, withRules } from "./rule-book.ts";

const context: CheckContext = {
  channels: [
    { id: "main", kind: "whatsapp" },
    { id: "mail", kind: "email" },
  ],
  agentIds: ["ada"],
  at: Date.parse("2026-11-21T12:00Z"),
};

const found = (settings: Settings) =>
  checkRules(settings, context).map(({ part, path, code, severity }) => `${severity} ${part} ${path} ${code}`);

const signal = (...is: Extract<Condition, { type: "signal" }>["is"]): Condition => ({ type: "signal", is });
const onEmail: Condition = { type: "channel", is: ["email"] };
const tag = (...is: string[]): Condition => ({ type: "tag", is });
const bot: RuleOutcome = { action: "bot" };
const alert: RuleOutcome = { ...toChat, behaviour: "keep-owner", destination: { type: "team", id: "support" } };
const alertThenChat: RuleOutcome = { ...alert, fallback: { destination: toChat.destination, afterMinutes: 5 } };

const requests = rule("requests", [signal("explicit-request", "person-button")]);
const risks = rule("risks", [signal("self-harm", "threat", "legal", "privacy", "fraud")]);
const policies = (signals: Settings["detection"]["signals"], ...rules: readonly Rule[]): Settings => ({
  ...withRules(...rules),
  detection: { ...starterSettings.detection, signals: { ...starterSettings.detection.signals, ...signals } },
});

describe("a rule that leaves it to the assistant", () => {
  const x = (...when: Condition[]) => rule("x", when, { outcome: bot });
  const error = "error rules/x then.action request-left-to-bot";
  const warning = "warning rules/x then.action request-left-to-bot";

  test.each<[string, Settings, string[]]>([
    ["must not take every request", withRules(risks, x(signal("explicit-request"))), [error]],
    ["must not take everything of a channel", withRules(risks, x(onEmail)), [error]],
    ["should not take the requests of some", withRules(risks, x(tag("free"))), [warning]],
    ["should not take what comes beside a request", withRules(x(signal("frustration"))), [warning]],
    ["may take what is behind requests and risks", withRules(requests, risks, x(tag("free"))), []],
    [
      "may take what is no request",
      withRules(risks, x({ type: "not", condition: signal("explicit-request", "person-button") })),
      [],
    ],
    ["should not take risks", withRules(requests, x(tag("free"))), ["warning rules/x then.action risk-left-to-bot"]],
    ["should not take law", withRules(requests, x(signal("legal"))), ["warning rules/x then.action risk-left-to-bot"]],
  ])("%s", (_, settings, problems) => {
    const contact = { ...starterSettings.company, contact: "help@example.org" };
    expect(found({ ...settings, company: contact })).toEqual(problems);
  });
});

test("a rule that only offers a person to who asks for one is found", () => {
  const offer = rule("x", [signal("person-button", "insult")], { outcome: { action: "offer" } });
  expect(found(withRules(offer))).toEqual(["warning rules/x then.action request-only-offered"]);
  expect(found(withRules(requests, offer))).toEqual([]);
});

describe("a rule that keeps the owner and alerts others", () => {
  const error = "error rules/x then.fallback keep-owner-without-fallback";

  test.each<[string, Settings, string[]]>([
    [
      "needs a fallback for requests",
      withRules(risks, rule("x", [signal("explicit-request")], { outcome: alert })),
      [error],
    ],
    [
      "needs a fallback for the button",
      withRules(risks, rule("x", [signal("person-button")], { outcome: alert })),
      [error],
    ],
    [
      "needs a fallback for risks",
      withRules(requests, rule("x", [signal("fraud", "phrase")], { outcome: alert })),
      [error],
    ],
    ["needs a fallback when it takes whatever comes", withRules(rule("x", [tag("vip")], { outcome: alert })), [error]],
    [
      "should have one when a request may come beside its signal",
      withRules(risks, rule("x", [signal("frustration")], { outcome: alert })),
      ["warning rules/x then.fallback keep-owner-without-fallback"],
    ],
    ["is fine with a fallback", withRules(rule("x", [tag("vip")], { outcome: alertThenChat })), []],
    ["is fine behind what hands over", withRules(requests, risks, rule("x", [tag("vip")], { outcome: alert })), []],
  ])("%s", (_, settings, problems) => {
    expect(found(settings)).toEqual(problems);
  });
});

describe("a request that no rule takes", () => {
  test("has to be handed over by itself", () => {
    expect(found(policies({ "person-button": "none" }))).toEqual([
      "error detection signals.person-button request-left-to-bot",
    ]);
    expect(found(policies({ "explicit-request": "offer" }))).toEqual([
      "warning detection signals.explicit-request request-only-offered",
    ]);
    expect(found(policies({}))).toEqual([]);
  });

  test("counts on every channel", () => {
    const byMail = rule("mail", [onEmail, signal("person-button")]);
    const elsewhere = rule("chats", [{ type: "channel", is: ["whatsapp"] }, signal("person-button")]);
    const none = { "person-button": "none" } as const;
    expect(found(policies(none, byMail))).toEqual(["error detection signals.person-button request-left-to-bot"]);
    expect(found(policies(none, byMail, elsewhere))).toEqual([]);
    expect(found(policies(none, requests))).toEqual([]);
  });
});

describe("a channel", () => {
  const none = { "person-button": "none", "explicit-request": "none" } as const;
  const noWay = "error company contact no-way-to-a-person";
  const problemsOf = (settings: Settings) =>
    checkRules(settings, context).filter(({ code }) => code === "no-way-to-a-person");
  const never = { ...hoursIn("UTC", everyDay("")), id: "never" };
  const toNight: RuleOutcome = { ...alertThenChat, destination: { type: "team", id: "night" } };
  const nightShift: Settings = {
    ...policies(none, rule("alert", [signal("person-button")], { outcome: toNight })),
    hours: { ...starterSettings.hours, never },
    teams: { ...starterSettings.teams, night: { id: "night", name: "night shift", hours: "never", headId: null } },
  };
  const shut = (settings: Settings): Settings => ({ ...settings, hours: { always: { ...never, id: "always" } } });

  test("without a way to a person is named", () => {
    const problems = problemsOf(policies(none, rule("mail", [onEmail, signal("explicit-request")])));
    expect(problems.map(({ message }) => message)).toEqual([
      'Channel "main" (whatsapp): customers who ask for a person never reach one, and no contact is given either. Hand requests over to somebody who opens, or fill in the contact.',
    ]);
  });

  test("has none when everybody is closed for ever", () => {
    expect(problemsOf(shut(starterSettings))).toHaveLength(2);
    expect(problemsOf(shut(withRules()))).toHaveLength(2);
    expect(found(shut(starterSettings))).toContain(noWay);
  });

  test("has none when a rule of its own takes requests away from the one that hands over", () => {
    const taken = rule("x", [{ type: "channel", is: ["main"] }], { outcome: bot });
    expect(problemsOf(withRules(taken, requests))).toHaveLength(1);
    expect(problemsOf(withRules(requests, taken))).toEqual([]);
  });

  test.each<[string, Settings]>([
    ["a contact", { ...policies(none), company: { ...starterSettings.company, contact: "0800 123" } }],
    ["a rule for some of the requests", policies(none, rule("some", [signal("explicit-request"), tag("vip")]))],
    [
      "a person by name",
      policies(
        none,
        rule("ada", [signal("person-button")], { outcome: { ...toChat, destination: { type: "agent", id: "ada" } } }),
      ),
    ],
    ["a fallback that opens", nightShift],
    ["the workspace's own way", starterSettings],
  ])("has one with %s", (_, settings) => {
    expect(problemsOf(settings)).toEqual([]);
  });
});
