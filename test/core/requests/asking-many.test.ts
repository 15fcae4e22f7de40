import { describe, expect, test } from "vitest";
import { askable } from "../../../src/core/requests/ask.ts";
import { newQueue } from "../../../src/core/routing/queue.ts";
import { compilePolicy } from "../../../src/core/settings/policy.ts";
import { noSwitches } from "../../../src/core/settings/settings.ts";
import { person } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import type { World } from "../world.ts";
import { claimedWorld, offer, recordOf, waitingWorld } from "./asked-world.ts";

function people(count: number, length = 30): readonly { readonly id: string }[] {
  return Array.from({ length: count }, (_, index) => ({ id: String(index).padStart(length, "a") }));
}

function crowd(world: World, count: number): readonly string[] {
  const ids = Array.from({ length: count }, (_, index) => `agt_01jd3v5n9q8k2m4p6r7s${String(index).padStart(6, "0")}`);
  for (const id of ids) world.agents.set(id, person(id));
  return ids;
}

describe("asking many at once", () => {
  test("reaches two hundred people, and the conversation stays small enough to be written with every message", () => {
    const world = waitingWorld();
    offer(world, ...crowd(world, 200));
    const control = world.conversation?.control;
    expect(control?.phase === "queue" && control.handoff.ask?.pending).toHaveLength(200);
    expect(JSON.stringify(world.conversation).length).toBeLessThanOrEqual(16_000);
  });

  test("asks fewer where names are long or many have declined, rather than let it grow", () => {
    expect(askable(people(200), [])).toHaveLength(200);
    expect(askable(people(200, 100), []).length).toBeLessThan(100);
    const declined = people(200).map(({ id }) => id);
    expect(askable(people(200), declined).length).toBeLessThan(120);
    expect(askable(people(1), [...declined, ...declined])).toEqual([]);
  });

  test("finds nobody, instead of asking for ever, when nobody more can be remembered", () => {
    const world = waitingWorld();
    const control = world.conversation?.control;
    if (world.conversation && control?.phase === "queue") {
      const declinedBy = people(400).map(({ id }) => id);
      world.conversation = {
        ...world.conversation,
        control: { ...control, handoff: { ...control.handoff, declinedBy } },
      };
    }
    const routes = () => world.effects.filter(({ effect }) => effect.type === "route").length;
    const before = routes();
    offer(world, "robin");
    expect(world.conversation?.control).toMatchObject({ handoff: { ask: null, nobody: { attempts: 1 } } });
    expect(routes()).toBe(before);
  });

  test("reads only those who act on it: what the others do meanwhile makes nobody's answer stale", () => {
    const world = waitingWorld();
    const [first = "", second = ""] = crowd(world, 20);
    offer(world, ...crowd(world, 20));
    const seq = [...world.records.values()].find((one) => one.type === "request" && one.agentId === first)?.seq;
    const decision = world.apply({ type: "request-accepted", requestId: `con_1.r${seq}`, agentId: first });
    if (decision.status !== "applied") throw new Error("It was not accepted.");
    expect(decision.agents.map(({ id }) => id)).toEqual([first]);
    const released = decision.effects.flatMap(({ effect }) => (effect.type === "hold-release" ? [effect.agentId] : []));
    expect(released).toHaveLength(19);
    expect(released).toContain(second);
  });
});

test("a request rings for as long as the queue says, also for longer than is usual", () => {
  const { chat } = quietSettings.queues;
  const slow = newQueue({ ...chat, id: "chat", name: "Chat", teams: ["support"], requestSeconds: 300 });
  const policy = compilePolicy(2, { ...quietSettings, queues: { ...quietSettings.queues, chat: slow } }, noSwitches);
  const world = waitingWorld({ policy });
  offer(world, "robin");
  const control = world.conversation?.control;
  expect(control?.phase === "queue" && control.handoff.ask?.expiresAt).toBe(world.now + 300_000);
});

test("a colleague's request rings for as long as the lead says", () => {
  const people = { ...quietSettings.people, requestSeconds: { offer: 60, assign: 45, discuss: 30 } };
  const world = claimedWorld({ policy: compilePolicy(2, { ...quietSettings, people }, noSwitches) });
  for (const [kind, seconds] of [
    ["discuss", 30],
    ["assign", 45],
  ] as const) {
    world.agents.set(kind, person(kind));
    world.apply({ type: "request-made", kind, byAgentId: "robin", agentId: kind, role: null, note: null });
    const control = world.conversation?.control;
    const ask = control?.phase === "human" ? control.asks.at(-1) : undefined;
    expect(ask?.expiresAt).toBe(world.now + seconds * 1_000);
    expect(recordOf(world, `con_1.r${ask?.pending[0]?.recordSeq}`).kind).toBe(kind);
  }
});
