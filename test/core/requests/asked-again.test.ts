import { describe, expect, test } from "vitest";
import { ownerGoes, type World } from "../world.ts";
import { claimedWorld, expire, offer, pendingId, waitingWorld } from "./asked-world.ts";

function declined({ conversation }: World): readonly string[] {
  const control = conversation?.control;
  return control?.phase === "queue" ? control.handoff.declinedBy : [];
}

describe("who is not asked again in the same handoff", () => {
  test("whoever declined, let it lapse, or had it taken back by a lead", () => {
    for (const ends of [
      (world: World) =>
        world.apply({
          type: "request-rejected",
          requestId: pendingId(world, "robin"),
          agentId: "robin",
          reason: "busy",
        }),
      expire,
      (world: World) =>
        world.apply({
          ...{ type: "request-withdrawn", requestId: pendingId(world, "robin"), agentId: "lee" },
          reason: "Sent to the wrong person",
        }),
    ]) {
      const world = waitingWorld();
      offer(world, "robin");
      ends(world);
      expect(declined(world)).toEqual(["robin"]);
    }
  });

  test("also not after it went to another queue", () => {
    const world = waitingWorld();
    offer(world, "robin");
    world.apply({ type: "request-rejected", requestId: pendingId(world, "robin"), agentId: "robin", reason: "busy" });
    world.apply({
      ...{ type: "conversation-unassigned", byAgentId: "lee", destination: { type: "queue", id: "e-mail" } },
      note: "Rather by e-mail.",
    });
    expect(declined(world)).toEqual(["robin"]);
    expect([...world.messages.values()].at(-1)).toMatchObject({
      author: { type: "note", agentId: "lee" },
      content: { text: "Rather by e-mail." },
    });
  });

  test("whoever gave it back or never answered, but not whoever only went", () => {
    const given = claimedWorld();
    given.apply({ type: "conversation-unassigned", byAgentId: "robin", destination: null, note: null });
    expect(declined(given)).toEqual(["robin"]);
    const gone = claimedWorld();
    ownerGoes(gone, "robin", "disconnected");
    expect(gone.conversation?.control.phase).toBe("queue");
    expect(declined(gone)).toEqual([]);
  });
});

describe("requests that nobody answers", () => {
  test("make away who missed two in a row, with the reason", () => {
    for (const [missed, presence] of [
      [0, "available"],
      [1, "away"],
    ] as const) {
      const world = waitingWorld();
      const robin = world.agents.get("robin");
      if (robin) world.agents.set("robin", { ...robin, missedInARow: missed });
      offer(world, "robin");
      expire(world);
      expect(world.agents.get("robin")).toMatchObject({ presence, missedInARow: missed + 1 });
      if (presence === "away") expect(world.agents.get("robin")?.status.reason).toBe("missed-requests");
    }
  });

  test("about what came in overnight, or waited through the night, set nobody to away: they are busy with the rest of it", () => {
    const control = waitingWorld().conversation?.control;
    if (control?.phase !== "queue") throw new Error("nobody waits");
    const course = { ...control.handoff.course, openedIn: "closed" } as const;
    const cameIn = { ...control, handoff: { ...control.handoff, course } };
    const waitedThrough = { ...control, handoff: { ...control.handoff, overnight: { isAnswered: false } } };
    for (const overnight of [cameIn, waitedThrough]) {
      const world = waitingWorld();
      if (world.conversation) world.conversation = { ...world.conversation, control: overnight };
      const robin = world.agents.get("robin");
      if (robin) world.agents.set("robin", { ...robin, missedInARow: 1 });
      offer(world, "robin");
      expire(world);
      expect(world.agents.get("robin")).toMatchObject({ presence: "available", missedInARow: 1 });
      expect(declined(world)).toEqual(["robin"]);
    }
  });

  test("are nobody's in particular when many were asked at once", () => {
    const world = waitingWorld();
    offer(world, "robin", "lee");
    expire(world);
    expect(world.agents.get("robin")?.missedInARow).toBe(0);
    expect(declined(world)).toEqual(["robin", "lee"]);
  });
});

describe("where somebody wants it to go", () => {
  test.each([
    [{ type: "queue", id: "nowhere" }, "no-such-queue"],
    [{ type: "team", id: "nowhere" }, "no-such-team"],
    [{ type: "agent", id: "nobody" }, "unknown-agent"],
  ] as const)("has to exist: %o", (destination, code) => {
    for (const world of [waitingWorld(), claimedWorld()]) {
      const given = { type: "conversation-unassigned", byAgentId: "lee", destination, note: "a note" } as const;
      const before = world.conversation;
      expect(world.apply(given)).toEqual({ status: "refused", code });
      expect(world.conversation).toBe(before);
    }
  });
});
