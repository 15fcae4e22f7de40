import { describe, expect, test } from "vitest";
import type { Handoff } from "../../../src/core/conversation/state.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { recordingChannel } from "../../support/recording-channel.ts";
import { only, speakers, start } from "../opened.ts";

const minute = 60_000;
const hour = 60 * minute;
const monday = [{ from: "08:00", to: "10:30" }];
const saturday = monday;
const starter = {
  ...quietSettings,
  people: { ...quietSettings.people, idleMinutes: null, firstResponse: { holdMinutes: null, reassignMinutes: null } },
  hours: {
    ...quietSettings.hours,
    early: {
      id: "early",
      name: "Early shift",
      timeZone: "UTC",
      week: { monday, tuesday: monday, wednesday: monday, thursday: monday, friday: monday, saturday, sunday: monday },
      exceptions: [],
    },
  },
};

/** Robin has answered Ada, on a channel where she looks on or on one where she does not. */
async function talking({ isLive, shift = null }: { isLive: boolean; shift?: string | null }): Promise<TestEngine> {
  const channel = recordingChannel("main.test", { hasPresence: isLive });
  const started = start({ channel, starter });
  await started.engine.agents.add(person("robin", { shift }));
  await started.pass(0);
  await started.write("ada", "I want to talk to a human");
  await started.pass(0);
  const { id } = await only(started);
  await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
  await started.engine.command(id, { type: "agent-replied", agentId: "robin", text: "Robin here" }, null);
  await started.pass(0);
  return started;
}

const lead = { agentId: null, role: "admin" } as const;
const become = (started: TestEngine, presence: "away" | "available") =>
  started.engine.people.setPresence("robin", { statusId: null, presence, reason: null }, lead);
const handoffOf = async (started: TestEngine): Promise<Handoff | null> => {
  const { control } = await only(started);
  return control.phase === "queue" || control.phase === "human" ? control.handoff : null;
};
const told = async (started: TestEngine) => (await speakers(started)).filter((who) => who === "human.left");

describe("where the customer looks on, an owner who goes", () => {
  test("gives the conversation back: the same handoff, before others, and the customer is told once", async () => {
    const started = await talking({ isLive: true });
    const before = await handoffOf(started);
    await become(started, "away");
    await started.pass(minute);
    const { control } = await only(started);
    expect(control.phase).toBe("queue");
    const after = await handoffOf(started);
    expect(after).toMatchObject({ id: before?.id, priority: "high", course: { returned: 1 } });
    expect(await told(started)).toEqual(["human.left"]);
    expect((await started.engine.agents.get("robin"))?.holds).toEqual({});
  });

  test("and is back again before anybody has been told keeps it", async () => {
    const started = await talking({ isLive: true });
    await become(started, "away");
    await become(started, "available");
    await started.pass(minute);
    expect((await only(started)).control).toMatchObject({ phase: "human", agentId: "robin" });
    expect(await told(started)).toEqual([]);
  });

  test("because of a shift that ends gives it back at that minute, reminded half an hour before", async () => {
    const started = await talking({ isLive: true, shift: "early" });
    const inbox = () =>
      started.engine.notifications.inbox.list("robin", { limit: 10, cursor: null, onlyUnread: false });
    await started.pass(hour - 1);
    expect((await inbox()).items.filter(({ told }) => told.kind === "shift-ending")).toEqual([]);
    await started.pass(1);
    expect((await inbox()).items.filter(({ told }) => told.kind === "shift-ending")).toHaveLength(1);
    await started.pass(30 * minute - 1);
    expect((await only(started)).control.phase).toBe("human");
    await started.pass(1);
    expect((await only(started)).control.phase).toBe("queue");
    expect(await told(started)).toEqual(["human.left"]);
  });

  test("because of an absence that begins gives it back", async () => {
    const started = await talking({ isLive: true });
    const from = started.clock.now() + hour;
    const absence = { id: "a1", from, to: null, reason: "ill", substituteId: null };
    await started.engine.agents.change("robin", { absences: [absence] });
    await started.pass(hour - 1);
    expect((await only(started)).control.phase).toBe("human");
    await started.pass(1);
    expect((await only(started)).control.phase).toBe("queue");
    expect(await handoffOf(started)).toMatchObject({ course: { returned: 1 } });
  });

  test("because their console is gone for two minutes gives it back, and has their status again when it is back", async () => {
    const started = await talking({ isLive: true });
    for (let beats = 0; beats < 6; beats++) {
      await started.engine.people.seen("robin");
      await started.pass(30_000);
    }
    expect((await only(started)).control.phase).toBe("human");
    await started.pass(90_000 - 1);
    expect(await started.engine.agents.get("robin")).toMatchObject({ presence: "available" });
    await started.pass(1);
    expect(await started.engine.agents.get("robin")).toMatchObject({
      presence: "offline",
      status: { reason: "disconnected", by: "system" },
    });
    expect((await only(started)).control.phase).toBe("queue");
    await started.engine.people.seen("robin");
    expect(await started.engine.agents.get("robin")).toMatchObject({ presence: "available", returnsTo: null });
  });

  test("because they let requests lapse loses it like anybody who is away, and sees why", async () => {
    const started = await talking({ isLive: true });
    for (const name of ["b", "c"]) {
      await started.write(name, "I want to talk to a human");
      await started.pass(3 * minute);
    }
    const robin = await started.engine.agents.get("robin");
    expect(robin).toMatchObject({ presence: "away", status: { reason: "missed-requests", by: "system" }, holds: {} });
    await become(started, "available");
    await started.pass(0);
    expect(await started.engine.agents.get("robin")).toMatchObject({ presence: "available", missedInARow: 0 });
  });
});

describe("where the customer does not look on, an owner who goes", () => {
  test("keeps it until the customer writes: then others are asked, and they are told once", async () => {
    const started = await talking({ isLive: false });
    await become(started, "away");
    await started.pass(hour);
    expect((await only(started)).control).toMatchObject({ phase: "human", ownerGone: { because: "away" } });
    expect(await told(started)).toEqual([]);
    await started.write("ada", "Are you still there?");
    await started.pass(0);
    expect((await only(started)).control.phase).toBe("queue");
    expect(await told(started)).toEqual(["human.left"]);
  });

  test("and comes back before keeps it for good", async () => {
    const started = await talking({ isLive: false });
    await become(started, "away");
    await started.pass(hour);
    await become(started, "available");
    await started.pass(0);
    expect((await only(started)).control).toMatchObject({ phase: "human", ownerGone: null });
    await started.write("ada", "Are you still there?");
    await started.pass(30 * hour);
    expect((await only(started)).control).toMatchObject({ phase: "human", agentId: "robin" });
  });

  test("loses it at the deadline while the customer awaits an answer", async () => {
    const started = await talking({ isLive: false });
    await started.write("ada", "And one more thing?");
    await become(started, "away");
    await started.pass(24 * hour - 1);
    expect((await only(started)).control.phase).toBe("human");
    await started.pass(1);
    expect((await only(started)).control.phase).toBe("queue");
    expect(await told(started)).toEqual(["human.left"]);
  });
});
