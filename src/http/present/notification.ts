import type * as z from "zod";
import type { DescribedItem } from "../../engine/notifications/describe-items.ts";
import type { notification } from "../../protocol/notifications.ts";
import { isoTime } from "./time.ts";

export function presentNotification({ item, entry }: DescribedItem): z.output<typeof notification> {
  const { id, agentId, told, readAt } = item;
  const { at, kind, conversationId, subjectId, targets, actorId, reason, detail, priority } = told;
  return {
    ...{ id, at: isoTime(at), agentId, kind, conversationId, subjectId, actorId, reason, detail, priority },
    title: entry?.title ?? null,
    lines: (entry?.lines ?? []).map(({ label, value }) => ({ label, value })),
    targets: targets.map(({ type, id: targetId }) => ({ type, id: targetId })),
    readAt: readAt === null ? null : isoTime(readAt),
  };
}
