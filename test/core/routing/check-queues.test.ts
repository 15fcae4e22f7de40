import { expect, test } from "vitest";
import { newQueue, type Queue } from "../../../src/core/routing/queue.ts";
import { checkSettings } from "../../../src/core/settings/check.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";

const context = { channels: [], agentIds: ["robin"], at: Date.UTC(2026, 10, 21) };
const queue = (differing: Partial<Queue>) => newQueue({ id: "q", name: "Q", teams: ["support"], ...differing });
const withQueue = (differing: Partial<Queue>): Settings => ({
  ...starterSettings,
  queues: { ...starterSettings.queues, q: queue(differing) },
});

function found(settings: Settings) {
  return checkSettings(settings, context).map(({ severity, part, path, code }) =>
    [severity, part, path, code].join(" "),
  );
}

const to = (id: string) => ({ when: { type: "closed" }, then: { type: "queue", id } }) as const;
const step = { afterSeconds: 60, teams: [], priority: "high", skipIf: null } as const;
const overflow = (...before: Queue["overflow"]["before"]) => ({ overflow: { before, after: [] } });

test("the starter set is sound", () => expect(found(starterSettings)).toEqual([]));

test.each<[string, Settings, string]>([
  ["hours", withQueue({ hours: "gone" }), "error queues/q hours missing-hours"],
  [
    "a step's team",
    withQueue({ steps: [{ ...step, teams: ["gone"] }] }),
    "error queues/q steps.0.teams.0 missing-team",
  ],
  [
    "an order of steps that cannot be",
    withQueue({ steps: [step, { ...step, afterSeconds: 60 }] }),
    "error queues/q steps.1.afterSeconds step-order",
  ],
  [
    "a step that changes nothing",
    withQueue({ steps: [{ ...step, teams: ["support"], priority: null }] }),
    "warning queues/q steps.0 step-without-effect",
  ],
  ["the queue it overflows to", withQueue(overflow(to("gone"))), "error queues/q overflow.before.0.then missing-queue"],
  [
    "a limit",
    withQueue(overflow({ when: { type: "full" }, then: { type: "bot" } })),
    "warning queues/q overflow.before.0.when overflow-without-limit",
  ],
  [
    "a template",
    withQueue(overflow({ when: { type: "closed" }, then: { type: "task", template: "gone" } })),
    "error queues/q overflow.before.0.then missing-task-template",
  ],
  ["an end: it overflows to itself", withQueue(overflow(to("q"))), "warning queues/q overflow.before overflow-loop"],
  [
    "a use for its strategy",
    withQueue({ mode: "pull", strategy: { type: "random" } }),
    "warning queues/q mode pull-without-strategy",
  ],
  [
    "a head",
    { ...starterSettings, teams: { support: { id: "support", name: "support", hours: "always", headId: "gone" } } },
    "error teams/support headId missing-agent",
  ],
  [
    "somebody on call",
    { ...starterSettings, people: { ...starterSettings.people, onCall: "gone" } },
    "error people onCall missing-agent",
  ],
])("a queue or team may lack %s, and it is said where", (_, settings, expected) => {
  expect(found(settings)).toEqual([expected]);
});
