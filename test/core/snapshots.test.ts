import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { conversationVersion, readConversation } from "../../src/core/conversation/upgrade.ts";
import { violations } from "../../src/core/invariants.ts";
import { type Hold, plainLoad } from "../../src/core/people/agent.ts";
import { pendingAsks } from "../../src/core/requests/pending-asks.ts";
import { createWorld, received } from "./world.ts";

const folder = new URL("../fixtures/snapshots/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));

describe("stored conversations of every version", () => {
  test.each(files)("%s loads, takes a message and keeps the promises", (name) => {
    const stored: unknown = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    const world = createWorld();
    world.conversation = readConversation(stored);
    const { control } = world.conversation;
    if (control.phase === "queue") world.live.add(control.handoff.wakeUpEffectId);
    if ("alert" in control && control.alert) world.live.add(control.alert.deadlineEffectId);
    if (control.phase === "human") {
      const { watch, ownerGone, snooze, idleEffectId } = control;
      for (const id of [watch?.effectId, ownerGone?.effectId, snooze?.effectId, idleEffectId])
        if (id) world.live.add(id);
      hold(world, control.agentId, control.isIdle ? "idle" : "open");
    }
    for (const ask of pendingAsks(control)) {
      world.live.add(ask.expiryEffectId);
      if (ask.kind !== "discuss") for (const { agentId } of ask.pending) hold(world, agentId, "offered");
    }
    const decision = world.apply(received("are you there?"));
    expect(decision.status).toBe("applied");
    if (decision.status === "applied") expect(violations(readConversation(stored), decision)).toEqual([]);
  });

  test("there is a snapshot of every phase in the current version", () => {
    const current = files.filter((name) => name.startsWith(`v${conversationVersion}-`));
    for (const phase of ["bot", "queue", "human", "closed"])
      expect(current.some((name) => name.includes(phase))).toBe(true);
  });

  test("one written by a newer Baton is refused with a word of what to do", () => {
    expect(() => readConversation({ schemaVersion: 99 })).toThrow(/newer Baton.*Start the newer version/);
  });
});

function hold(world: ReturnType<typeof createWorld>, agentId: string, as: Hold["as"]): void {
  const agent = world.agents.get(agentId);
  if (agent) world.agents.set(agentId, { ...agent, holds: { con_1: { as, ...plainLoad, at: 0 } } });
}
