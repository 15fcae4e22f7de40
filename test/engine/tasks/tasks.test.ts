import { describe, expect, test } from "vitest";
import type { Hours } from "../../../src/core/hours/hours.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import type { Task } from "../../../src/core/tasks/task.ts";
import { newTaskTemplate, type TaskTemplate } from "../../../src/core/tasks/task-template.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { only, speakers, start } from "../opened.ts";

const minute = 60_000;
const hour = 60 * minute;
/** Saturday 2026-11-21, 09:00 UTC. */
const begun = Date.UTC(2026, 10, 21, 9);
const anHourLater = Date.UTC(2026, 10, 21, 10);
/** The business opens on Monday at nine. */
const monday = Date.UTC(2026, 10, 23, 9);

const workday = [{ from: "09:00", to: "17:00" }];
const office: Hours = {
  ...{ id: "office", name: "Office", timeZone: "UTC", exceptions: [] },
  week: {
    ...{ monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday },
    ...{ saturday: [], sunday: [] },
  },
};

function settingsWith(templates: readonly TaskTemplate[], { isClosed = false, headId = "hedy" } = {}): Settings {
  return {
    ...quietSettings,
    hours: { ...quietSettings.hours, office },
    teams: { support: { id: "support", name: "support", hours: isClosed ? "office" : "always", headId } },
    handoff: { ...quietSettings.handoff, exhaustion: { ...quietSettings.handoff.exhaustion, task: null } },
    taskTemplates: Object.fromEntries(templates.map((template) => [template.id, template])),
  };
}

const callBack = newTaskTemplate({
  ...{ id: "call-back", name: "Call back", kind: "call-back", dueMinutes: 60, remindBefore: [30] },
  when: ["after-hours", "request-rejected", "request-expired"],
});

const checkIn = newTaskTemplate({
  ...{ id: "check-in", name: "All well?", kind: "check-in", dueMinutes: 60, dueIn: "always", sendsMessage: true },
  when: ["resolved"],
});

async function tasksOf(started: TestEngine): Promise<readonly Task[]> {
  const filter = { conversationId: (await only(started)).id, status: null };
  return (await started.engine.tasks.list(filter, { limit: 50, cursor: null })).items;
}

async function told(started: TestEngine, agentId: string): Promise<readonly string[]> {
  const page = await started.engine.notifications.inbox.list(agentId, { limit: 50, cursor: null, onlyUnread: false });
  return page.items
    .filter(({ told: { kind } }) => kind.startsWith("task-"))
    .map(({ told: { kind, detail } }) => (detail === null ? kind : `${kind} (${detail})`))
    .toReversed();
}

/** A customer who wants a person, with these people at work. */
async function withCustomer(starter: Settings, ...ids: readonly string[]): Promise<TestEngine> {
  const started = start({ starter });
  for (const id of ids) await started.engine.agents.add(person(id, { teamIds: ["support"] }));
  await started.write("ada", "I want to talk to a human");
  await started.pass(1_000);
  return started;
}

async function resolvedBy(started: TestEngine, agentId: string): Promise<string> {
  const { id } = await only(started);
  await started.engine.command(id, { type: "conversation-claimed", agentId }, null);
  await started.engine.command(id, { type: "agent-replied", agentId, text: "Done." }, null);
  const end = { type: "conversation-closed", agentId, outcome: "resolved", wrapUp: null } as const;
  await started.engine.command(id, end, null);
  await started.pass(1_000);
  return id;
}

