import { describe, expect, test } from "vitest";
import type { RoutingDecision } from "../../../src/core/routing/decision.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { claimedWorld, waitingWorld } from "../requests/asked-world.ts";
import type { World } from "../world.ts";

const minute = 60_000;

function giveBack(world: World): void {
  const event = { type: "conversation-unassigned", byAgentId: "robin", destination: null, note: null } as const;
  expect(world.apply(event)).toMatchObject({ status: "applied" });
}

function findNobody(world: World): void {
  const control = world.conversation?.control;
  if (control?.phase !== "queue") throw new Error("Nobody waits.");
  const found = { outcome: { type: "nobody" }, by: "longest-idle", step: 0, candidates: [], elsewhere: 0 } as const;
  const decision: RoutingDecision = found;
  const effectId = world.effects.findLast(({ effect }) => effect.type === "route")?.id ?? "none";
  world.apply({ type: "route-settled", effectId, handoffId: control.handoff.id, decision });
}

const nobodyRecords = ({ records }: World) =>
  [...records.values()].flatMap((record) => (record.type === "routing" ? [record] : []));

test("how long somebody waited is that wait alone, not the time before it that a person had it", () => {
  const world = waitingWorld();
  world.now += 2 * minute;
  world.apply({ type: "conversation-claimed", agentId: "robin" });
  expect(world.conversation?.lastWait?.ms).toBe(2 * minute);
  world.now += 60 * minute;
  giveBack(world);
  world.now += 3 * minute;
  world.apply({ type: "conversation-claimed", agentId: "lee" });
  expect(world.conversation?.lastWait?.ms).toBe(3 * minute);
});

test("finding nobody in a second wait is a record of its own, and that of the first wait stays as it was", () => {
  const world = waitingWorld();
  findNobody(world);
  world.now += minute;
  findNobody(world);
  const [first] = nobodyRecords(world);
  expect(first).toMatchObject({ attempts: 2 });
  world.apply({ type: "conversation-claimed", agentId: "robin" });
  world.now += 60 * minute;
  giveBack(world);
  findNobody(world);
  const [kept, second] = nobodyRecords(world);
  expect(kept).toEqual(first);
  expect(second).toMatchObject({ attempts: 1, at: world.now });
});

test("a person who has it keeps the wait of before as it was", () => {
  const world = claimedWorld();
  const before = world.conversation?.lastWait;
  world.now += minute;
  world.apply({ type: "agent-replied", agentId: "robin", text: "Hello" });
  expect(world.conversation?.lastWait).toEqual(before);
});

function wake(world: World): void {
  const wakesUp = world.effects.findLast(
    ({ effect }) => effect.type === "timer" && effect.timer.kind === "handoff-wake-up",
  );
  if (wakesUp?.effect.type !== "timer") throw new Error("Nothing wakes it up.");
  world.now = Math.max(world.now, wakesUp.dueAt);
  world.apply({ type: "timer-fired", effectId: wakesUp.id, timer: wakesUp.effect.timer });
}

const alerts = ({ effects }: World) =>
  effects.filter(({ effect }) => effect.type === "notify" && effect.notice.kind === "handoff-exhausted").length;

describe("the time after which nobody has come", () => {
  const wholeTime = quietSettings.handoff.exhaustion.afterMinutes * minute;

  test("is that of all waits together as long as no person has written: giving it back does not begin it anew", () => {
    const world = waitingWorld();
    world.now += wholeTime - 2 * minute;
    world.apply({ type: "conversation-claimed", agentId: "robin" });
    world.now += 30 * minute;
    giveBack(world);
    const backAt = world.now;
    wake(world);
    // What somebody had it for is no wait in vain.
    expect(alerts(world)).toBe(0);
    while (alerts(world) === 0) wake(world);
    expect(world.now - backAt).toBeGreaterThanOrEqual(2 * minute);
    expect(world.now - backAt).toBeLessThan(4 * minute);
  });

  test("begins anew when a person has written in between, and after it has been alerted", () => {
    const world = waitingWorld();
    world.now += wholeTime - 2 * minute;
    world.apply({ type: "conversation-claimed", agentId: "robin" });
    world.apply({ type: "agent-replied", agentId: "robin", text: "Hello" });
    giveBack(world);
    const backAt = world.now;
    while (alerts(world) === 0) wake(world);
    expect(world.now - backAt).toBeGreaterThanOrEqual(wholeTime);
    world.apply({ type: "conversation-claimed", agentId: "lee" });
    const again = { type: "conversation-unassigned", byAgentId: "lee", destination: null, note: null } as const;
    world.apply(again);
    const alertedAt = world.now;
    while (alerts(world) === 1) wake(world);
    expect(world.now - alertedAt).toBeGreaterThanOrEqual(wholeTime);
  });
});
