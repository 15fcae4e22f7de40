import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GoneReason, HumanControl } from "../../src/core/conversation/state.ts";
import { type Agent, newAgent } from "../../src/core/people/agent.ts";
import { claimedWorld } from "./requests/asked-world.ts";
import { goneAgent, ownerGoes, received, type World } from "./world.ts";

const hour = 3_600_000;

/** Robin has it, on a channel where the customer looks on or on one where they do not. */
function robins(hasPresence: boolean): World {
  return claimedWorld({ hasPresence });
}

function robin({ agents }: World): Agent {
  return agents.get("robin") ?? newAgent({ id: "robin", name: "nobody" });
}

function become(world: World, because: GoneReason | null): void {
  const there: Agent = { ...robin(world), presence: "available", absences: [], leftAt: null };
  world.agents.set("robin", because === null ? there : goneAgent(there, because, world.now));
}

const hear = (world: World, because: GoneReason | null) =>
  world.apply({ type: "owner-changed", agentId: "robin", because });

function human(world: World): HumanControl {
  const control = world.conversation?.control;
  if (control?.phase !== "human") throw new Error(`it is with the ${control?.phase}`);
  return control;
}

describe("that somebody went", () => {
  test.each([true, false])("heard of when they are back already, changes nothing (looks on: %s)", (hasPresence) => {
    const world = robins(hasPresence);
    const before = world.conversation;
    for (const because of ["away", "off-shift", "absent", "disconnected", "left"] as const) {
      expect(hear(world, because)).toMatchObject({ status: "ignored", because: "they are there" });
    }
    expect(world.conversation).toBe(before);
  });

  test("heard of twice is heard of once", () => {
    const world = robins(false);
    ownerGoes(world, "robin", "away");
    const once = world.conversation;
    expect(hear(world, "away")).toMatchObject({ status: "ignored", because: "known already" });
    expect(world.conversation).toBe(once);

    const live = robins(true);
    ownerGoes(live, "robin", "away");
    expect(live.conversation?.control.phase).toBe("queue");
    expect(hear(live, "away")).toMatchObject({ status: "ignored" });
  });

  test("is what their document says by now, whatever was true when it was planned", () => {
    const world = robins(false);
    become(world, "left");
    hear(world, "away");
    expect(world.conversation?.control).toMatchObject({ phase: "queue" });
    const last = [...world.records.values()].findLast(({ type }) => type === "control");
    expect(last).toMatchObject({ reason: { code: "returned", because: "left", from: "robin" } });
  });

  test("is heard of also when the news that came is that they are back", () => {
    const world = robins(false);
    become(world, "absent");
    hear(world, null);
    expect(human(world).ownerGone).toMatchObject({ because: "absent" });
  });

  test("of whom there is no document any more, is as it is told", () => {
    const world = robins(true);
    world.agents.delete("robin");
    expect(hear(world, null)).toMatchObject({ status: "ignored" });
    expect(human(world).agentId).toBe("robin");
  });
});

describe("somebody who is back, of which nobody has heard yet", () => {
  function backAgain(): World {
    const world = robins(false);
    ownerGoes(world, "robin", "away");
    become(world, null);
    return world;
  }

  test("keeps it when the customer writes", () => {
    const world = backAgain();
    world.apply(received("are you there?"));
    expect(human(world)).toMatchObject({ agentId: "robin", ownerGone: null });
    expect(hear(world, null)).toMatchObject({ status: "ignored" });
  });

  test("keeps it when the deadline comes", () => {
    const world = backAgain();
    const effectId = human(world).ownerGone?.effectId ?? "none";
    world.now += 24 * hour;
    world.apply({ type: "timer-fired", effectId, timer: { kind: "owner-deadline" } });
    expect(human(world)).toMatchObject({ agentId: "robin", ownerGone: null });
  });
});

test("in whatever order it is heard, late and twice: at the end it is as their document says", () => {
  const states = fc.constantFrom<GoneReason | null>("away", "absent", "disconnected", null);
  const life = fc.array(fc.tuple(states, fc.array(states, { maxLength: 3 })), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(life, (all) => {
      const world = robins(false);
      for (const [now, news] of all) {
        become(world, now);
        for (const because of news) hear(world, because);
      }
      const [truth] = all.at(-1) ?? [null];
      // The last change is always told, if late.
      hear(world, truth);
      expect(human(world).ownerGone === null).toBe(truth === null);
    }),
  );
});
