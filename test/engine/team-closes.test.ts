import { describe, expect, test } from "vitest";
import { newQueue } from "../../src/core/routing/queue.ts";
import type { Settings } from "../../src/core/settings/settings.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { person, type TestEngine, type TestEngineOptions } from "../support/engine.ts";
import { quietSettings } from "../support/quiet-settings.ts";
import { recordingChannel } from "../support/recording-channel.ts";
import { only, speakers, start } from "./opened.ts";

const minute = 60_000;
const hour = 60 * minute;
const asksForPerson = "I want to talk to a human";
const weekdays = (opens: string, closes: string) => {
  const day = [{ from: opens, to: closes }];
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day };
  return { timeZone: "UTC", week, exceptions: [] };
};

/** A Saturday, nine o'clock: the office closes in five minutes, until eight the next day; the late shift comes at two. */
const settings: Settings = {
  ...quietSettings,
  taskTemplates: starterSettings.taskTemplates,
  hours: {
    ...quietSettings.hours,
    office: { id: "office", name: "Office", ...weekdays("08:00", "09:05") },
    late: { id: "late", name: "Late", ...weekdays("14:00", "18:00") },
  },
  teams: {
    ...quietSettings.teams,
    late: { id: "late", name: "Late", hours: "late", headId: null },
  },
  queues: { ...quietSettings.queues, late: newQueue({ id: "late", name: "Late", teams: ["late"] }) },
};
const support = settings.teams.support;
if (!support) throw new Error("There is no support team.");
const closing: Settings = { ...settings, teams: { ...settings.teams, support: { ...support, hours: "office" } } };
const chat = settings.queues.chat;
if (!chat) throw new Error("There is no chat queue.");

const chatting = () => recordingChannel("main.test", { hasPresence: true });

async function waiting(options: Partial<TestEngineOptions> = {}): Promise<TestEngine> {
  const started = start({ starter: closing, channel: chatting(), ...options });
  await started.pass(0);
  await started.write("ada", asksForPerson);
  await started.pass(1_000);
  return started;
}

async function promised(started: TestEngine): Promise<readonly string[]> {
  const filter = { conversationId: (await only(started)).id, status: null };
  const { items } = await started.engine.tasks.list(filter, { limit: 50, cursor: null });
  return items.map(({ cause, title, state }) => `${cause}: ${title}, ${state.status}`);
}

const turnOff = (started: TestEngine, ms: number) =>
  started.engine.settings.switches.turnOn({
    name: "closed",
    until: started.clock.now() + ms,
    by: "lead",
    byLocale: {},
  });

describe("whoever waits when the team closes", () => {
  test("hears once when it is back, and somebody is to get back to them", async () => {
    const started = await waiting();
    await started.pass(22 * hour);
    const heard = ["customer", "handoff.confirmation", "handoff.no_agent", "handoff.after_hours"];
    expect(await speakers(started)).toEqual(heard);
    expect(started.channel.sent.at(-1)?.text).toMatch(/tomorrow/);
    expect(await promised(started)).toEqual(["after-hours: Get back to the customer, open"]);
  });

  test("hears it again the next evening: it is another closing", async () => {
    const { exhaustion } = closing.handoff;
    const patient = { ...closing.handoff, exhaustion: { ...exhaustion, afterMinutes: 600 } };
    const started = await waiting({ starter: { ...closing, handoff: patient } });
    await started.pass(34 * hour);
    const said = (await speakers(started)).filter((moment) => moment === "handoff.after_hours");
    expect(said).toHaveLength(2);
    expect(await promised(started)).toEqual(["after-hours: Get back to the customer, open"]);
  });

  test("hears it too where the whole company is switched to closed, and again when that lasts longer than they were told", async () => {
    const started = await waiting({ starter: settings });
    await turnOff(started, 2 * hour);
    await started.pass(hour);
    expect((await speakers(started)).slice(2)).toEqual(["handoff.after_hours"]);
    await turnOff(started, 4 * hour);
    await started.pass(3 * hour);
    expect((await speakers(started)).slice(2)).toEqual(["handoff.after_hours", "handoff.after_hours"]);
  });

  test("hears it once where nobody knows when it opens again", async () => {
    const never = { id: "late", name: "Late", timeZone: "UTC", week: noDay, exceptions: [] };
    const started = await waiting({ starter: { ...overflowing, hours: { ...overflowing.hours, late: never } } });
    await started.pass(6 * hour);
    expect((await speakers(started)).slice(2)).toEqual(["handoff.after_hours"]);
  });

  test("hears nothing of it where they chose to be answered later", async () => {
    const started = await waiting();
    const { id } = await only(started);
    await started.engine.command(id, { type: "wait-chosen", choice: "later" }, null);
    await started.pass(22 * hour);
    expect((await speakers(started)).slice(2)).toEqual(["wait.later"]);
  });

  test("is answered once when they ask, also in a chat", async () => {
    const started = await waiting();
    await started.pass(3 * hour);
    for (const text of ["thank you!", "Hello? Is anybody there?", "Anybody??"]) {
      await started.write("ada", text);
      await started.pass(hour);
    }
    expect((await speakers(started)).slice(3)).toEqual([
      ...["handoff.after_hours", "customer", "customer", "handoff.after_hours", "customer"],
    ]);
  });

  test("is told nothing twice by whoever has only just heard it", async () => {
    const started = start({ starter: closing, channel: chatting() });
    await started.pass(hour);
    await started.write("ada", asksForPerson);
    await started.pass(10_000);
    await started.write("ada", "My order is 4711");
    await started.pass(1_000);
    expect(await speakers(started)).toEqual(["customer", "handoff.after_hours", "customer"]);
  });

  test("is overnight work the next morning: given to whoever is there, and nobody is set to away by it", async () => {
    const started = start({ starter: { ...closing, people: { ...closing.people, ringsAtOnce: 1 } } });
    await started.engine.agents.add(person("kim", { capacity: 5, presence: "away" }));
    await started.pass(0);
    for (const from of ["ada", "bob", "cem"]) await started.write(from, asksForPerson);
    await started.pass(23.5 * hour);
    await become(started, "available");
    const kim = await started.engine.agents.get("kim");
    expect(kim?.presence).toBe("available");
    expect(Object.values(kim?.holds ?? {}).map(({ as }) => as)).toEqual(["open", "open", "open"]);
  });
});

