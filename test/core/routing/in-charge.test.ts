import { describe, expect, test } from "vitest";
import type { Agent } from "../../../src/core/people/agent.ts";
import { type Company, whoToCall, whoToWarn } from "../../../src/core/routing/in-charge.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { person } from "../../support/engine.ts";

interface Given {
  readonly headId?: string | null;
  readonly onCall?: string | null;
  readonly agents?: readonly Agent[];
}

const everybody = [
  person("head", { teamIds: ["billers"] }),
  person("night"),
  person("lead", { role: "lead", teamIds: ["billers"] }),
  person("other-lead", { role: "lead", teamIds: ["sellers"] }),
  person("admin", { role: "admin" }),
];

function company({ headId = "head", onCall = "night", agents = everybody }: Given = {}): Company {
  const billers = { id: "billers", name: "Billing", hours: "always", headId };
  return { agents, settings: { teams: { billers }, people: { ...starterSettings.people, onCall } } };
}

const without = (...ids: readonly string[]) => everybody.filter(({ id }) => !ids.includes(id));

describe("somebody always hears of what goes wrong", () => {
  test.each([
    ["the head", {}, ["head"]],
    ["whoever is on call, of a team without a head", { headId: null }, ["night"]],
    ["the leads of the team, when nobody is on call", { headId: null, onCall: null }, ["lead"]],
    [
      "the administrators, of a team that nobody leads",
      { headId: null, onCall: null, agents: without("lead") },
      ["admin"],
    ],
    ["nobody who is not there", { headId: "gone", onCall: "nobody", agents: without("lead", "admin") }, []],
  ])("beforehand: %s", (_whom, given, expected) => {
    expect(whoToWarn(["billers"], company(given))).toEqual(expected);
  });

  test("at once: whoever is on call, before the head", () => {
    expect(whoToCall(["billers"], company())).toEqual(["night"]);
    expect(whoToCall(["billers"], company({ onCall: null }))).toEqual(["head"]);
  });

  test("of a queue without teams: whoever leads anything", () => {
    expect(whoToWarn([], company({ onCall: null }))).toEqual(["lead", "other-lead"]);
  });

  test("who has left, or is a test, would never read it", () => {
    const agents = everybody.map((one) => (one.id === "head" ? { ...one, leftAt: 1 } : one));
    expect(whoToWarn(["billers"], company({ agents }))).toEqual(["night"]);
    const demo = everybody.map((one) => (one.id === "head" ? { ...one, isTest: true } : one));
    expect(whoToWarn(["billers"], company({ agents: demo }))).toEqual(["night"]);
  });
});
