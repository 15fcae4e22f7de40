import { describe, expect, test } from "vitest";
import { newQueue } from "../../../src/core/routing/queue.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { only, start } from "../opened.ts";

const minute = 60_000;
const { teams, queues } = quietSettings;
const settings: Settings = {
  ...quietSettings,
  teams: { ...teams, mail: { id: "mail", name: "Mail", hours: "always", headId: "hedy" } },
  queues: { ...queues, back: newQueue({ id: "back", name: "Back office", teams: ["mail"], mode: "pull" }) },
};
const toBack = { type: "queue", id: "back" } as const;
const overflow = { before: [], after: [{ when: { type: "nobody-on-duty" }, then: toBack }] } as const;
const promised = {
  ...{ id: "fast", name: "Fast", position: 1, hours: "always", warnAtPercent: 50 },
  applies: { priorities: [], channels: [], teams: [] },
  targets: { firstResponse: 4, nextResponse: null, resolution: null },
  onWarning: { notify: [], priority: null, queue: "back" },
  onBreach: { notify: [], priority: null, queue: null },
};

/** Ada waits in the chat queue; where she is sent, nobody rings: people take what they see. */
async function waiting(starter: Settings): Promise<TestEngine> {
  const started = start({ starter });
  await started.engine.agents.add(person("mia", { teamIds: ["mail"] }));
  await started.engine.agents.add(person("hedy", { teamIds: ["mail"], role: "lead", presence: "away" }));
  await started.pass(0);
  await started.write("ada", "I want to talk to a human");
  await started.pass(0);
  return started;
}

async function told(started: TestEngine, agentId: string): Promise<readonly string[]> {
  const { items } = await started.engine.notifications.inbox.list(agentId, {
    ...{ limit: 10, cursor: null, onlyUnread: false },
  });
  return items.map((item) => item.told.kind);
}

const queueOf = async (started: TestEngine) => {
  const { control } = await only(started);
  return control.phase === "queue" ? control.handoff.destination.id : control.phase;
};

describe("a customer who is sent on to another queue", () => {
  test("by a lead: its people hear that somebody waits, as of one who came to it at first", async () => {
    const started = await waiting(settings);
    expect(await told(started, "mia")).toEqual([]);
    const { id } = await only(started);
    const sent = { type: "conversation-unassigned", byAgentId: null, destination: toBack, note: null } as const;
    await started.engine.command(id, sent, null);
    await started.pass(minute);
    expect(await queueOf(started)).toBe("back");
    expect(await told(started, "mia")).toEqual(["handoff-opened"]);
  });

  test.each([
    ["nobody is on duty in the first", { ...settings, queues: { ...settings.queues, chat: chatWith(overflow) } }],
    ["a promised answer is late", { ...settings, slas: { fast: promised } }],
  ] as readonly (readonly [string, Settings])[])("because %s: the same", async (_why, starter) => {
    const started = await waiting(starter);
    await started.pass(5 * minute);
    expect(await queueOf(started)).toBe("back");
    expect(await told(started, "mia")).toEqual(["handoff-opened"]);
  });
});

function chatWith(rules: typeof overflow) {
  return newQueue({ id: "chat", name: "Chat", teams: ["support"], overflow: rules });
}
