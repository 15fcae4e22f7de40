import { newEngagement } from "../../src/core/conversation/engagement.ts";
import { newHumanControl } from "../../src/core/conversation/human-control.ts";
import { indexEntries } from "../../src/core/conversation/index-entries.ts";
import type { Conversation } from "../../src/core/conversation/state.ts";
import { type Agent, type Hold, newAgent } from "../../src/core/people/agent.ts";
import type { NewTask } from "../../src/core/tasks/task-event.ts";
import { transitionTask } from "../../src/core/tasks/transition-task.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { agentView } from "../../src/engine/read-agents.ts";
import { taskCommit } from "../../src/engine/tasks/task-commit.ts";
import type { Commit, Store } from "../../src/ports/store.ts";

interface Cases {
  readonly subjectId: string;
  readonly conversations: number;
  readonly tasks: number;
}

const day = 24 * 3_600_000;

/** A person with all of this, as if it had come to them over the years. */
export async function storeCases(store: Store, { subjectId, conversations, tasks }: Cases): Promise<void> {
  const at = Date.now();
  const ids = Array.from({ length: conversations }, (_, index) => `con_${String(index).padStart(6, "0")}`);
  await store.commit(personCommit(subjectId, ids, at));
  await inParts(ids, (id) => store.commit(conversationCommit(id, subjectId, at)));
  const numbers = Array.from({ length: tasks }, (_, index) => index);
  await inParts(numbers, (number) => store.commit(newTaskCommit(number, subjectId, at)));
}

async function inParts<Value>(values: readonly Value[], write: (value: Value) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < values.length; from += 256) await Promise.all(values.slice(from, from + 256).map(write));
}

function personCommit(id: string, conversationIds: readonly string[], at: number): Commit {
  const held: Hold = { as: "idle", units: 1, channelKind: "unknown", at };
  const holds = Object.fromEntries(conversationIds.map((conversationId) => [conversationId, held]));
  const agent: Agent = newAgent({ id, name: id, capacity: 100_000, holds, presence: "available" });
  const key = { kind: "agent", id };
  return {
    ...emptyCommit(at),
    puts: [{ ...key, body: agent }],
    index: [{ change: "put", ...agentView, ...key, sort: at, previousKey: null }],
  };
}

function conversationCommit(id: string, agentId: string, at: number): Commit {
  const conversation: Conversation = {
    ...{
      schemaVersion: 4,
      id,
      customerId: `cus_${id}`,
      route: { channelId: "bench" },
      locale: "en",
      localeSource: null,
    },
    ...{ tags: [], properties: {}, isTest: false, draftId: null, createdAt: at, revision: 4, epoch: 3, turn: 1 },
    ...{ lastSeq: 1, lastRecordSeq: 3, lastCustomerAt: at, lastCustomerSeq: 1, restraint: null, lastWait: null },
    engagement: newEngagement(1, at, 1),
    control: { ...newHumanControl(at, agentId, null), awaitsAnswer: false, isIdle: true },
  };
  const target = { kind: "conversation", id };
  return {
    ...emptyCommit(at),
    puts: [{ ...target, body: conversation }],
    index: indexEntries(conversation).map((entry) => ({ change: "put", ...entry, ...target, previousKey: null })),
  };
}

function newTaskCommit(number: number, ownerId: string, at: number): Commit {
  const task: NewTask = {
    ...{ id: `tsk_${number}`, kind: "call-back", title: "Call back", templateId: null, conversationId: null },
    ...{
      handoffId: null,
      customerId: null,
      isTest: false,
      ownerId,
      teamId: null,
      cause: "rule",
      dueIn: "always",
      note: null,
    },
    ...{ sendsMessage: false, dueAt: at + day, overdueAt: at + 2 * day, reminders: [] },
  };
  const decided = transitionTask(null, { type: "created", task, by: { type: "system" } }, { at, headId: null });
  if (decided.status !== "applied") throw new Error("A new task was not made.");
  const step = { at, before: null, version: 0, after: decided.task, notices: [] };
  return { ...emptyCommit(at), ...taskCommit(step) };
}
