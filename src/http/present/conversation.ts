import type { Conversation, Engagement, HumanControl, UsageTotal } from "../../core/conversation/state.ts";
import type { Customer } from "../../core/customers/customer.ts";
import type { ConversationBody } from "../../protocol/conversations.ts";
import { presentAlert, presentAsk, presentHandoff } from "./handoff.ts";
import { isoTime } from "./time.ts";

/** `customer`: `null` when they are being erased at this very moment. */
export function presentConversation(conversation: Conversation, customer: Customer | null): ConversationBody {
  const { id, customerId, route, locale, localeSource, tags, properties, isTest } = conversation;
  const { createdAt, lastCustomerAt, lastSeq, epoch, engagement, restraint, control } = conversation;
  return {
    id,
    customer: { id: customerId, name: customer?.name ?? null },
    channelId: route.channelId,
    locale,
    localeSource,
    tags: [...tags],
    properties: { ...properties },
    isTest,
    createdAt: isoTime(createdAt),
    lastCustomerAt: isoTime(lastCustomerAt),
    lastSeq,
    epoch,
    ...presentEngagement(engagement),
    restraint: restraint && { type: restraint.type, until: isoTime(restraint.until) },
    since: isoTime(control.since),
    ...presentControl(conversation),
  };
}

type EngagementBody = Pick<ConversationBody, "engagement" | "lastAgentId" | "botTurns" | "usage" | "offer">;

function presentEngagement({ number, lastAgentId, bot, offer }: Engagement): EngagementBody {
  return {
    engagement: number,
    lastAgentId,
    botTurns: bot.turns,
    usage: presentUsage(bot.usage),
    offer: offer && { messageSeq: offer.seq, isOpen: offer.isOpen },
  };
}

function presentUsage({ inputTokens, outputTokens, costMicros }: UsageTotal): ConversationBody["usage"] {
  return { inputTokens, outputTokens, costUsd: costMicros / 1_000_000 };
}

type ControlBody = Pick<ConversationBody, "phase" | "agentId" | "outcome" | "handoff" | "alert" | "person">;

function presentControl({ id, control }: Conversation): ControlBody {
  const { phase } = control;
  const nobody = { phase, agentId: null, outcome: null, handoff: null, alert: null, person: null };
  switch (control.phase) {
    case "bot":
      return { ...nobody, alert: control.alert && presentAlert(control.alert) };
    case "queue":
      return { ...nobody, handoff: presentHandoff(control.handoff, id) };
    case "human":
      return {
        ...nobody,
        agentId: control.agentId,
        handoff: control.handoff && presentHandoff(control.handoff, id),
        alert: control.alert && presentAlert(control.alert),
        person: presentPerson(control, id),
      };
    case "closed":
      return { ...nobody, outcome: control.outcome, handoff: control.handoff && presentHandoff(control.handoff, id) };
  }
}

/** How it stands with the person who has it. */
function presentPerson(control: HumanControl, conversationId: string): ConversationBody["person"] {
  const { awaitsAnswer, advisers, ownerGone, snooze, isIdle } = control;
  return {
    awaitsAnswer,
    requests: control.asks.flatMap((ask) => presentAsk(ask, conversationId)),
    advisers: [...advisers],
    ownerGone: ownerGone && { because: ownerGone.because, at: isoTime(ownerGone.at) },
    snoozedUntil: snooze && isoTime(snooze.until),
    isIdle,
  };
}
