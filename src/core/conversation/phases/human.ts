import { isCourtesy } from "../../detection/courtesy.ts";
import { ignored, refused } from "../decision.ts";
import type { Handlers } from "../handler.ts";
import { textOf } from "../message.ts";
import type { HumanControl } from "../state.ts";
import { anywhere } from "./anywhere.ts";
import { oweTurn } from "./bot-turns.ts";
import { closeConversation } from "./close-conversation.ts";
import { appendIncoming } from "./incoming.ts";

/** A person speaks, and is never talked over (I3). */
export const humanPhase: Handlers<HumanControl> = {
  ...anywhere,

  "message-received": (draft, control, event) => {
    const text = textOf(appendIncoming(draft, event).content);
    if (text === null || !isCourtesy(text)) draft.set({ control: { ...control, awaitsAnswer: true } });
    return undefined;
  },

  "agent-replied": (draft, control, event) => {
    if (event.agentId !== control.agentId) return refused("not-in-control");
    draft.send({ type: "agent", agentId: event.agentId }, event.text);
    draft.set({ control: { ...control, awaitsAnswer: false } });
    return undefined;
  },

  "conversation-claimed": (_draft, control, event) =>
    event.agentId === control.agentId ? ignored("already theirs") : refused("already-taken"),

  "request-accepted": (_draft, control, event) =>
    event.agentId === control.agentId ? ignored("already theirs") : refused("already-taken"),

  "conversation-handed-back": (draft, control, event, context) => {
    if (event.agentId !== control.agentId) return refused("not-in-control");
    if (context.settings.botId === null) return refused("no-bot");
    const actor = { type: "agent", agentId: event.agentId } as const;
    if (event.note !== null) draft.append({ type: "note", agentId: event.agentId }, { type: "text", text: event.note });
    draft.release(context.agents[control.agentId]);
    draft.changeControl({ phase: "bot", since: draft.at, pendingTurn: null }, { code: "handed-back" }, actor);
    draft.say("handoff.returned");
    if (control.awaitsAnswer) {
      const pendingTurn = oweTurn(draft, null, context.settings, draft.conversation.lastCustomerSeq - 1);
      // The question the person left is the bot's now: nobody else would answer it.
      draft.set({ control: { phase: "bot", since: draft.at, pendingTurn } });
    }
    return undefined;
  },

  "conversation-closed": (draft, control, event, context) => {
    if (event.agentId !== null && event.agentId !== control.agentId) return refused("not-in-control");
    draft.release(context.agents[control.agentId]);
    return closeConversation(draft, event);
  },

  "request-rejected": () => refused("request-ended"),
  "bot-replied": () => ignored("a person is in control"),
  "bot-failed": () => ignored("a person is in control"),
  "route-settled": () => ignored("a person is in control"),
  "handoff-woken": () => ignored("a person is in control"),
  "timer-fired": () => ignored("a person is in control"),
};
