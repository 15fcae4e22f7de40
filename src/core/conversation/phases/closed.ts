import { isCourtesy } from "../../detection/courtesy.ts";
import { ignored, refused } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { Handlers } from "../handler.ts";
import { textOf } from "../message.ts";
import type { ClosedControl } from "../state.ts";
import { anywhere } from "./anywhere.ts";
import { botPhase } from "./bot.ts";
import { appendIncoming } from "./incoming.ts";
import { openHandoff } from "./open-handoff.ts";

/** Nobody speaks. A message within the reopen window goes back to who had it; later it begins anew with the bot. */
export const closedPhase: Handlers<ClosedControl> = {
  ...anywhere,

  "message-received": (draft, control, event, context) => {
    const text = textOf(event.content);
    if (text !== null && isCourtesy(text)) {
      appendIncoming(draft, event);
      return undefined;
    }
    const { engagement } = draft.conversation;
    const reopens = draft.at - control.since <= context.settings.reopenWindowMs;
    if (reopens && engagement.lastAgentId !== null) {
      appendIncoming(draft, event);
      const preferredAgentId = engagement.lastAgentId;
      openHandoff(draft, { reason: "reopened", actor: { type: "customer" }, preferredAgentId }, context);
      return undefined;
    }
    if (!reopens) startEngagement(draft);
    const bot = { phase: "bot", since: draft.at, pendingTurn: null } as const;
    draft.changeControl(bot, { code: reopens ? "reopened" : "started" }, { type: "customer" });
    return botPhase["message-received"](draft, bot, event, context);
  },

  "conversation-claimed": () => refused("conversation-closed"),
  "agent-replied": () => refused("conversation-closed"),
  "conversation-handed-back": () => refused("conversation-closed"),
  "request-accepted": () => refused("request-ended"),
  "request-rejected": () => refused("request-ended"),
  "conversation-closed": () => ignored("closed already"),
  "bot-replied": () => ignored("the conversation is closed"),
  "bot-failed": () => ignored("the conversation is closed"),
  "route-settled": () => ignored("the conversation is closed"),
  "handoff-woken": () => ignored("the conversation is closed"),
  "timer-fired": () => ignored("the conversation is closed"),
};

function startEngagement(draft: Draft): void {
  const { engagement, lastSeq } = draft.conversation;
  draft.set({
    engagement: { number: engagement.number + 1, startedAt: draft.at, firstSeq: lastSeq + 1, lastAgentId: null },
  });
}
