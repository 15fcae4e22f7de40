import { afterEach, expect, test } from "vitest";
import { conversationViews } from "../../src/core/conversation/index-entries.ts";
import { compilePolicy } from "../../src/core/settings/policy.ts";
import { noSwitches, type Settings } from "../../src/core/settings/settings.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { createWorkload } from "../../src/engine/workload.ts";
import { testClock } from "../support/clock.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";
import { quietSettings } from "../support/quiet-settings.ts";

const open = memoryStore();
afterEach(() => open.close());

/** The chat queue as somebody changes it. */
function policyWith(chat: Partial<Settings["queues"][string]>) {
  const { queues } = quietSettings;
  const before = queues.chat;
  if (!before) throw new Error("There is no chat.");
  return compilePolicy(1, { ...quietSettings, queues: { ...queues, chat: { ...before, ...chat } } }, noSwitches);
}

test("counts everybody who waits, however many, and what a draft makes of it is not what holds", async () => {
  const clock = testClock();
  const waiting = Array.from({ length: 1_203 }, (_, index) => ({ kind: "conversation", id: `con_${index}` }));
  await open.store.commit({
    ...emptyCommit(clock.now()),
    puts: waiting.map((key) => ({ ...key, body: {} })),
    index: waiting.map((key, index) => ({
      ...{ change: "put", view: conversationViews.waiting, key: "chat", sort: index, ...key, previousKey: null },
    })),
  });
  const roster = { read: async () => [person("robin", { teamIds: ["support"] })] };
  const workload = createWorkload({ store: open.store, clock, channels: new Map() }, roster);
  const inForce = policyWith({ limit: 1_200, teams: ["support"] });
  const draft = policyWith({ limit: 1_200, teams: ["others"] });
  expect((await workload.at(draft)).queues.chat).toEqual({ waiting: 1_203, available: 0 });
  expect((await workload.at(draft)).unattended).toContain("chat");
  expect((await workload.at(inForce)).queues.chat).toEqual({ waiting: 1_203, available: 1 });
  expect((await workload.at(inForce)).unattended).not.toContain("chat");
});