const noDay = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
const after = [{ when: { type: "nobody-on-duty" }, then: { type: "queue", id: "late" } }] as const;
const overflowing: Settings = {
  ...settings,
  queues: { ...settings.queues, chat: { ...chat, overflow: { before: [], after } } },
};

describe("whoever is sent on to a queue that is closed", () => {
  test("hears when it opens, and somebody is to get back to them", async () => {
    const started = await waiting({ starter: overflowing });
    await started.pass(4 * hour);
    expect((await speakers(started)).slice(2)).toEqual(["handoff.after_hours"]);
    expect(started.channel.sent.at(-1)?.text).toMatch(/14:00|2:00/);
    expect(await promised(started)).toEqual(["after-hours: Get back to the customer, open"]);
  });

  test("hears it too when a lead sends them there, and not again by the clock", async () => {
    const started = await waiting({ starter: settings });
    const { id } = await only(started);
    const destination = { type: "queue", id: "late" } as const;
    await started.engine.command(
      id,
      { type: "conversation-unassigned", byAgentId: null, destination, note: null },
      null,
    );
    await started.pass(4 * hour);
    expect((await speakers(started)).slice(2)).toEqual(["handoff.after_hours"]);
  });
});

async function become(started: TestEngine, presence: "away" | "available" | "offline"): Promise<void> {
  const lead = { agentId: null, role: "admin" } as const;
  await started.engine.people.setPresence("kim", { statusId: null, presence, reason: null }, lead);
  await started.pass(1_000);
}

describe("a person who goes home with the team", () => {
  test("leaves a follow-up behind: the customer was told that they will hear from us", async () => {
    const started = start({ starter: closing, channel: chatting() });
    await started.engine.agents.add(person("kim", { shift: "office" }));
    await started.pass(0);
    await started.write("ada", asksForPerson);
    await started.pass(0);
    const { id } = await only(started);
    await started.engine.command(id, { type: "conversation-claimed", agentId: "kim" }, null);
    await started.engine.command(id, { type: "agent-replied", agentId: "kim", text: "Kim here" }, null);
    await started.write("ada", "Where is my parcel?");
    await started.pass(10 * minute);
    expect((await speakers(started)).at(-1)).toBe("handoff.after_hours");
    expect(await promised(started)).toEqual(["after-hours: Get back to the customer, open"]);
  });

  test("leaves a customer who is there, whatever they had chosen before they were answered", async () => {
    const started = start({ starter: settings, channel: chatting() });
    await started.engine.agents.add(person("kim"));
    await started.pass(0);
    await started.write("ada", asksForPerson);
    await started.pass(0);
    const { id } = await only(started);
    const waits = async () => {
      const { control } = await only(started);
      return control.phase === "queue" ? control.handoff.waits : null;
    };
    await started.engine.command(id, { type: "wait-chosen", choice: "later" }, null);
    expect(await waits()).toBe("later");
    await started.engine.command(id, { type: "conversation-claimed", agentId: "kim" }, null);
    await become(started, "away");
    expect(await waits()).toBe("later");
    await become(started, "available");
    await started.engine.command(id, { type: "conversation-claimed", agentId: "kim" }, null);
    await started.engine.command(id, { type: "agent-replied", agentId: "kim", text: "Kim here" }, null);
    await started.write("ada", "I am here. Where is my parcel?");
    await become(started, "away");
    expect(await waits()).toBe("here");
  });
});

describe("what was put aside by somebody who went", () => {
  async function aside({ isLive, isAnswered }: { isLive: boolean; isAnswered: boolean }): Promise<TestEngine> {
    const channel = recordingChannel("main.test", { hasPresence: isLive });
    const started = start({ starter: settings, channel });
    await started.engine.agents.add(person("kim"));
    await started.pass(0);
    await started.write("ada", asksForPerson);
    await started.pass(0);
    const { id } = await only(started);
    await started.engine.command(id, { type: "conversation-claimed", agentId: "kim" }, null);
    await started.write("ada", "Where is my parcel?");
    await started.pass(0);
    const text = "I will look";
    if (isAnswered) await started.engine.command(id, { type: "agent-replied", agentId: "kim", text }, null);
    const until = started.clock.now() + 30 * minute;
    await started.engine.command(id, { type: "conversation-snoozed", agentId: "kim", until }, null);
    await become(started, "offline");
    await started.pass(29 * minute);
    expect((await only(started)).control).toMatchObject({ phase: "human", agentId: "kim" });
    await started.pass(2 * minute);
    return started;
  }

  test("is looked after by others when it is back, where the customer looks on and waits for an answer", async () => {
    const started = await aside({ isLive: true, isAnswered: false });
    expect((await only(started)).control.phase).toBe("queue");
    expect((await speakers(started)).filter((moment) => moment === "human.left")).toHaveLength(1);
  });

  test("stays theirs where it has been answered, or where nobody looks on", async () => {
    for (const how of [
      { isLive: true, isAnswered: true },
      { isLive: false, isAnswered: false },
    ]) {
      const started = await aside(how);
      expect((await only(started)).control).toMatchObject({ phase: "human", agentId: "kim", snooze: null });
    }
  });
});
