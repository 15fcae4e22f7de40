import { type Ignored, ignored, refused } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { Handlers } from "../handler.ts";
import type { BotControl } from "../state.ts";
import { endAlert } from "./alert.ts";
import { alertDeadline } from "./alert-deadline.ts";
import { anywhere } from "./anywhere.ts";
import { botAnswered, botGaveUp } from "./bot-answered.ts";
import { dropTurn } from "./bot-turns.ts";
import { closeConversation } from "./close-conversation.ts";
import { flagFromBot } from "./flagged.ts";
import { appendIncoming } from "./incoming.ts";
import { react } from "./react.ts";
import { takeControl } from "./take-control.ts";

/** The bot speaks. Detection runs before it is asked: a message that must go to a person never gets a bot answer. */
export const botPhase: Handlers<BotControl> = {
  ...anywhere,

  "message-received": (draft, control, event, context) => {
    const incoming = appendIncoming(draft, event);
    draft.set({ isTest: event.isTest, draftId: event.draftId });
    react(draft, control, incoming, context);
    return undefined;
  },

  "bot-replied": (draft, control, event, context) => {
    if (control.pendingTurn?.effectId !== event.effectId) return staleTurn();
    botAnswered(draft, control, event, context);
    return undefined;
  },

  "bot-failed": (draft, control, event, context) => {
    if (control.pendingTurn?.effectId !== event.effectId) return staleTurn();
    botGaveUp(draft, control, event, context);
    return undefined;
  },

  "conversation-claimed": (draft, control, event, context) => {
    const agent = context.agents[event.agentId];
    if (!agent) return refused("unknown-agent");
    if (agent.isTest !== draft.conversation.isTest) return refused("test-boundary");
    leaveBot(draft, control);
    takeControl(draft, agent, { code: "claimed" });
    return undefined;
  },

  "conversation-closed": (draft, control, event) => {
    leaveBot(draft, control);
    return closeConversation(draft, event);
  },

  "conversation-flagged": (draft, control, event, context) => {
    flagFromBot(draft, control, event, context);
    return undefined;
  },

  "timer-fired": (draft, control, event, context) => alertDeadline(draft, control, event, context),

  "agent-replied": () => refused("not-in-control"),
  "conversation-handed-back": () => refused("not-in-control"),
  "request-accepted": () => refused("request-ended"),
  "request-rejected": () => refused("request-ended"),
  "route-settled": () => ignored("the handoff is over"),
  "handoff-woken": () => ignored("no handoff is open"),
};

function leaveBot(draft: Draft, control: BotControl): void {
  dropTurn(draft, control);
  endAlert(draft, control.alert);
}

function staleTurn(): Ignored {
  return ignored("an answer to a turn that is over");
}
