import type { Control, Conversation, Handoff } from "../../core/conversation/state.ts";
import type { Customer } from "../../core/customers/customer.ts";
import type { ConversationBody } from "../../protocol/conversations.ts";
import { isoTime } from "./time.ts";

/** `customer`: `null` when they are being erased at this very moment. */
export function presentConversation(conversation: Conversation, customer: Customer | null): ConversationBody {
  const { id, customerId, route, locale, isTest, createdAt, lastCustomerAt, lastSeq, epoch } = conversation;
  const { control, engagement } = conversation;
  return {
    id,
    customer: { id: customerId, name: customer?.name ?? null },
    channelId: route.channelId,
    locale,
    isTest,
    createdAt: isoTime(createdAt),
    lastCustomerAt: isoTime(lastCustomerAt),
    lastSeq,
    epoch,
    engagement: engagement.number,
    lastAgentId: engagement.lastAgentId,
    since: isoTime(control.since),
    ...presentControl(control),
  };
}

function presentControl(control: Control): Pick<ConversationBody, "phase" | "agentId" | "outcome" | "handoff"> {
  const { phase } = control;
  const nobody = { phase, agentId: null, outcome: null, handoff: null };
  switch (control.phase) {
    case "bot":
      return nobody;
    case "queue":
      return { ...nobody, handoff: presentHandoff(control.handoff) };
    case "human":
      return { ...nobody, agentId: control.agentId, handoff: control.handoff && presentHandoff(control.handoff) };
    case "closed":
      return { ...nobody, outcome: control.outcome };
  }
}

function presentHandoff(handoff: Handoff): NonNullable<ConversationBody["handoff"]> {
  const { id, openedAt, reason, evidence, preferredAgentId, declinedBy, exhaustedAt, pendingRequest } = handoff;
  return {
    id,
    openedAt: isoTime(openedAt),
    reason,
    evidence: [...evidence],
    preferredAgentId,
    declinedBy: [...declinedBy],
    exhaustedAt: exhaustedAt === null ? null : isoTime(exhaustedAt),
    pendingRequest: pendingRequest && {
      id: pendingRequest.id,
      kind: pendingRequest.kind,
      agentId: pendingRequest.agentId,
      at: isoTime(pendingRequest.at),
      expiresAt: isoTime(pendingRequest.expiresAt),
    },
  };
}