describe("a promise that was made", () => {
  test("after hours becomes one task, due in the team's business hours, on the team's list", async () => {
    const started = await withCustomer(settingsWith([callBack], { isClosed: true }));
    const [task, ...others] = await tasksOf(started);
    expect(others).toEqual([]);
    expect(task).toMatchObject({ kind: "call-back", title: "Call back", cause: "after-hours", ownerId: null });
    expect(task?.teamId).toBe("support");
    expect(new Date(task?.dueAt ?? 0).toISOString()).toBe(new Date(monday + hour).toISOString());
    expect(task?.customerId).toBe((await only(started)).customerId);
  });

  test("to somebody whose request was rejected becomes a task as soon as it is", async () => {
    const started = await withCustomer(settingsWith([callBack]), "kim");
    const [request] = (await started.engine.requests.askedOf("kim"))?.requests ?? [];
    const rejected = {
      type: "request-rejected",
      requestId: request?.id ?? "",
      agentId: "kim",
      reason: "busy",
    } as const;
    await started.engine.command((await only(started)).id, rejected, null);
    await started.pass(1_000);
    expect((await tasksOf(started)).map(({ cause }) => cause)).toEqual(["request-rejected"]);
  });

  test("again and again to the same customer is one promise, until it was kept", async () => {
    const started = await withCustomer(settingsWith([callBack], { isClosed: true }), "kim", "lou", "max");
    await started.pass(30 * minute);
    const [task, ...others] = await tasksOf(started);
    expect(others).toEqual([]);
    const records = await started.engine.conversations.records((await only(started)).id, { limit: 50, afterSeq: 0 });
    expect(records.items.filter(({ type }) => type === "request").length).toBeGreaterThan(1);
    expect(task?.cause).toBe("after-hours");
  });

  test("outlives its template: somebody still has to look", async () => {
    const settings = settingsWith([]);
    const exhaustion = { ...settings.handoff.exhaustion, task: "gone" };
    const started = await withCustomer({ ...settings, handoff: { ...settings.handoff, exhaustion } });
    await started.pass(hour);
    expect((await tasksOf(started)).map(({ title, kind }) => [title, kind])).toEqual([["gone", "call-back"]]);
  });
});

describe("as time passes", () => {
  test("its owner is reminded, told when it is due, and when it is late so is the head, each once", async () => {
    const owned = { ...callBack, owner: { type: "agent", id: "kim" } as const };
    const started = await withCustomer(settingsWith([owned], { isClosed: true }), "kim", "hedy");
    await started.pass(monday - begun + 40 * minute);
    expect(await told(started, "kim")).toEqual(["task-assigned", "task-due (reminder)"]);
    await started.pass(30 * minute);
    expect(await told(started, "kim")).toEqual(["task-assigned", "task-due (reminder)", "task-due"]);
    await started.pass(3 * hour);
    const [task] = await tasksOf(started);
    expect(await told(started, "kim")).toHaveLength(4);
    expect((await told(started, "kim")).at(-1)).toBe("task-overdue");
    expect(await told(started, "hedy")).toEqual(["task-overdue"]);
    expect(task?.becameDueAt).toBe(monday + hour);
    expect(task?.becameOverdueAt).toBe(monday + 2 * hour);
  });

  test("nothing more comes of it once it is done", async () => {
    const owned = { ...callBack, owner: { type: "agent", id: "kim" } as const, when: ["after-hours"] as const };
    const started = await withCustomer(settingsWith([owned], { isClosed: true }), "kim", "hedy");
    const [task] = await tasksOf(started);
    const by = { type: "agent", id: "kim" } as const;
    await started.engine.tasks.change(task?.id ?? "", [{ type: "done", by, note: "called" }], {});
    await started.pass(monday - begun + 5 * hour);
    expect(await told(started, "kim")).toEqual(["task-assigned"]);
    expect(await told(started, "hedy")).toEqual([]);
  });

  test("a postponed one waits for its new time, and the old timer does nothing", async () => {
    const owned = { ...callBack, owner: { type: "agent", id: "kim" } as const, remindBefore: [] };
    const started = await withCustomer(settingsWith([owned], { isClosed: true }), "kim");
    const [task] = await tasksOf(started);
    const dueAt = monday + 5 * hour;
    const by = { type: "agent", id: "kim" } as const;
    const times = { dueAt, overdueAt: dueAt + hour, reminders: [] };
    await started.engine.tasks.change(task?.id ?? "", [{ type: "rescheduled", by, ...times }], {});
    await started.pass(dueAt - begun - 10 * minute);
    expect(await told(started, "kim")).toEqual(["task-assigned"]);
    await started.pass(20 * minute);
    expect(await told(started, "kim")).toEqual(["task-assigned", "task-due"]);
  });

  test("what an owner who left had goes to the head before it is due, and is theirs in every list", async () => {
    const owned = { ...callBack, owner: { type: "agent", id: "kim" } as const };
    const started = await withCustomer(settingsWith([owned], { isClosed: true }), "kim", "hedy");
    await started.engine.agents.change("kim", { leftAt: started.clock.now() });
    await started.pass(monday - begun);
    expect((await tasksOf(started)).map(({ ownerId }) => ownerId)).toEqual(["hedy"]);
    const ofHedy = await started.engine.tasks.list({ ownerId: "hedy", status: "open" }, { limit: 5, cursor: null });
    const ofKim = await started.engine.tasks.list({ ownerId: "kim", status: "open" }, { limit: 5, cursor: null });
    expect([ofHedy.items.length, ofKim.items.length]).toEqual([1, 0]);
    expect(await told(started, "hedy")).toContain("task-assigned");
  });

  test("somebody who leaves shortly before is not the one who is reminded", async () => {
    const owned = { ...callBack, owner: { type: "agent", id: "kim" } as const, remindBefore: [20] };
    const started = await withCustomer(settingsWith([owned], { isClosed: true }), "kim", "hedy");
    await started.pass(monday - begun + 35 * minute);
    await started.engine.agents.change("kim", { leftAt: started.clock.now() });
    await started.pass(10 * minute);
    expect(await told(started, "kim")).toEqual(["task-assigned"]);
    expect(await told(started, "hedy")).toEqual(["task-assigned", "task-due (reminder)"]);
  });

  test("somebody absent when it is due is stood in for", async () => {
    const owned = { ...callBack, owner: { type: "agent", id: "kim" } as const };
    const started = start({ starter: settingsWith([owned], { isClosed: true }) });
    const away = { id: "holiday", from: 0, to: null, reason: null, substituteId: "lou" };
    await started.engine.agents.add(person("kim", { teamIds: ["support"], absences: [away] }));
    await started.engine.agents.add(person("lou", { teamIds: ["support"] }));
    await started.write("ada", "I want to talk to a human");
    await started.pass(1_000);
    expect((await tasksOf(started)).map(({ ownerId }) => ownerId)).toEqual(["lou"]);
  });
});

