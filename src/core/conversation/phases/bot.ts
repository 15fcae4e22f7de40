import { type Ignored, ignored, refused } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { Handlers } from "../handler.ts";
import type { BotControl } from "../state.ts";
import { wayOf } from "../way.ts";
import { endAlert } from "./alert.ts";
import { alertDeadline } from "./alert-deadline.ts";
import { anywhere } from "./anywhere.ts";
import { assign } from "./assign.ts";
import { botAnswered, botGaveUp } from "./bot-answered.ts";
import { dropTurn } from "./bot-turns.ts";
import { checkIn } from "./check-in.ts";
import { closeConversation } from "./close-conversation.ts";
import { mayDecide } from "./colleagues.ts";
import { flagFromBot } from "./flagged.ts";
import { givenDestination, leaveNote } from "./given-away.ts";
import { appendIncoming } from "./incoming.ts";
import { openHandoff } from "./open-handoff.ts";
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
    if (agent.leftAt !== null) return refused("agent-left");
    if (agent.isTest !== draft.conversation.isTest) return refused("test-boundary");
    leaveBot(draft, control);
    takeControl(draft, agent, { reason: { code: "claimed" } }, context);
    return undefined;
  },

  "conversation-closed": (draft, control, event, context) => {
    leaveBot(draft, control);
    return closeConversation(draft, event, null, context);
  },

  "conversation-unassigned": (draft, control, event, context) => {
    if (!mayDecide(event.byAgentId, null, context)) return refused("not-allowed");
    const way = wayOf(null, context);
    const destination = event.destination ? givenDestination(event.destination, context) : way.destination;
    if ("stop" in destination) return destination.stop;
    leaveBot(draft, control);
    leaveNote(draft, event);
    const decision = { settingsVersion: context.policy.version, ruleId: null, facts: null };
    const actor =
      event.byAgentId === null ? ({ type: "system" } as const) : ({ type: "agent", agentId: event.byAgentId } as const);
    const cause = { reason: "assigned", evidence: [], decision } as const;
    openHandoff(draft, { cause, way: { ...way, destination }, actor }, context);
    return undefined;
  },

  "conversation-flagged": (draft, control, event, context) => {
    flagFromBot(draft, control, event, context);
    return undefined;
  },

  "timer-fired": (draft, control, event, context) => alertDeadline(draft, control, event, context),

  "check-in-due": checkIn,
  "survey-due": () => ignored("a new conversation has begun"),
  "conversation-assigned": assign,
  "conversation-snoozed": () => refused("not-in-control"),
  "request-made": () => refused("not-in-control"),
  "request-withdrawn": () => refused("request-ended"),
  "discussion-ended": () => ignored("nobody has it"),
  "owner-changed": () => ignored("nobody has it"),
  "wait-chosen": () => ignored("nobody is waited for"),
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
