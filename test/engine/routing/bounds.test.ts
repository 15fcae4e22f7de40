import { describe, expect, test } from "vitest";
import type { RoutingDecision } from "../../../src/core/routing/decision.ts";
import { compilePolicy } from "../../../src/core/settings/policy.ts";
import { noSwitches } from "../../../src/core/settings/settings.ts";
import { createRoute } from "../../../src/engine/effects/route.ts";
import type { KnownConversations } from "../../../src/engine/known-conversations.ts";
import type { Parts } from "../../../src/engine/parts.ts";
import type { Router } from "../../../src/engine/routing/router.ts";
import { createServeAgent, mostLooks } from "../../../src/engine/routing/serve-agent.ts";
import type { LeasedEffect } from "../../../src/ports/store.ts";
import { testClock } from "../../support/clock.ts";
import { person } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { recordingChannel } from "../../support/recording-channel.ts";
import { floorSettings } from "./floor.ts";
import { putWaiting } from "./put-waiting.ts";

const policies = { for: async () => compilePolicy(1, floorSettings(), noSwitches) };
const channel = recordingChannel("main.test");
const yes: RoutingDecision = {
  outcome: { type: "ask", agentIds: ["anne"] },
  ...{ by: "always-yes", step: 0, candidates: [], elsewhere: 0 },
};

/** Finds Anne for everything, and nothing ever comes of it: she has as much room as before. */
function alwaysYes() {
  const settled: (number | undefined)[] = [];
  const router: Router = {
    decide: async () => ({ decision: yes, policy: await policies.for(), agents: [] }),
    settle: async (_waiting, _decided, { look }) => {
      settled.push(look);
      return { status: "ignored", because: "somebody is being asked" };
    },
  };
  return { settled, router };
}

async function scene(waits: number) {
  const { store } = memoryStore();
  const destination = { type: "queue", id: "chat", teamIds: [] } as const;
  for (let at = 0; at < waits; at++) {
    await putWaiting(store, `con_${at}`, {
      destination,
      enteredQueueAt: at,
      openedAt: at,
      declinedBy: [],
      exhaustedAt: at,
    });
  }
  const logged: string[] = [];
  const log = (event: string) => void logged.push(event);
  const parts = {
    ...{ store, clock: testClock(), channels: new Map([[channel.id, channel]]), settings: { botId: null } },
    logger: { debug: log, info: log, warn: log, error: log },
  } as unknown as Parts;
  const anne = person("anne", { capacity: 1 });
  const roster = { read: async () => [anne], person: () => anne, isFresh: async () => true };
  return { parts, roster, logged, store };
}

describe("somebody who seems to have room whatever they are asked for", () => {
  test("is served with a bounded number of looks, and the end has a name in the log", async () => {
    const { parts, roster, logged } = await scene(mostLooks + 50);
    const { router, settled } = alwaysYes();
    await createServeAgent(parts, { roster, router, policies })("anne", "cause");
    expect(settled).toHaveLength(mostLooks);
    expect(logged).toEqual(["queue-drain-cut-short"]);
  });

  test("is looked at once for everybody who waits, though they stand in several lists", async () => {
    const { parts, roster, logged } = await scene(20);
    const { router, settled } = alwaysYes();
    await createServeAgent(parts, { roster, router, policies })("anne", "cause");
    expect(settled).toHaveLength(20);
    expect(logged).toEqual([]);
  });

  test("leaves those who are before it to three looks, and its own to one", async () => {
    const { parts, store } = await scene(50);
    const { router, settled } = alwaysYes();
    const known = { fresh: async () => ({ body: await conversationOf("con_49") }) } as unknown as KnownConversations;
    async function conversationOf(id: string) {
      const [stored] = await store.load([{ kind: "conversation", id }]);
      return stored?.body;
    }
    const handoffId = ((await conversationOf("con_49")) as { control: { handoff: { id: string } } }).control.handoff.id;
    const mayFind = Object.assign(async () => true, { looked: async () => undefined });
    const effect = { type: "route", conversationId: "con_49", handoffId, epoch: 1, look: 4 } as const;
    await createRoute(known, parts, { router, mayFind })({ id: "e1" } as LeasedEffect, effect);
    // The count of looks in a row goes with the one it is about.
    expect(settled).toEqual([undefined, undefined, undefined, 4]);
  });
});
