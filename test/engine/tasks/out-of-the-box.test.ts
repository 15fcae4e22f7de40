import { expect, test } from "vitest";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import type { Task } from "../../../src/core/tasks/task.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { recordingChannel } from "../../support/recording-channel.ts";
import { only, speakers, start } from "../opened.ts";

const minute = 60_000;
const hour = 60 * minute;

/** A customer who wants a person, in a workspace where nobody has set anything. */
async function asking(...ids: readonly string[]): Promise<TestEngine> {
  const started = start({ starter: starterSettings });
  for (const id of ids) await started.engine.agents.add(person(id, { teamIds: ["support"] }));
  await started.write("ada", "I want to talk to a human");
  await started.pass(3_000);
  return started;
}

async function tasksOf(started: TestEngine): Promise<readonly Task[]> {
  const filter = { conversationId: (await only(started)).id, status: null };
  return (await started.engine.tasks.list(filter, { limit: 50, cursor: null })).items;
}

async function promised(started: TestEngine): Promise<readonly string[]> {
  return (await tasksOf(started)).map(({ cause, title, state }) => `${cause}: ${title}, ${state.status}`);
}

async function claimedBy(started: TestEngine, agentId: string): Promise<string> {
  const { id } = await only(started);
  await started.engine.command(id, { type: "conversation-claimed", agentId }, null);
  return id;
}

test("who comes after hours is got back to, due when the team has been there for four hours", async () => {
  const started = start({ starter: starterSettings });
  const until = started.clock.now() + 12 * hour;
  await started.engine.settings.switches.turnOn({ name: "closed", until, by: "lead", byLocale: {} });
  await started.write("ada", "I want to talk to a human");
  await started.pass(3_000);
  expect(await promised(started)).toEqual(["after-hours: Get back to the customer, open"]);
  expect((await tasksOf(started))[0]).toMatchObject({ dueAt: until + 4 * hour, teamId: "support", ownerId: null });
});

test("who was let wait by the person asked is got back to, and an answer keeps that promise", async () => {
  const started = await asking("kim");
  await started.pass(3 * minute);
  expect(await promised(started)).toEqual(["request-expired: Get back to the customer, open"]);
  const id = await claimedBy(started, "kim");
  await started.engine.command(id, { type: "agent-replied", agentId: "kim", text: "Here I am." }, null);
  await started.pass(hour);
  expect(await promised(started)).toEqual(["request-expired: Get back to the customer, done"]);
});

test("having taken it is no answer: the promise stands until one is given", async () => {
  const started = await asking("kim");
  await started.pass(3 * minute);
  await claimedBy(started, "kim");
  await started.pass(2 * hour);
  expect(await promised(started)).toEqual(["request-expired: Get back to the customer, open"]);
});

test("whom nobody took is got back to, once however it came about", async () => {
  const started = await asking("kim");
  const [request] = (await started.engine.requests.askedOf("kim"))?.requests ?? [];
  const rejected = { type: "request-rejected", requestId: request?.id ?? "", agentId: "kim", reason: "busy" } as const;
  await started.engine.command((await only(started)).id, rejected, null);
  await started.pass(hour);
  expect(await speakers(started)).toContain("handoff.exhausted");
  expect(await promised(started)).toEqual(["exhausted: Get back to the customer, open"]);
});

test.each(["later", "email"] as const)("who chose an answer (%s) is got back to, and that is it", async (choice) => {
  const started = await asking();
  const { id, customerId } = await only(started);
  await started.engine.customers.change(customerId, {
    properties: { email: { value: "ada@shop.example", isTrusted: true } },
  });
  await started.pass(1_000);
  await started.engine.command(id, { type: "wait-chosen", choice }, null);
  await started.pass(3_000);
  expect(await promised(started)).toEqual(["call-back-promised: Get back to the customer, open"]);
  await started.engine.agents.add(person("kim", { teamIds: ["support"] }));
  await claimedBy(started, "kim");
  await started.engine.command(id, { type: "agent-replied", agentId: "kim", text: "Here I am." }, null);
  await started.pass(hour);
  expect(await promised(started)).toEqual(["call-back-promised: Get back to the customer, done"]);
});

test("who was promised a call is called back, and writing to them is not calling them", async () => {
  const { handoff } = starterSettings;
  const exhaustion = { ...handoff.exhaustion, task: null, then: "call-back" } as const;
  const started = start({ starter: { ...starterSettings, handoff: { ...handoff, exhaustion } } });
  await started.write("ada", "I want to talk to a human");
  await started.pass(15 * minute);
  const { id } = await only(started);
  expect(await promised(started)).toEqual(["call-back-promised: Call the customer back, open"]);
  await started.engine.agents.add(person("kim", { teamIds: ["support"] }));
  await claimedBy(started, "kim");
  await started.engine.command(id, { type: "agent-replied", agentId: "kim", text: "Here I am." }, null);
  await started.pass(hour);
  expect(await promised(started)).toEqual(["call-back-promised: Call the customer back, open"]);
});

test("who is owed an answer on a channel about to close is answered in time", async () => {
  const channel = recordingChannel("main.test", { replyWindowMs: 24 * hour });
  const { people } = starterSettings;
  const patient = { ...people, firstResponse: { holdMinutes: null, reassignMinutes: null }, idleMinutes: null };
  const started = start({ starter: { ...starterSettings, people: patient }, channel });
  await started.engine.start();
  await started.engine.agents.add(person("kim", { teamIds: ["support"] }));
  await started.write("ada", "I want to talk to a human");
  await started.pass(3_000);
  await claimedBy(started, "kim");
  await started.pass(23 * hour);
  const [task, ...others] = await tasksOf(started);
  expect(others).toEqual([]);
  expect(task).toMatchObject({
    cause: "reply-window-closing",
    ownerId: "kim",
    title: "Answer before the channel closes",
  });
  expect(task?.dueAt).toBeLessThan((await only(started)).lastCustomerAt + 24 * hour);
});

test("a team that waits for work is not written to at every promise, only when one is due", async () => {
  const started = await asking("kim", "lou");
  await started.pass(hour);
  const kinds = async () => {
    const page = await started.engine.notifications.inbox.list("lou", { limit: 50, cursor: null, onlyUnread: false });
    return page.items.map(({ told }) => told.kind).filter((kind) => kind.startsWith("task-"));
  };
  expect((await promised(started)).length).toBe(1);
  expect(await kinds()).toEqual([]);
  const lead = { agentId: "boss", role: "lead" } as const;
  await started.engine.people.setPresence("lou", { presence: "available", statusId: null, reason: null }, lead);
  await started.pass(4 * hour);
  expect(await kinds()).toContain("task-due");
});

test("who was helped is not written to again unless a lead wants that", async () => {
  const started = await asking("kim");
  const id = await claimedBy(started, "kim");
  await started.engine.command(id, { type: "agent-replied", agentId: "kim", text: "Done." }, null);
  const end = { type: "conversation-closed", agentId: "kim", outcome: "resolved", wrapUp: null } as const;
  await started.engine.command(id, end, null);
  await started.pass(72 * hour);
  expect(await promised(started)).toEqual([]);
  expect(await speakers(started)).not.toContain("followup.checkin");
});
