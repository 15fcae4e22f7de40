import { expect, test } from "vitest";
import { newTaskTemplate } from "../../../src/core/tasks/task-template.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { recordingChannel } from "../../support/recording-channel.ts";
import { only, start } from "../opened.ts";

const hour = 3_600_000;

const closing = newTaskTemplate({
  ...{ id: "answer-now", name: "Answer before the channel closes", kind: "call-back", dueMinutes: 600 },
  when: ["reply-window-closing"],
});

test("where nothing is started, as at the edge, channels about to close are watched from the first look on", async () => {
  const starter = {
    ...quietSettings,
    handoff: { ...quietSettings.handoff, exhaustion: { ...quietSettings.handoff.exhaustion, task: null } },
    taskTemplates: { "answer-now": closing },
  };
  const started = start({ starter, channel: recordingChannel("main.test", { replyWindowMs: 24 * hour }) });
  await started.engine.runDue();
  await started.write("ada", "I want to talk to a human");
  await started.pass(23 * hour);
  const filter = { conversationId: (await only(started)).id, status: null };
  const { items } = await started.engine.tasks.list(filter, { limit: 50, cursor: null });
  expect(items).toMatchObject([{ cause: "reply-window-closing", state: { status: "open" } }]);
});