describe("a check-in after the end", () => {
  test("is written to the customer when it is due, once, and is done", async () => {
    const started = await withCustomer(settingsWith([checkIn]), "kim");
    await resolvedBy(started, "kim");
    await started.pass(3 * hour);
    expect((await speakers(started)).filter((who) => who === "followup.checkin")).toHaveLength(1);
    expect((await tasksOf(started)).map(({ state }) => state.status)).toEqual(["done"]);
    expect(await told(started, "kim")).toEqual([]);
  });

  test("is not written to somebody who has come back, and is its owner's instead", async () => {
    const started = await withCustomer(settingsWith([checkIn]), "kim");
    await resolvedBy(started, "kim");
    await started.write("ada", "it is broken again, what can I do?");
    await started.pass(90 * minute);
    expect(await speakers(started)).not.toContain("followup.checkin");
    expect((await tasksOf(started)).map(({ state, ownerId }) => [state.status, ownerId])).toEqual([["open", "kim"]]);
    expect(await told(started, "kim")).toEqual(["task-due"]);
  });

  test("is not written to somebody who has only said thanks: they have said how it is", async () => {
    const started = await withCustomer(settingsWith([checkIn]), "kim");
    await resolvedBy(started, "kim");
    await started.write("ada", "thank you!");
    await started.pass(90 * minute);
    expect((await only(started)).control.phase).toBe("closed");
    expect(await speakers(started)).not.toContain("followup.checkin");
    expect((await tasksOf(started)).map(({ state }) => state.status)).toEqual(["open"]);
  });
});

test("erasing a customer takes their tasks along, with timers and lists", async () => {
  const started = await withCustomer(settingsWith([callBack], { isClosed: true }));
  const [task] = await tasksOf(started);
  await started.engine.erase((await only(started)).customerId);
  expect(await started.engine.tasks.get(task?.id ?? "")).toBeNull();
  const open = await started.engine.tasks.list({ teamId: "support", status: "open" }, { limit: 5, cursor: null });
  expect(open.items).toEqual([]);
  await started.pass(monday - begun + 5 * hour);
  expect((await started.engine.deadLetters.list({ limit: 5, cursor: null })).items).toEqual([]);
});

test("the list of what is late holds nothing that is not", async () => {
  const started = start({ starter: settingsWith([callBack]) });
  const by = { type: "key", id: "admin" } as const;
  const add = (title: string, at: number) =>
    started.engine.tasks.add(
      { title, kind: "note", conversationId: null, ownerId: null, teamId: "support", due: { at } },
      by,
      null,
    );
  await add("soon", anHourLater + 2 * minute);
  await add("late", begun + minute);
  await started.pass(90 * minute);
  const list = async (onlyOverdue: boolean) =>
    (await started.engine.tasks.list({ status: "open", onlyOverdue }, { limit: 5, cursor: null })).items;
  expect((await list(true)).map(({ title }) => title)).toEqual(["late"]);
  expect((await list(false)).map(({ title }) => title)).toEqual(["late", "soon"]);
});
