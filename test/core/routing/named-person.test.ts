import { describe, expect, test } from "vitest";
import type { Agent } from "../../../src/core/people/agent.ts";
import { biller, decided, enteredAt, found, holding } from "./searching.ts";

const toRobin = { destination: { type: "agent", id: "robin", teamIds: [] } } as const;
const colleagues = [biller("kim"), biller("seller", { teamIds: ["sellers"] })];

function withRobin(differing: Partial<Agent>) {
  return { agents: [biller("robin", { lastAssignedAt: 9, ...differing }), ...colleagues], handoff: toRobin };
}

function absentWith(substituteId: string | null) {
  return { absences: [{ id: "a1", from: 0, to: enteredAt + 1, reason: null, substituteId }] };
}

describe("meant for one person", () => {
  test("that person is asked, whoever else has been idle for longer", () => {
    expect(found(withRobin({}))).toBe("robin");
  });

  test.each([
    ["busy", { presence: "busy" }],
    ["full", { ...holding(["open"], ["open"]) }],
    ["being asked", { capacity: 9, ...holding(["offered"]) }],
  ] as const)("somebody who is %s is waited for", (_how, differing) => {
    expect(found(withRobin(differing))).toBe("nobody");
  });

  test.each([
    ["away", { presence: "away" }],
    ["offline", { presence: "offline" }],
    ["left", { leftAt: 1 }],
    ["absent", absentWith(null)],
  ] as const)("of somebody who is %s the teams are asked, and it says why", (because, differing) => {
    expect(decided(withRobin(differing))).toMatchObject({
      outcome: { type: "ask", agentIds: ["kim"] },
      notes: [{ code: "person-not-there", agentId: "robin", excluded: because }],
    });
  });

  test("of somebody who declined the teams are asked", () => {
    const { agents } = withRobin({});
    expect(found({ agents, handoff: { ...toRobin, declinedBy: ["robin"] } })).toBe("kim");
  });

  test("of somebody whom nobody knows, everybody is: never a dead end", () => {
    expect(found({ agents: colleagues, handoff: toRobin })).toBe("kim");
    expect(decided({ agents: colleagues, handoff: toRobin }).notes).toEqual([
      { code: "person-not-there", agentId: "robin", excluded: null },
    ]);
  });

  test("of somebody absent the substitute is asked, and the substitute's where they are absent too", () => {
    expect(decided(withRobin(absentWith("seller")))).toMatchObject({
      outcome: { type: "ask", agentIds: ["seller"] },
      notes: [{ code: "substitute", agentId: "seller", of: "robin" }],
    });
    const chain = [
      biller("robin", absentWith("lee")),
      biller("lee", absentWith("seller")),
      biller("seller", { teamIds: ["sellers"] }),
      biller("kim"),
    ];
    expect(found({ agents: chain, handoff: toRobin })).toBe("seller");
  });

  test("a substitute who is not there, or people who stand in for each other, end at the teams", () => {
    const gone = [biller("robin", absentWith("lee")), biller("lee", { presence: "away" }), biller("kim")];
    expect(found({ agents: gone, handoff: toRobin })).toBe("kim");
    const circle = [biller("robin", absentWith("lee")), biller("lee", absentWith("robin")), biller("kim")];
    expect(found({ agents: circle, handoff: toRobin })).toBe("kim");
  });

  test("a substitute who is busy is waited for", () => {
    const busy = [biller("robin", absentWith("lee")), biller("lee", { presence: "busy" }), biller("kim")];
    expect(found({ agents: busy, handoff: toRobin })).toBe("nobody");
  });

  test("who had it before and is absent is stood in for, and the substitute is asked", () => {
    const agents = [biller("robin", absentWith("kim")), biller("kim", { lastAssignedAt: 9 }), biller("idle")];
    expect(decided({ agents, handoff: { preferredAgentId: "robin" } })).toMatchObject({
      outcome: { type: "ask", agentIds: ["kim"] },
      by: "substitute",
    });
  });
});
