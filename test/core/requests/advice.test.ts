import { describe, expect, test } from "vitest";
import { discussing } from "../../../src/core/requests/discussions.ts";
import type { World } from "../world.ts";
import { askedWorld, pendingId, recordOf, resultOf } from "./asked-world.ts";

/** Lee advises Robin. */
function advisedWorld(): World {
  const world = askedWorld("discuss");
  world.apply({ type: "request-accepted", requestId: pendingId(world), agentId: "lee" });
  return world;
}

describe("somebody who advises", () => {
  test("takes no place with anybody, and the conversation stays where it is", () => {
    const world = advisedWorld();
    expect(world.conversation?.control).toMatchObject({
      phase: "human",
      agentId: "robin",
      advisers: ["lee"],
      asks: [],
    });
    expect(world.agents.get("lee")?.holds).toEqual({});
  });

  test("adds notes, which say that they are advice; those of others do not", () => {
    const world = advisedWorld();
    world.apply({ type: "note-added", agentId: "lee", text: "Give them the refund." });
    world.apply({ type: "note-added", agentId: "robin", text: "I will." });
    const notes = [...world.messages.values()].flatMap(({ author }) => (author.type === "note" ? [author] : []));
    expect(notes.slice(-2)).toEqual([
      { type: "note", agentId: "lee", isAdvice: true },
      { type: "note", agentId: "robin" },
    ]);
  });

  test("never speaks to the customer, and decides nothing", () => {
    const world = advisedWorld();
    // Without the rights of a lead.
    const lee = world.agents.get("lee");
    if (lee) world.agents.set("lee", { ...lee, role: "agent" });
    const attempts = [
      world.apply({ type: "agent-replied", agentId: "lee", text: "Hello!" }),
      world.apply({ type: "conversation-closed", agentId: "lee", outcome: "resolved", wrapUp: null }),
      world.apply({ type: "conversation-handed-back", agentId: "lee", note: null }),
      world.apply({ type: "conversation-snoozed", agentId: "lee", until: world.now + 1 }),
      world.apply({ type: "conversation-unassigned", byAgentId: "lee", destination: null, note: null }),
      world.apply({ type: "conversation-claimed", agentId: "lee" }),
    ];
    expect(attempts.map(resultOf)).toEqual([
      ...["not-in-control", "not-in-control", "not-in-control", "not-in-control", "not-allowed", "already-taken"],
    ]);
  });

  test("stops when they, or whoever they advise, say so, and not by anybody else", () => {
    const world = advisedWorld();
    const ends = { type: "discussion-ended", agentId: "lee" } as const;
    expect(resultOf(world.apply({ ...ends, byAgentId: "kim" }))).toBe("not-allowed");
    expect(resultOf(world.apply({ ...ends, byAgentId: "lee" }))).toBe("applied");
    expect(world.conversation?.control).toMatchObject({ advisers: [] });
    expect(resultOf(world.apply({ ...ends, byAgentId: "lee" }))).toBe("ignored");
  });

  test("is through when the conversation goes to somebody else, and everybody hears of it", () => {
    const world = advisedWorld();
    const decision = world.apply({
      type: "conversation-unassigned",
      byAgentId: "robin",
      destination: null,
      note: null,
    });
    const feed = decision.status === "applied" ? decision.feed : [];
    expect(feed).toContainEqual({ type: "discussion-ended", data: { agentId: "lee" } });
    expect(world.conversation && [...discussing(world.conversation)]).toEqual([]);
  });

  test("may be asked to take it, too, and then has it", () => {
    const world = advisedWorld();
    world.apply({ type: "request-made", kind: "assign", byAgentId: "robin", agentId: "lee", role: null, note: null });
    const requestId = pendingId(world);
    world.apply({ type: "request-accepted", requestId, agentId: "lee" });
    expect(world.conversation?.control).toMatchObject({ phase: "human", agentId: "lee", advisers: [] });
    expect(recordOf(world, requestId).end?.status).toBe("accepted");
  });

  test("is found by the conversation from the moment they are asked", () => {
    const world = askedWorld("discuss");
    expect(world.conversation && [...discussing(world.conversation)]).toEqual(["lee"]);
    world.apply({ type: "request-rejected", requestId: pendingId(world), agentId: "lee", reason: "Not my field" });
    expect(world.conversation && [...discussing(world.conversation)]).toEqual([]);
  });
});
