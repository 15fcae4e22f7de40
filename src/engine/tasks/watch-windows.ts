import { conversationViews } from "../../core/conversation/index-entries.ts";
import type { Conversation, Handoff } from "../../core/conversation/state.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import type { Policy } from "../../core/settings/policy.ts";
import { headOf, planTask, taskHours, teamFor } from "../../core/tasks/plan-task.ts";
import { type ClosingWindow, closingWindow } from "../../core/tasks/reply-window.ts";
import type { NewTask } from "../../core/tasks/task-event.ts";
import type { TaskTemplate } from "../../core/tasks/task-template.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { changeTask } from "./change-task.ts";
import { readPeople } from "./read-people.ts";

const pageSize = 200;
/** More waiting conversations than this are not looked through in one go; those who wait longest come first. */
const mostPages = 50;

/**
 * Channels that close some time after the customer's last message. Instead of a timer with every message, those who wait
 * are looked through now and then: each message of theirs makes one task at most.
 */
export async function watchWindows(parts: Parts, policies: PolicyReader): Promise<void> {
  const windows = replyWindows(parts);
  const templates = Object.values(policies.current().settings.taskTemplates).filter(({ when }) =>
    when.includes("reply-window-closing"),
  );
  if (windows.size === 0 || templates.length === 0) return;
  const longest = Math.max(...windows.values());
  const look = async (conversation: Conversation) => {
    const windowMs = windows.get(conversation.route.channelId);
    if (windowMs === undefined || conversation.isTest) return;
    for (const template of templates) await watchOne(parts, policies, { conversation, windowMs, template });
  };
  await eachOf(parts, "queue", "ascending", () => true, look);
  // Nobody who wrote before that can be answered on such a channel any more.
  const isOpen = ({ lastCustomerAt }: Conversation) => lastCustomerAt + longest > parts.clock.now();
  await eachOf(parts, "human", "descending", isOpen, look);
}

/** By channel, for those that have one. */
export function replyWindows({ channels }: Pick<Parts, "channels">): ReadonlyMap<string, number> {
  return new Map(
    [...channels.values()].flatMap(({ id, capabilities: { replyWindowMs } }) =>
      replyWindowMs === null ? [] : [[id, replyWindowMs] as const],
    ),
  );
}

async function eachOf(
  { store }: Parts,
  phase: "queue" | "human",
  order: "ascending" | "descending",
  isWanted: (conversation: Conversation) => boolean,
  look: (conversation: Conversation) => Promise<void>,
): Promise<void> {
  let cursor: string | null = null;
  for (let pages = 0; pages < mostPages; pages++) {
    const view = { view: conversationViews.byPhase, key: phase, order, limit: pageSize, cursor } as const;
    const page = await store.query(view);
    for (const { body } of page.items) {
      const conversation = readConversation(body);
      if (!isWanted(conversation)) return;
      await look(conversation);
    }
    cursor = page.next;
    if (cursor === null) return;
  }
}

interface Watched {
  readonly conversation: Conversation;
  readonly windowMs: number;
  readonly template: TaskTemplate;
}

async function watchOne(parts: Parts, policies: PolicyReader, watched: Watched): Promise<void> {
  const { conversation, windowMs, template } = watched;
  const policy = policies.current();
  const destination = handoffOf(conversation)?.destination ?? null;
  const hours = taskHours(destination, teamFor(destination, policy.settings), policy.settings);
  const closing = closingWindow(conversation, { at: parts.clock.now(), windowMs, hours });
  if (!closing) return;
  const id = `tsk_${conversation.id}.w${conversation.lastCustomerSeq}.${template.id}`;
  await changeTask(parts, policies, id, async (task, at) => {
    if (task) return [];
    const planned = await windowTask(parts, policy, { id, at, closing, watched });
    return [{ type: "created", task: planned, by: { type: "moment" } }];
  });
}

interface WindowTask {
  readonly id: string;
  readonly at: number;
  readonly closing: ClosingWindow;
  readonly watched: Watched;
}

/** Due in the template's time, and never after the last moment at which it can be done. */
async function windowTask(
  { store }: Parts,
  policy: Policy,
  { id, at, closing, watched: { conversation, template } }: WindowTask,
): Promise<NewTask> {
  const { control, engagement } = conversation;
  const handoff = handoffOf(conversation);
  const destination = handoff?.destination ?? null;
  const teamId = teamFor(destination, policy.settings);
  const holderId = control.phase === "human" ? control.agentId : engagement.lastAgentId;
  const named = template.owner.type === "agent" ? template.owner.id : null;
  const people = await readPeople(store, [holderId, named, headOf(teamId, policy.settings)], closing.answerBy);
  const plan = {
    id,
    at,
    template,
    cause: "reply-window-closing",
    conversation,
    destination,
    teamId,
    holderId,
  } as const;
  const task = planTask({ ...plan, handoffId: handoff?.id ?? null, people, policy });
  const answerBy = closing.answerBy > at ? closing.answerBy : closing.closesAt;
  const dueAt = Math.min(task.dueAt, answerBy);
  const overdueAt = Math.max(dueAt, Math.min(task.overdueAt, closing.closesAt));
  return { ...task, dueAt, overdueAt, reminders: task.reminders.filter((time) => time < dueAt) };
}

function handoffOf({ control }: Conversation): Handoff | null {
  return control.phase === "queue" || control.phase === "human" ? control.handoff : null;
}
