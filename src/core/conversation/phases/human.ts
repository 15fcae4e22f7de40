import { isCourtesy } from "../../detection/courtesy.ts";
import { isAmong } from "../../people/agent.ts";
import { ignored, refused } from "../decision.ts";
import { afterHandBack, newBotControl } from "../engagement.ts";
import type { Handlers } from "../handler.ts";
import { textOf } from "../message.ts";
import type { HumanControl } from "../state.ts";
import { endAlert } from "./alert.ts";
import { alertDeadline } from "./alert-deadline.ts";
import { anywhere } from "./anywhere.ts";
import { oweTurn } from "./bot-turns.ts";
import { closeConversation } from "./close-conversation.ts";
import { flagFromPerson } from "./flagged.ts";
import { appendIncoming } from "./incoming.ts";
import { takeControl } from "./take-control.ts";

/** A person speaks, and is never talked over (I3). */
export const humanPhase: Handlers<HumanControl> = {
  ...anywhere,

  "message-received": (draft, control, event) => {
    const text = textOf(appendIncoming(draft, event).message.content);
    if (text === null || !isCourtesy(text)) draft.set({ control: { ...control, awaitsAnswer: true } });
    return undefined;
  },

  "agent-replied": (draft, control, event) => {
    if (event.agentId !== control.agentId) return refused("not-in-control");
    draft.send({ type: "agent", agentId: event.agentId }, { type: "text", text: event.text });
    draft.set({ control: { ...control, awaitsAnswer: false } });
    return undefined;
  },

  "conversation-claimed": (draft, control, event, context) => {
    if (event.agentId === control.agentId) return ignored("already theirs");
    const { alert } = control;
    if (!alert) return refused("already-taken");
    const agent = context.agents[event.agentId];
    if (!agent) return refused("unknown-agent");
    if (agent.isTest !== draft.conversation.isTest) return refused("test-boundary");
    if (!isAmong(agent, alert.destination)) return refused("not-alerted");
    endAlert(draft, alert);
    draft.release(context.agents[control.agentId]);
    takeControl(draft, agent, { code: "claimed" });
    return undefined;
  },

  "request-accepted": (_draft, control, event) =>
    event.agentId === control.agentId ? ignored("already theirs") : refused("already-taken"),

  "conversation-handed-back": (draft, control, event, context) => {
    if (event.agentId !== control.agentId) return refused("not-in-control");
    if (context.settings.botId === null) return refused("no-bot");
    const actor = { type: "agent", agentId: event.agentId } as const;
    const note = { type: "note", agentId: event.agentId } as const;
    const noteSeq = event.note === null ? null : draft.append(note, { type: "text", text: event.note }).seq;
    endAlert(draft, control.alert);
    draft.release(context.agents[control.agentId]);
    draft.set({ engagement: afterHandBack(draft.conversation.engagement, draft.at, noteSeq) });
    draft.changeControl(newBotControl(draft.at), { code: "handed-back" }, actor);
    draft.say("handoff.returned");
    if (control.awaitsAnswer) {
      const pendingTurn = oweTurn(draft, null, context.settings, draft.conversation.lastCustomerSeq - 1);
      // The question the person left is the bot's now: nobody else would answer it.
      draft.set({ control: { ...newBotControl(draft.at), pendingTurn } });
    }
    return undefined;
  },

  "conversation-closed": (draft, control, event, context) => {
    if (event.agentId !== null && event.agentId !== control.agentId) return refused("not-in-control");
    endAlert(draft, control.alert);
    draft.release(context.agents[control.agentId]);
    return closeConversation(draft, event);
  },

  "conversation-flagged": (draft, control, event, context) => {
    flagFromPerson(draft, control, event, context);
    return undefined;
  },

  "request-rejected": () => refused("request-ended"),
  "bot-replied": () => ignored("a person is in control"),
  "bot-failed": () => ignored("a person is in control"),
  "route-settled": () => ignored("a person is in control"),
  "handoff-woken": () => ignored("a person is in control"),
  "timer-fired": (draft, control, event, context) => alertDeadline(draft, control, event, context),
};
