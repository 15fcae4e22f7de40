import { expect, test } from "vitest";
import { type Agent, plainLoad } from "../../src/core/people/agent.ts";
import { decideRoute, type RouteInput } from "../../src/core/routing/decide-route.ts";
import { compilePolicy } from "../../src/core/settings/policy.ts";
import { noSwitches } from "../../src/core/settings/settings.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { person } from "../support/engine.ts";

const policy = compilePolicy(1, starterSettings, noSwitches);

function decide(agents: readonly Agent[], differing: Partial<RouteInput["handoff"]> = {}) {
  const handoff: RouteInput["handoff"] = {
    declinedBy: ["declined"],
    preferredAgentId: null,
    destination: { type: "queue", id: "chat", teamIds: ["billing"] },
    exhaustedAt: null,
    enteredQueueAt: 0,
    queues: ["chat"],
    priority: "normal",
    ...differing,
  };
  const conversation = { id: "con_1", isTest: false, locale: "en" };
  return decideRoute({ handoff, conversation, load: plainLoad, agents, policy, at: 1_000, external: null });
}

test("asks those of the destination's teams and those of no team; when nobody of them came, everybody", () => {
  const people = [
    person("seller", { teamIds: ["sales"], lastAssignedAt: 0 }),
    person("biller", { teamIds: ["billing"], lastAssignedAt: 2 }),
    person("anywhere", { lastAssignedAt: 3 }),
  ];
  expect(decide(people)).toMatchObject({
    outcome: { type: "ask", agentIds: ["biller"] },
    candidates: [
      { agentId: "biller", excluded: null },
      { agentId: "anywhere", excluded: null },
    ],
    elsewhere: 1,
  });
  expect(decide(people, { exhaustedAt: 1 }).outcome).toEqual({ type: "ask", agentIds: ["seller"] });
});

test("asks only the person a handoff is meant for", () => {
  const people = [person("robin", { lastAssignedAt: 9 }), person("kim")];
  const destination = { type: "agent", id: "robin", teamIds: [] } as const;
  expect(decide(people, { destination }).outcome).toEqual({ type: "ask", agentIds: ["robin"] });
});

test("asks who has been idle longest of those who can be asked, and says why not the others", () => {
  const held = { units: 1, channelKind: "web", at: 0 };
  const people = [
    person("busy-lately", { lastAssignedAt: 2 }),
    person("idle", { lastAssignedAt: 1 }),
    person("away", { presence: "away" }),
    person("meeting", { presence: "busy" }),
    person("holiday", { absences: [{ id: "a", from: 0, to: null, reason: null, substituteId: null }] }),
    person("gone", { leftAt: 5 }),
    person("full", { capacity: 1, holds: { con_9: { as: "open", ...held } } }),
    person("ringing", { capacity: 9, holds: { con_8: { as: "offered", ...held } } }),
    person("roomy", { capacity: 1, lastAssignedAt: 9, holds: { con_7: { as: "idle", ...held } } }),
    person("declined"),
    person("demo", { isTest: true }),
  ];
  expect(decide(people)).toEqual({
    outcome: { type: "ask", agentIds: ["idle"] },
    by: "longest-idle",
    step: 0,
    elsewhere: 1,
    candidates: [
      { agentId: "busy-lately", excluded: null },
      { agentId: "idle", excluded: null },
      { agentId: "away", excluded: "away" },
      { agentId: "meeting", excluded: "busy" },
      { agentId: "holiday", excluded: "absent" },
      { agentId: "gone", excluded: "left" },
      { agentId: "full", excluded: "full" },
      { agentId: "ringing", excluded: "ringing" },
      { agentId: "roomy", excluded: null },
      { agentId: "declined", excluded: "declined" },
    ],
  });
});

test("gives it directly to who had it before, when they can take it", () => {
  const people = [person("idle"), person("robin", { lastAssignedAt: 9 })];
  expect(decide(people, { preferredAgentId: "robin" }).outcome).toEqual({ type: "give", agentId: "robin" });
  expect(decide([])).toMatchObject({ outcome: { type: "nobody" }, candidates: [] });
});
