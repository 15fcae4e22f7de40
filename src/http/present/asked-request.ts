import type { AskedRequest } from "../../engine/requests.ts";
import type { AskedRequestBody } from "../../protocol/requests.ts";
import { isoTime } from "./time.ts";

export function presentAskedRequest({ id, ask, conversation, ...named }: AskedRequest): AskedRequestBody {
  const { kind, requestedBy, at, expiresAt } = ask;
  const { control, customerId, route } = conversation;
  const handoff = control.phase === "queue" || control.phase === "human" ? control.handoff : null;
  return {
    ...{ id, conversationId: conversation.id, kind },
    requestedBy: requestedBy.type === "agent" ? { id: requestedBy.agentId, name: named.requesterName } : null,
    note: named.note,
    at: isoTime(at),
    expiresAt: isoTime(expiresAt),
    customer: { id: customerId, name: named.customerName },
    channelId: route.channelId,
    reason: handoff?.reason ?? null,
    priority: handoff?.priority ?? null,
  };
}
