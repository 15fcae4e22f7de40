import { describe, expect, test } from "vitest";
import type { Settings } from "../../../src/core/settings/settings.ts";
import type { SlaPolicy } from "../../../src/core/sla/sla-policy.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { recordingChannel } from "../../support/recording-channel.ts";
import { only, speakers, start } from "../opened.ts";

const minute = 60_000;
const hour = 60 * minute;
const patient: Settings = {
  ...quietSettings,
  people: { ...quietSettings.people, idleMinutes: null, firstResponse: { holdMinutes: null, reassignMinutes: null } },
};
const nothing = { notify: [], priority: null, queue: null } as const;
const withinEight: SlaPolicy = {
  ...{ id: "all", name: "Everybody", position: 1, hours: "always", warnAtPercent: 75 },
  ...{ applies: { priorities: [], channels: [], teams: [] }, onWarning: nothing, onBreach: nothing },
  targets: { firstResponse: 480, nextResponse: 480, resolution: null },
};
const promising: Settings = { ...patient, slas: { all: withinEight } };

/** Robin has taken Ada, who does not look on and awaits an answer, and goes away so long after she wrote. */
async function goesAfter(ms: number, starter: Settings, replyWindowMs: number | null): Promise<TestEngine> {
  const channel = recordingChannel("main.test", { hasPresence: false, replyWindowMs });
  const started = start({ channel, starter });
  await started.engine.agents.add(person("robin"));
  await started.write("ada", "I want to talk to a human");
  await started.pass(0);
  const { id } = await only(started);
  await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
  await started.pass(ms);
  await become(started, "away");
  return started;
}

const become = (started: TestEngine, presence: "away" | "available") =>
  started.engine.people.setPresence(
    "robin",
    { statusId: null, presence, reason: null },
    { agentId: null, role: "admin" },
  );
const whose = async (started: TestEngine) => {
  const { control } = await only(started);
  return control.phase === "human" ? control.agentId : control.phase;
};
const told = async (started: TestEngine) => (await speakers(started)).filter((who) => who === "human.left");

describe("what an owner who went still owes, where the customer does not look on", () => {
  test("goes to others two hours before the channel closes, and the customer is told once", async () => {
    const started = await goesAfter(hour, patient, 24 * hour);
    await started.pass(21 * hour - 1);
    expect(await whose(started)).toBe("robin");
    await started.pass(1);
    expect(await whose(started)).toBe("queue");
    expect(await told(started)).toEqual(["human.left"]);
  });

  test("goes at once when the channel is about to close as they go", async () => {
    const started = await goesAfter(23 * hour, patient, 24 * hour);
    await started.pass(0);
    expect(await whose(started)).toBe("queue");
  });

  test("stays for the usual day on a channel that never closes, or has closed already", async () => {
    for (const window of [null, 3 * hour]) {
      const started = await goesAfter(4 * hour, patient, window);
      await started.pass(24 * hour - 1);
      expect(await whose(started)).toBe("robin");
      await started.pass(1);
      expect(await whose(started)).toBe("queue");
    }
  });

  test("goes when a promised answer has its warning, while there is time to keep it", async () => {
    const started = await goesAfter(hour, promising, null);
    await started.pass(5 * hour - 1);
    expect(await whose(started)).toBe("robin");
    await started.pass(1);
    expect(await whose(started)).toBe("queue");
    expect((await only(started)).engagement.sla?.state.firstResponse.reached).toBe("warning");
  });

  test("goes at once when the warning has been given before they went", async () => {
    const started = await goesAfter(7 * hour, promising, null);
    await started.pass(0);
    expect(await whose(started)).toBe("queue");
  });

  test("is theirs again when they are back before that, and theirs to answer", async () => {
    const started = await goesAfter(hour, promising, 24 * hour);
    await started.pass(4 * hour);
    await become(started, "available");
    await started.pass(20 * hour);
    expect(await whose(started)).toBe("robin");
    expect(await told(started)).toEqual([]);
  });
});
