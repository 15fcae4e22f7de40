import { describe, expect, test } from "vitest";
import { biller, decided } from "./searching.ts";

describe("what is stored of a decision", () => {
  const crowd = Array.from({ length: 10_000 }, (_, number) =>
    biller(`an-agent-with-quite-a-long-id-as-other-systems-give-them-${number}`, {
      presence: number % 2 === 0 ? "offline" : "away",
    }),
  );

  test("names those who tell most, counts the others, and stays well under 64 kB", () => {
    const agents = [
      ...crowd,
      biller("busy", { presence: "busy" }),
      biller("second", { lastAssignedAt: 2 }),
      biller("first"),
    ];
    const decision = decided({ agents });
    expect(decision.outcome).toEqual({ type: "ask", agentIds: ["first"] });
    expect(decision.candidates).toHaveLength(200);
    expect(decision.candidates.slice(0, 4)).toEqual([
      { agentId: "first", excluded: null },
      { agentId: "second", excluded: null },
      { agentId: "busy", excluded: "busy" },
      { agentId: expect.any(String), excluded: "away" },
    ]);
    expect(decision).toMatchObject({ omitted: 9_803, elsewhere: 0 });
    expect(JSON.stringify(decision).length).toBeLessThan(40_000);
  });

  test("says nothing of what was not out of the ordinary", () => {
    const { omitted, notes, priority } = decided({ agents: [biller("robin")] });
    expect({ omitted, notes, priority }).toEqual({});
  });

  test("names whoever gets it although they are of another team", () => {
    const agents = [biller("robin"), biller("kim", { teamIds: ["sellers"] })];
    expect(decided({ agents, handoff: { preferredAgentId: "kim" } })).toMatchObject({
      outcome: { type: "give", agentId: "kim" },
      candidates: [
        { agentId: "robin", excluded: null },
        { agentId: "kim", excluded: null },
      ],
      elsewhere: 0,
    });
  });
});
