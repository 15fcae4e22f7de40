import { describe, expect, test } from "vitest";
import type { Timer } from "../../src/core/conversation/effect.ts";
import { quietSettings } from "../support/quiet-settings.ts";
import { claimedWorld } from "./requests/asked-world.ts";
import { received, type World } from "./world.ts";

const minute = 60_000;
const idleMinutes = quietSettings.people.idleMinutes ?? 0;

const holdOf = (world: World, agentId: string) => world.agents.get(agentId)?.holds[world.conversation?.id ?? ""]?.as;

/** Robin has answered, and the customer says nothing any more. */
function answeredWorld(): World {
  const world = claimedWorld();
  world.apply({ type: "agent-replied", agentId: "robin", text: "It is on its way." });
  return world;
}

/** The stored time comes, if there is one that still counts. */
function fire(world: World, kind: Timer["kind"]): void {
  const planned = world.effects.findLast(
    ({ id, effect }) => world.live.has(id) && effect.type === "timer" && effect.timer.kind === kind,
  );
  if (planned?.effect.type !== "timer") throw new Error(`Nothing waits for ${kind}.`);
  world.now = Math.max(world.now, planned.dueAt);
  world.apply({ type: "timer-fired", effectId: planned.id, timer: planned.effect.timer });
}

describe("a customer who is silent takes no room", () => {
  test("after so many minutes, of whoever answered them", () => {
    const world = answeredWorld();
    fire(world, "idle");
    expect(holdOf(world, "robin")).toBe("idle");
  });

  test("again, when what was put aside came back to mind and nobody wrote since", () => {
    const world = answeredWorld();
    world.apply({ type: "conversation-snoozed", agentId: "robin", until: world.now + 24 * 60 * minute });
    expect(holdOf(world, "robin")).toBe("idle");
    fire(world, "idle");
    fire(world, "snooze-end");
    expect(holdOf(world, "robin")).toBe("open");
    const backAt = world.now;
    fire(world, "idle");
    expect(world.now).toBe(backAt + idleMinutes * minute);
    expect(holdOf(world, "robin")).toBe("idle");
  });

  test("again, when whoever put it aside takes it up before its time", () => {
    const world = answeredWorld();
    const asks = (until: number | null) => world.apply({ type: "conversation-snoozed", agentId: "robin", until });
    expect(asks(null).status).toBe("ignored");
    asks(world.now + 24 * 60 * minute);
    const { effects } = world;
    const aside = effects.findLast(({ effect }) => effect.type === "timer" && effect.timer.kind === "snooze-end");
    expect(asks(null).status).toBe("applied");
    expect(world.conversation?.control).toMatchObject({ phase: "human", agentId: "robin", snooze: null });
    expect([holdOf(world, "robin"), world.live.has(aside?.id ?? "")]).toEqual(["open", false]);
    expect(effects.filter(({ effect }) => effect.type === "notify" && effect.notice.kind === "snooze-ended")).toEqual(
      [],
    );
    fire(world, "idle");
    expect(holdOf(world, "robin")).toBe("idle");
  });

  test("never for longer than ninety days: what is put aside for years is forgotten", () => {
    const world = answeredWorld();
    const days = (count: number) => ({
      ...({ type: "conversation-snoozed", agentId: "robin" } as const),
      until: world.now + count * 24 * 60 * minute,
    });
    expect(world.apply({ ...days(90), until: days(90).until + 1 })).toEqual({
      status: "refused",
      code: "too-far-ahead",
    });
    expect(world.apply(days(90)).status).toBe("applied");
  });

  test("also of a colleague who got it answered and has not had to write", () => {
    const world = answeredWorld();
    const event = { type: "conversation-assigned", agentId: "lee", byAgentId: "robin", evenIfAway: false } as const;
    world.apply({ ...event, jobId: null, tellsCustomer: true });
    expect(holdOf(world, "lee")).toBe("open");
    fire(world, "idle");
    expect(holdOf(world, "lee")).toBe("idle");
    world.apply(received("And when does it arrive?"));
    expect(holdOf(world, "lee")).toBe("open");
  });
});
