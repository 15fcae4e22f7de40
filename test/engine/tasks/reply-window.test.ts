import { expect, test } from "vitest";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { newTaskTemplate } from "../../../src/core/tasks/task-template.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { recordingChannel } from "../../support/recording-channel.ts";
import { only, start } from "../opened.ts";

const minute = 60_000;
const hour = 60 * minute;
const begun = Date.UTC(2026, 10, 21, 9);

const closing = newTaskTemplate({
  ...{ id: "answer-now", name: "Answer before the channel closes", kind: "call-back", dueMinutes: 600 },
  when: ["reply-window-closing"],
});

const watching: Settings = {
  ...quietSettings,
  people: { ...quietSettings.people, firstResponse: { holdMinutes: null, reassignMinutes: null }, idleMinutes: null },
  handoff: { ...quietSettings.handoff, exhaustion: { ...quietSettings.handoff.exhaustion, task: null } },
  taskTemplates: { "answer-now": closing },
};

/** A customer whom Kim has, on a channel that closes a day after their last message. */
async function held(replyWindowMs: number | null = 24 * hour): Promise<TestEngine> {
  const started = start({ starter: watching, channel: recordingChannel("main.test", { replyWindowMs }) });
  await started.engine.start();
  await started.engine.agents.add(person("kim", { teamIds: ["support"] }));
  await started.write("ada", "I want to talk to a human");
  await started.pass(1_000);
  const claimed = { type: "conversation-claimed", agentId: "kim" } as const;
  await started.engine.command((await only(started)).id, claimed, null);
  return started;
}

async function reply(started: TestEngine): Promise<void> {
  const replied = { type: "agent-replied", agentId: "kim", text: "Here you are." } as const;
  await started.engine.command((await only(started)).id, replied, null);
}

async function tasks(started: TestEngine) {
  const filter = { conversationId: (await only(started)).id, status: null };
  return (await started.engine.tasks.list(filter, { limit: 50, cursor: null })).items;
}

test("an answer that is owed on a channel about to close becomes one task, due before it closes", async () => {
  const started = await held();
  await started.write("ada", "and another question");
  await started.pass(21 * hour);
  expect(await tasks(started)).toEqual([]);
  await started.pass(2 * hour);
  const [task, ...others] = await tasks(started);
  expect(others).toEqual([]);
  expect(task).toMatchObject({ cause: "reply-window-closing", ownerId: "kim", state: { status: "open" } });
  expect(task?.dueAt).toBeLessThanOrEqual(begun + 24 * hour + minute);
});

test("the task is done by the answer itself", async () => {
  const started = await held();
  await started.write("ada", "and another question");
  await started.pass(23 * hour);
  await reply(started);
  await started.pass(15 * minute);
  expect((await tasks(started)).map(({ state }) => state.status)).toEqual(["done"]);
});

test("nobody is bothered about a customer who was answered, nor on a channel that stays open", async () => {
  const answered = await held();
  await answered.write("ada", "and another question");
  await reply(answered);
  await answered.pass(30 * hour);
  expect(await tasks(answered)).toEqual([]);
  const elsewhere = await held(null);
  await elsewhere.write("ada", "and another question");
  await elsewhere.pass(30 * hour);
  expect(await tasks(elsewhere)).toEqual([]);
});

test("those who wait in the queue are watched, too", async () => {
  const started = start({ starter: watching, channel: recordingChannel("main.test", { replyWindowMs: 24 * hour }) });
  await started.engine.start();
  await started.write("ada", "I want to talk to a human");
  await started.pass(23 * hour);
  expect((await tasks(started)).map(({ ownerId, teamId }) => [ownerId, teamId])).toEqual([[null, "support"]]);
});
