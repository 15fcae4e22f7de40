import type { Effect, Notice } from "../../core/conversation/effect.ts";
import type { IndexChange, LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { KnownConversations } from "../known-conversations.ts";
import type { Parts } from "../parts.ts";

/** What somebody was told of a handoff. Ids and codes only (I15). */
export interface Notification {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly at: number;
  readonly conversationId: string;
  readonly target: Notice["targets"][number];
  readonly kind: Notice["kind"];
  readonly subjectId: string;
  readonly reason: Notice["reason"];
  readonly priority: Notice["priority"];
}

export const notificationViews = {
  byTarget: "notifications-by-target",
  /** What tests would have sent: seen by whoever tries something out, and by nobody else (I16). */
  captured: "captured-outbox",
};

/** Tells people of a handoff: one notification for each target, all of them or none. */
export function createNotify(parts: Parts, known: KnownConversations) {
  return async (leased: LeasedEffect, { conversationId, notice }: NotifyEffect): Promise<Outcome> => {
    const conversation = (await known.get(conversationId)).body;
    if (!conversation) return { outcome: "done" };
    const at = parts.clock.now();
    const { isTest } = conversation;
    const told = notice.targets.map((target, index) =>
      notificationOf(`${leased.id}.${index}`, at, conversationId, target, notice),
    );
    const targets = notice.targets.map(({ type, id }) => `${type}:${id}`);
    const result = await parts.store.commit({
      ...emptyCommit(at),
      settles: [leased.id],
      puts: told.map((notification) => ({ kind: "notification", id: notification.id, body: notification })),
      index: told.map((notification) => entryOf(notification, isTest)),
      feed: isTest
        ? []
        : [
            {
              type: "notified",
              conversationId,
              data: { kind: notice.kind, subjectId: notice.subjectId, targets: targets.join(" ") },
            },
          ],
    });
    return result.status === "committed" || result.status === "duplicate"
      ? { outcome: "settled" }
      : { outcome: "done" };
  };
}

type NotifyEffect = Extract<Effect, { type: "notify" }>;

function notificationOf(
  id: string,
  at: number,
  conversationId: string,
  target: Notification["target"],
  { kind, subjectId, reason, priority }: Notice,
): Notification {
  return { schemaVersion: 1, id, at, conversationId, target, kind, subjectId, reason, priority };
}

function entryOf({ id, at, target }: Notification, isTest: boolean): IndexChange {
  return {
    change: "put",
    view: isTest ? notificationViews.captured : notificationViews.byTarget,
    key: isTest ? "all" : `${target.type}:${target.id}`,
    sort: at,
    kind: "notification",
    id,
    previousKey: null,
  };
}
