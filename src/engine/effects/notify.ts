import type { Conversation } from "../../core/conversation/state.ts";
import { chooseMethods } from "../../core/notifications/choose-methods.ts";
import { happeningOf, type Notice } from "../../core/notifications/notice.ts";
import type { Recipient } from "../../core/notifications/recipients.ts";
import type { Destination } from "../../core/rules/rule.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Told } from "../../ports/notifier.ts";
import type { Commit, FeedInput, IndexChange, LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { KnownConversations } from "../known-conversations.ts";
import { type Notification, notificationViews } from "../notifications/documents.ts";
import { readEndpoints } from "../notifications/endpoints.ts";
import { methodsOf, type Notifying } from "../notifications/notifying.ts";
import { planForEndpoints, planForPerson, planForPlaces } from "../notifications/plan-deliveries.ts";
import { readPreferences } from "../notifications/read-preferences.ts";
import type { Parts } from "../parts.ts";
import type { Roster } from "../routing/roster.ts";
import type { Policies } from "../settings/policies.ts";
import { currentRecipients } from "./current-recipients.ts";

/** A notice on its way, of a conversation or (a task, a case handoff) of none. */
export interface NotifyEffect {
  readonly type: "notify";
  readonly conversationId: string | null;
  readonly notice: Notice;
}

export interface NotifyTools {
  readonly known: KnownConversations;
  readonly policies: Pick<Policies, "current">;
  readonly notifying: Notifying;
  readonly roster: Pick<Roster, "read" | "isFresh">;
}

/**
 * Who is told, and in which ways, is one commit: a document for each target and each person, and a delivery of its own
 * for everything that leaves the product. A test tells nobody: what it would have told is captured (I16).
 */
export function createNotify(parts: Parts, tools: NotifyTools) {
  return async (leased: LeasedEffect, { conversationId, notice }: NotifyEffect): Promise<Outcome> => {
    const conversation = conversationId === null ? null : (await tools.known.get(conversationId)).body;
    if (conversationId !== null && !conversation) return { outcome: "done" };
    const at = parts.clock.now();
    const told: Told = { ...happeningOf(notice, conversationId, at), targets: notice.targets };
    const fanOut = await planFanOut(parts, tools, { noticeId: leased.id, notice, told, conversation });
    const result = await parts.store.commit({ ...emptyCommit(at), ...fanOut, settles: [leased.id] });
    const isDone = result.status === "committed" || result.status === "duplicate";
    if (fanOut.effects.length > 0) parts.wakeAt(at);
    return { outcome: isDone ? "settled" : "done" };
  };
}

interface FanOut {
  readonly noticeId: string;
  readonly notice: Notice;
  readonly told: Told;
  readonly conversation: Conversation | null;
}

async function planFanOut(
  parts: Parts,
  { policies, notifying, roster }: NotifyTools,
  { noticeId, notice, told, conversation }: FanOut,
): Promise<Pick<Commit, "puts" | "index" | "effects" | "feed">> {
  const { settings } = policies.current();
  const { targets, actorId, at } = told;
  const recipients = await currentRecipients({ store: parts.store, roster }, { targets, settings, at, actorId });
  const isTest = conversation?.isTest ?? false;
  const record = planRecord(noticeId, { ...told, kind: notice.kind }, { recipients, isTest });
  if (isTest) return { ...record, effects: [], feed: [] };
  const people = await planPeople(parts, { noticeId, told, recipients, settings, notifying });
  const endpoints = notifying.notifiers.has("webhook") ? await readEndpoints(parts.store) : [];
  return {
    puts: [...record.puts, ...people.flatMap(({ puts }) => puts)],
    index: [...record.index, ...people.flatMap(({ index }) => index)],
    effects: [
      ...people.flatMap(({ effects }) => effects),
      ...[...notifying.notifiers.values()].flatMap((notifier) =>
        planForPlaces(noticeId, told, notifier, (target) => teamsOf(target, settings)),
      ),
      ...planForEndpoints(noticeId, told, endpoints),
    ],
    feed: [feedEntry(told, recipients)],
  };
}

interface People extends Pick<FanOut, "noticeId" | "told"> {
  readonly recipients: readonly Recipient[];
  readonly settings: Settings;
  readonly notifying: Notifying;
}

async function planPeople(parts: Parts, { noticeId, told, recipients, settings, notifying }: People) {
  const preferences = await readPreferences(
    parts.store,
    recipients.map(({ agent }) => agent.id),
  );
  const methods = methodsOf(notifying.notifiers);
  return recipients.flatMap((recipient, index) => {
    const chosenBy = preferences[index];
    if (!chosenBy) return [];
    return [planForPerson(noticeId, recipient, told, chooseMethods(told, recipient, chosenBy, { settings, methods }))];
  });
}

function teamsOf({ type, id }: Destination, { queues }: Settings): readonly string[] {
  return type === "team" ? [id] : (queues[id]?.teams ?? []);
}

/** One document for each target: who was meant, and whom it came to. */
function planRecord(
  noticeId: string,
  { targets, ...happening }: Told & Pick<Notice, "kind">,
  { recipients, isTest }: { recipients: readonly Recipient[]; isTest: boolean },
) {
  const notifications = targets.map((target, index): Notification => {
    const ofIt = recipients.filter((each) => each.target.type === target.type && each.target.id === target.id);
    const agentIds = ofIt.map(({ agent }) => agent.id);
    return { schemaVersion: 2, id: `${noticeId}.${index}`, ...happening, target, agentIds };
  });
  return {
    puts: notifications.map((notification) => ({ kind: "notification", id: notification.id, body: notification })),
    index: notifications.flatMap((notification) => recordEntries(notification, isTest)),
  };
}

function recordEntries({ id, at, target, conversationId }: Notification, isTest: boolean): readonly IndexChange[] {
  const entry = { change: "put", sort: at, kind: "notification", id, previousKey: null } as const;
  if (isTest) return [{ ...entry, view: notificationViews.captured, key: "all" }];
  const byTarget = { ...entry, view: notificationViews.byTarget, key: `${target.type}:${target.id}` };
  if (conversationId === null) return [byTarget];
  return [byTarget, { ...entry, view: notificationViews.byConversation, key: conversationId }];
}

function feedEntry({ kind, subjectId, conversationId, targets }: Told, recipients: readonly Recipient[]): FeedInput {
  const names = targets.map(({ type, id }) => `${type}:${id}`).join(" ");
  const agents = recipients.map(({ agent }) => agent.id).join(" ");
  return { type: "notified", conversationId, data: { kind, subjectId, targets: names, agents } };
}
