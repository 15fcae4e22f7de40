import { isCourtesy } from "../../detection/courtesy.ts";
import { read } from "../../detection/reading.ts";
import { findRiskTopics } from "../../detection/signals/risk-topics.ts";
import { ignored, refused } from "../decision.ts";
import type { Draft } from "../draft.ts";
import { newBotControl, newEngagement } from "../engagement.ts";
import type { Handlers } from "../handler.ts";
import { textOf } from "../message.ts";
import type { ClosedControl } from "../state.ts";
import { anywhere } from "./anywhere.ts";
import { botPhase } from "./bot.ts";
import { checkIn } from "./check-in.ts";
import { appendIncoming } from "./incoming.ts";
import { askRating, ratingIn, takeRating } from "./rating.ts";
import { reopen } from "./reopen.ts";
import { activeRestraint } from "./restraint.ts";

/** Nobody speaks. A message within the reopen window goes back to who had it; later it begins anew with the bot. */
export const closedPhase: Handlers<ClosedControl> = {
  ...anywhere,

  "message-received": (draft, control, event, context) => {
    const text = textOf(event.content);
    const score = ratingIn(event.content, control, draft.at);
    if (score !== null) {
      takeRating(draft, event, score);
      return undefined;
    }
    if (text !== null && isCourtesy(text)) {
      appendIncoming(draft, event);
      return undefined;
    }
    // Told until when: nothing they write opens anything before.
    if (activeRestraint(draft.conversation, draft.at)?.type === "blocked" && !isRisk(text)) {
      appendIncoming(draft, event);
      return undefined;
    }
    const { engagement } = draft.conversation;
    const reopens = draft.at - control.since <= context.settings.reopenWindowMs;
    if (reopens && engagement.lastAgentId !== null) {
      const incoming = appendIncoming(draft, event);
      reopen(draft, control, { incoming, lastAgentId: engagement.lastAgentId }, context);
      return undefined;
    }
    if (!reopens) startEngagement(draft);
    const bot = newBotControl(draft.at);
    draft.changeControl(bot, { code: reopens ? "reopened" : "started" }, { type: "customer" });
    return botPhase["message-received"](draft, bot, event, context);
  },

  "check-in-due": checkIn,
  "survey-due": askRating,

  "conversation-claimed": () => refused("conversation-closed"),
  "agent-replied": () => refused("conversation-closed"),
  "conversation-handed-back": () => refused("conversation-closed"),
  "request-accepted": () => refused("request-ended"),
  "request-rejected": () => refused("request-ended"),
  "conversation-closed": () => ignored("closed already"),
  "conversation-flagged": () => refused("conversation-closed"),
  "conversation-assigned": () => refused("conversation-closed"),
  "conversation-unassigned": () => refused("conversation-closed"),
  "conversation-snoozed": () => refused("conversation-closed"),
  "request-made": () => refused("conversation-closed"),
  "request-withdrawn": () => refused("request-ended"),
  "discussion-ended": () => ignored("the conversation is closed"),
  "owner-changed": () => ignored("the conversation is closed"),
  "wait-chosen": () => ignored("the conversation is closed"),
  "bot-replied": () => ignored("the conversation is closed"),
  "bot-failed": () => ignored("the conversation is closed"),
  "route-settled": () => ignored("the conversation is closed"),
  "handoff-woken": () => ignored("the conversation is closed"),
  "timer-fired": () => ignored("the conversation is closed"),
};

function isRisk(text: string | null): boolean {
  return text !== null && findRiskTopics(read(text)).length > 0;
}

function startEngagement(draft: Draft): void {
  const { engagement, lastSeq } = draft.conversation;
  draft.set({
    engagement: newEngagement(engagement.number + 1, draft.at, lastSeq + 1),
  });
}
