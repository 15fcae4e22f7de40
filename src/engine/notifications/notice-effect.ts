import type { Notice } from "../../core/notifications/notice.ts";
import type { NewEffect } from "../../ports/store.ts";
import type { NotifyEffect } from "../effects/notify.ts";

interface PlannedNotice {
  /** Derived from what brings it about, so that planning it twice is planning it once. */
  readonly id: string;
  readonly at: number;
  readonly conversationId: string | null;
  readonly notice: Notice;
}

/** For what is not planned by a conversation itself: a task that is due, a case handoff that is done. */
export function noticeEffect({ id, at, conversationId, notice }: PlannedNotice): NewEffect {
  const body: NotifyEffect = { type: "notify", conversationId, notice };
  return { id, lane: null, pool: "timer", dueAt: at, owner: conversationId ?? "", body, whenLeased: [] };
}
