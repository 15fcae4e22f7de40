import { decideHandoff } from "../../detection/decide-handoff.ts";
import { type Ignored, ignored, refused } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { Handlers } from "../handler.ts";
import type { BotControl } from "../state.ts";
import { anywhere } from "./anywhere.ts";
import { nextTurn, oweTurn } from "./bot-turns.ts";
import { closeConversation } from "./close-conversation.ts";
import { appendIncoming } from "./incoming.ts";
import { openHandoff } from "./open-handoff.ts";
import { takeControl } from "./take-control.ts";

/** The bot speaks. Detection runs before it is asked: a message that must go to a person never gets a bot answer. */
export const botPhase: Handlers<BotControl> = {
  ...anywhere,

  "message-received": (draft, control, event, context) => {
    const message = appendIncoming(draft, event);
    const handoff = decideHandoff(message, context.settings.botId);
    if (handoff) {
      dropTurn(draft, control);
      openHandoff(draft, { ...handoff, actor: { type: "customer" } }, context);
      return undefined;
    }
    draft.set({ control: { ...control, pendingTurn: oweTurn(draft, control.pendingTurn, context.settings) } });
    return undefined;
  },

  "bot-replied": (draft, control, event, context) => {
    if (control.pendingTurn?.effectId !== event.effectId) return staleTurn();
    const actor = { type: "bot", botId: event.botId } as const;
    if (event.wantsHandoff) {
      // What the bot wrote beside its proposal is dropped: one text, and it is ours (I4).
      openHandoff(draft, { reason: "bot-proposed", actor }, context);
      return undefined;
    }
    if (!event.text?.trim()) {
      openHandoff(draft, { reason: "bot-failed", actor }, context);
      return undefined;
    }
    draft.send(actor, event.text);
    draft.set({ control: { ...control, pendingTurn: nextTurn(draft, event.upToSeq, context.settings) } });
    return undefined;
  },

  "bot-failed": (draft, control, event, context) => {
    if (control.pendingTurn?.effectId !== event.effectId) return staleTurn();
    openHandoff(draft, { reason: "bot-failed", actor: { type: "bot", botId: event.botId } }, context);
    return undefined;
  },

  "conversation-claimed": (draft, control, event, context) => {
    const agent = context.agents[event.agentId];
    if (!agent) return refused("unknown-agent");
    if (agent.isTest !== draft.conversation.isTest) return refused("test-boundary");
    dropTurn(draft, control);
    takeControl(draft, agent, { code: "claimed" });
    return undefined;
  },

  "conversation-closed": (draft, control, event) => {
    dropTurn(draft, control);
    return closeConversation(draft, event);
  },

  "agent-replied": () => refused("not-in-control"),
  "conversation-handed-back": () => refused("not-in-control"),
  "request-accepted": () => refused("request-ended"),
  "request-rejected": () => refused("request-ended"),
  "route-settled": () => ignored("the handoff is over"),
  "handoff-woken": () => ignored("no handoff is open"),
  "timer-fired": () => ignored("no handoff is open"),
};

function dropTurn(draft: Draft, control: BotControl): void {
  if (control.pendingTurn) draft.cancel(control.pendingTurn.effectId);
}

function staleTurn(): Ignored {
  return ignored("an answer to a turn that is over");
}
