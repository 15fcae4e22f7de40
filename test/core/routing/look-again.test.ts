import { describe, expect, test } from "vitest";
import type { Effect } from "../../../src/core/conversation/effect.ts";
import { mostLooksInARow } from "../../../src/core/conversation/phases/search-again.ts";
import type { RoutingRecord } from "../../../src/core/conversation/record.ts";
import { plainLoad } from "../../../src/core/people/agent.ts";
import type { RoutingDecision, RoutingOutcome } from "../../../src/core/routing/decision.ts";
import { waitingWorld } from "../requests/asked-world.ts";
import type { World } from "../world.ts";

type Route = Extract<Effect, { type: "route" }>;

function decision(outcome: RoutingOutcome): RoutingDecision {
  return { outcome, by: "always-yes", step: 0, candidates: [], elsewhere: 0 };
}

/** Whoever looks for a person says yes to everybody; as long as that goes on at once. @returns how often it looked. */
function lookAlways(world: World, outcome: RoutingOutcome): number {
  for (let looks = 0; ; looks++) {
    if (looks > 100) throw new Error("it never ends");
    const found = world.effects.find(({ id, effect }) => effect.type === "route" && world.live.has(id));
    if (!found) return looks;
    const { handoffId, look } = found.effect as Route;
    const again = look === undefined ? {} : { look };
    world.live.delete(found.id);
    world.apply({ type: "route-settled", effectId: found.id, handoffId, decision: decision(outcome), ...again });
  }
}

function handoff({ conversation }: World) {
  const control = conversation?.control;
  if (control?.phase !== "queue") throw new Error("nobody waits");
  return control.handoff;
}

function change(world: World, id: string, differing: object): void {
  const agent = world.agents.get(id);
  if (agent) world.agents.set(id, { ...agent, ...differing });
}

const full = { holds: { con_other: { as: "open", ...plainLoad, at: 0 } } };

describe("a search that says yes to somebody who cannot take it", () => {
  test.each([
    ["is full, and given it", { type: "give", agentId: "robin" }, full],
    ["is full, and asked", { type: "ask", agentIds: ["robin"] }, full],
    ["is away", { type: "give", agentId: "robin" }, { presence: "away" }],
    ["left", { type: "ask", agentIds: ["robin"] }, { leftAt: 1 }],
    ["does not exist", { type: "give", agentId: "robot" }, {}],
  ] as const)("because they are one who %s, ends with a name after a few looks", (_why, outcome, differing) => {
    const world = waitingWorld();
    change(world, "robin", differing);
    const before = world.agents.get("robin");
    expect(lookAlways(world, outcome)).toBe(mostLooksInARow);
    expect(handoff(world)).toMatchObject({ ask: null, nobody: { attempts: 1 } });
    const record = [...world.records.values()].findLast(({ type }) => type === "routing") as RoutingRecord;
    expect(record).toMatchObject({
      ...{ outcome: { type: "nobody" }, by: "always-yes" },
      notes: [{ code: "looked-too-often", looks: mostLooksInARow }],
    });
    // Nobody was given anything, and the stored wake-up goes on (I5, I7).
    expect(world.agents.get("robin")).toBe(before);
    expect(world.live).toContain(handoff(world).wakeUpEffectId);
  });

  test("begins anew with the next wake-up, and takes whoever has become able", () => {
    const world = waitingWorld();
    change(world, "robin", full);
    lookAlways(world, { type: "ask", agentIds: ["robin"] });
    const { id: handoffId, wakeUpEffectId: effectId, wakeUpRound: round } = handoff(world);
    world.now += 60_000;
    world.apply({ type: "timer-fired", effectId, timer: { kind: "handoff-wake-up", handoffId, round } });
    change(world, "robin", { holds: {} });
    expect(lookAlways(world, { type: "ask", agentIds: ["robin"] })).toBe(1);
    expect(handoff(world).ask?.pending).toMatchObject([{ agentId: "robin" }]);
  });

  test("a place that is still kept for this very conversation is no reason to look again", () => {
    const world = waitingWorld();
    const kept = { [world.conversation?.id ?? ""]: { as: "offered", ...plainLoad, at: 0 } };
    change(world, "robin", { capacity: 1, holds: kept });
    expect(lookAlways(world, { type: "ask", agentIds: ["robin"] })).toBe(1);
    expect(handoff(world).ask?.pending).toMatchObject([{ agentId: "robin" }]);
  });
});
