import { noWorkload, type TransitionContext } from "../../core/conversation/context.ts";
import type { ConversationEvent } from "../../core/conversation/event.ts";
import { defaultConversationSettings } from "../../core/conversation/settings.ts";
import type { Conversation, HandoffReason } from "../../core/conversation/state.ts";
import { transition } from "../../core/conversation/transition.ts";
import { decide } from "../../core/detection/decide.ts";
import { findSignals } from "../../core/detection/find-signals.ts";
import { detectLanguage } from "../../core/detection/language/detect-language.ts";
import { settleLanguage } from "../../core/detection/language/settle-language.ts";
import { read } from "../../core/detection/reading.ts";
import type { Signal } from "../../core/detection/signal.ts";
import { compilePolicy } from "../../core/settings/policy.ts";
import { noSwitches } from "../../core/settings/settings.ts";
import { starterSettings } from "../../core/settings/starter.ts";

/** What is done about a sentence, and why. */
export interface Judgement {
  /** `none`: the bot answers. */
  readonly decision: "handoff" | "offer" | "none";
  readonly signals: readonly Signal[];
  /** What names the handoff or the offer. */
  readonly reason: HandoffReason | null;
  readonly detectedLanguage: string | null;
}

/** The context of a first message: the starter settings, a bot that could answer, nobody busy. */
export const context: TransitionContext = {
  settings: { ...defaultConversationSettings, botId: "bot" },
  policy: compilePolicy(0, starterSettings, noSwitches),
  channel: { id: "web", kind: "web", maxTextLength: 4_000, hasPresence: true, hasButtons: true },
  agents: {},
  message: null,
  customerName: null,
  workload: noWorkload,
};

/** What the engine would decide if a new conversation began with this message. */
export function judgeText(text: string): Judgement {
  const reading = read(text);
  const signals = findSignals({ type: "text", text }, reading, context.policy);
  const settled = settleLanguage(null, detectLanguage(reading));
  const conversation = { ...begun, locale: settled?.language ?? null };
  const { action, cause } = decide({ conversation, at: begun.createdAt, signals, messageSeq: 1 }, context);
  return {
    decision: action === "bot" ? "none" : action,
    signals,
    reason: action === "bot" ? null : cause.reason,
    detectedLanguage: settled?.language ?? null,
  };
}

const begun = beginConversation();

/** As the engine begins one, with a message that says nothing. */
function beginConversation(): Conversation {
  const event: ConversationEvent = {
    type: "message-received",
    ...{ id: "event", at: 0, channelId: context.channel.id, providerId: "message", customerId: "customer" },
    ...{ locale: null, isTest: false, draftId: null, properties: {}, isFromParticipant: false },
    content: { type: "text", text: "" },
  };
  const decision = transition(null, event, context, "conversation");
  if (decision.status !== "applied") throw new Error(`A conversation could not begin: ${decision.status}`);
  return decision.conversation;
}
