import { expect, test } from "vitest";
import { chooseAgent } from "../../src/core/routing/choose-agent.ts";
import { person } from "../support/engine.ts";

const wanted = {
  declinedBy: ["declined"],
  preferredAgentId: null,
  destination: { type: "queue", id: "chat", teamIds: ["billing"] },
  exhaustedAt: null,
  isTest: false,
} as const;

test("asks those of the destination's teams and those of no team; when nobody of them came, everybody", () => {
  const people = [
    person("seller", { teamIds: ["sales"], lastAssignedAt: 0 }),
    person("biller", { teamIds: ["billing"], lastAssignedAt: 2 }),
    person("anywhere", { lastAssignedAt: 3 }),
  ];
  expect(chooseAgent(people, wanted)).toMatchObject({
    agentId: "biller",
    candidates: [{ excluded: "elsewhere" }, { excluded: null }, { excluded: null }],
  });
  expect(chooseAgent(people, { ...wanted, exhaustedAt: 1 }).agentId).toBe("seller");
});

test("asks only the person a handoff is meant for", () => {
  const people = [person("robin", { lastAssignedAt: 9 }), person("kim")];
  const destination = { type: "agent", id: "robin", teamIds: [] } as const;
  expect(chooseAgent(people, { ...wanted, destination }).agentId).toBe("robin");
});

test("asks who has been idle longest of those who can be asked, and says why not the others", () => {
  const people = [
    person("busy-lately", { lastAssignedAt: 2 }),
    person("idle", { lastAssignedAt: 1 }),
    person("away", { presence: "away" }),
    person("full", { capacity: 1, holds: { con_9: { as: "open", units: 1, channelKind: "web", at: 0 } } }),
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
