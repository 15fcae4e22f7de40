import { ignored, refused } from "../decision.ts";
import { joined } from "../draft.ts";
import type { Handlers } from "../handler.ts";
import type { QueueControl } from "../state.ts";
import { anywhere } from "./anywhere.ts";
import { nextTurn, oweTurn } from "./bot-turns.ts";
import { closeConversation } from "./close-conversation.ts";
import { flagFromQueue } from "./flagged.ts";
import { appendIncoming } from "./incoming.ts";
import { introduction } from "./introduction.ts";
import { leaveQueue } from "./leave-queue.ts";
import { endRequest, mayBeGiven, offerRequest } from "./requests.ts";
import { planRoute } from "./search-on.ts";
import { takeControl } from "./take-control.ts";
import { answerWaiting, wakeUp } from "./wake-up.ts";

/** The customer waits for a person. The bot is silent, unless it assists under this very epoch. */
export const queuePhase: Handlers<QueueControl> = {
  ...anywhere,

  "message-received": (draft, control, event, context) => {
    appendIncoming(draft, event);
    if (control.assist) {
      const pendingTurn = oweTurn(draft, control.assist.pendingTurn, context.settings);
      draft.set({ control: { ...control, assist: { pendingTurn } } });
    } else {
      answerWaiting(draft, control, context);
    }
    return undefined;
  },

  "bot-replied": (draft, control, event, context) => {
    if (!control.assist || control.assist.pendingTurn?.effectId !== event.effectId) {
      return ignored("an answer to a turn that is over");
    }
    // A person is on the way already: a second proposal changes nothing, and neither does a promise of one.
    const text = event.text?.trim() ?? "";
    if (text !== "") {
      const said = joined([...introduction(draft, context), text]);
      draft.send({ type: "bot", botId: event.botId }, { type: "text", text: said });
    }
    const pendingTurn = nextTurn(draft, event.upToSeq, context.settings);
    draft.set({ control: { ...control, assist: { pendingTurn } } });
    return undefined;
  },

  "bot-failed": (draft, control, event) => {
    if (control.assist?.pendingTurn?.effectId !== event.effectId) return ignored("an answer to a turn that is over");
    draft.set({ control: { ...control, assist: null } });
    return undefined;
  },

  "route-settled": (draft, control, event, context) => {
    if (event.handoffId !== control.handoff.id) return ignored("an older handoff");
    if (control.handoff.pendingRequest) return ignored("somebody is being asked");
    if (event.agentId === null) {
      draft.note({ type: "nobody-available", data: { handoffId: control.handoff.id } });
      return undefined;
    }
    const agent = context.agents[event.agentId];
    if (!agent) return refused("unknown-agent");
    if (event.isDirect && mayBeGiven(agent)) {
      leaveQueue(draft, control, context, { status: "rescinded", reason: null });
      takeControl(draft, agent, { code: control.handoff.reason === "reopened" ? "reopened" : "assigned" });
      return undefined;
    }
    offerRequest(draft, control, { agent, candidates: event.candidates }, context.settings);
    return undefined;
  },

  "request-accepted": (draft, control, event, context) => {
    const request = control.handoff.pendingRequest;
    if (request?.id !== event.requestId) return refused("request-ended");
    if (request.agentId !== event.agentId) return refused("not-your-request");
    const agent = context.agents[event.agentId];
    if (!agent) return refused("unknown-agent");
    leaveQueue(draft, control, context, { status: "accepted", reason: null });
    takeControl(draft, agent, { code: "accepted" });
    return undefined;
  },

  "request-rejected": (draft, control, event, context) => {
    const request = control.handoff.pendingRequest;
    if (request?.id !== event.requestId) return refused("request-ended");
    if (request.agentId !== event.agentId) return refused("not-your-request");
    endRequest(draft, control, context, { status: "rejected", reason: event.reason });
    planRoute(draft, control.handoff.id);
    return undefined;
  },

  "conversation-claimed": (draft, control, event, context) => {
    const agent = context.agents[event.agentId];
    if (!agent) return refused("unknown-agent");
    if (agent.isTest !== draft.conversation.isTest) return refused("test-boundary");
    const wasAsked = control.handoff.pendingRequest?.agentId === event.agentId;
    leaveQueue(draft, control, context, { status: wasAsked ? "accepted" : "rescinded", reason: null });
    takeControl(draft, agent, { code: wasAsked ? "accepted" : "claimed" });
    return undefined;
  },

  "handoff-woken": (draft, control) => {
    if (control.handoff.pendingRequest) return ignored("somebody is being asked");
    planRoute(draft, control.handoff.id);
    return undefined;
  },

  "timer-fired": (draft, control, event, context) => {
    const { timer } = event;
    if (timer.kind === "handoff-wake-up") {
      if (timer.handoffId !== control.handoff.id || timer.round !== control.handoff.wakeUpRound) {
        return ignored("a wake-up of before");
      }
      wakeUp(draft, control, context);
      return undefined;
    }
    if (timer.kind !== "request-expiry" || control.handoff.pendingRequest?.id !== timer.requestId) {
      return ignored("the request has ended");
    }
    endRequest(draft, control, context, { status: "timed-out", reason: null });
    planRoute(draft, control.handoff.id);
    return undefined;
  },

  "conversation-flagged": (draft, control, event, context) => {
    flagFromQueue(draft, control, event, context);
    return undefined;
  },

  "conversation-closed": (draft, control, event, context) => {
    leaveQueue(draft, control, context, { status: "rescinded", reason: null });
    return closeConversation(draft, event);
  },

  "agent-replied": () => refused("not-in-control"),
  "conversation-handed-back": () => refused("not-in-control"),
};
