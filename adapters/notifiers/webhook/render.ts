import type { Told } from "../../../src/ports/notifier.ts";
import type { WebhookNoticeBody } from "../../../src/protocol/webhook-notice.ts";

/** Depends on what is told alone, so that every repetition has the same bytes. No words: those are for people. */
export function renderNotice(id: string, told: Told): Uint8Array {
  const { kind, at, conversationId, subjectId, targets, actorId, reason, priority, detail } = told;
  const body: WebhookNoticeBody = {
    type: kind,
    timestamp: new Date(at).toISOString(),
    data: {
      ...{ id, conversationId, subjectId },
      targets: targets.map(({ type, id: targetId }) => ({ type, id: targetId })),
      ...{ actorId, reason, priority, detail },
    },
  };
  return new TextEncoder().encode(JSON.stringify(body));
}
