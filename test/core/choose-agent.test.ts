import { expect, test } from "vitest";
import { chooseAgent } from "../../src/core/routing/choose-agent.ts";
import { person } from "../support/engine.ts";

const wanted = { declinedBy: ["declined"], preferredAgentId: null, isTest: false };

test("asks who has been idle longest of those who can be asked, and says why not the others", () => {
  const people = [
    person("busy-lately", { lastAssignedAt: 2 }),
    person("idle", { lastAssignedAt: 1 }),
    person("away", { presence: "away" }),
    person("full", { capacity: 1, holds: { con_9: "open" } }),
    person("declined"),
    person("demo", { isTest: true }),
  ];
  expect(chooseAgent(people, wanted)).toEqual({
    agentId: "idle",
    isDirect: false,
    candidates: [
      { agentId: "busy-lately", excluded: null },
      { agentId: "idle", excluded: null },
      { agentId: "away", excluded: "away" },
      { agentId: "full", excluded: "full" },
      { agentId: "declined", excluded: "declined" },
      { agentId: "demo", excluded: "test" },
    ],
  });
});

test("gives it directly to who had it before, when they can take it", () => {
  const people = [person("idle"), person("robin", { lastAssignedAt: 9 })];
  expect(chooseAgent(people, { ...wanted, preferredAgentId: "robin" })).toMatchObject({
    agentId: "robin",
    isDirect: true,
  });
  expect(chooseAgent([], wanted)).toEqual({ agentId: null, isDirect: false, candidates: [] });
});
