import { isCourtesy } from "../../detection/courtesy.ts";
import { isAmong, isOverAll } from "../../routing/scope.ts";
import { answered } from "../course.ts";
import { ignored, refused } from "../decision.ts";
import { afterHandBack, newBotControl } from "../engagement.ts";
import type { Handlers } from "../handler.ts";
import { textOf } from "../message.ts";
import type { HumanControl } from "../state.ts";
import { anywhere } from "./anywhere.ts";
import { assign } from "./assign.ts";
import { oweTurn } from "./bot-turns.ts";
import { closeConversation } from "./close-conversation.ts";
import {
  askColleague,
  colleagueAccepted,
  colleagueRejected,
  colleagueWithdrawn,
  endDiscussion,
} from "./colleague-asks.ts";
import { mayDecide } from "./colleagues.ts";
import { flagFromPerson } from "./flagged.ts";
import { givenDestination, leaveNote } from "./given-away.ts";
import { humanTimer } from "./human-timers.ts";
import { appendIncoming } from "./incoming.ts";
import { ownerChanged } from "./owner-changed.ts";
import { snooze, takeUpAgain, watchSilence } from "./quiet.ts";
import { endPersonal, returnToQueue } from "./return-to-queue.ts";
import { takeControl } from "./take-control.ts";

/** A person speaks, and is never talked over (I3). */
export const humanPhase: Handlers<HumanControl> = {
  ...anywhere,

  "message-received": (draft, before, event, context) => {
    const text = textOf(appendIncoming(draft, event).message.content);
    if (text !== null && isCourtesy(text)) return undefined;
    const control = takeUpAgain(draft, { ...before, awaitsAnswer: true }, context);
    if (control) draft.set({ control });
    return undefined;
  },

  "agent-replied": (draft, control, event, context) => {
    if (event.agentId !== control.agentId) return refused("not-in-control");
    draft.send({ type: "agent", agentId: event.agentId }, { type: "text", text: event.text });
    if (control.watch) draft.cancel(control.watch.effectId);
    const handoff = answered(control.handoff, event.agentId, draft.at);
    const { snooze } = control;
    const aside = snooze && { until: snooze.until, effectId: snooze.effectId };
    draft.set({ control: { ...control, handoff, watch: null, snooze: aside, awaitsAnswer: false } });
    if (handoff) draft.set({ engagement: { ...draft.conversation.engagement, isAnswered: true } });
    watchSilence(draft, context);
    return undefined;
  },

  "conversation-claimed": (draft, control, event, context) => {
    if (event.agentId === control.agentId) return ignored("already theirs");
    const { alert } = control;
    if (!alert) return refused("already-taken");
    const agent = context.agents[event.agentId];
    if (!agent) return refused("unknown-agent");
    if (agent.leftAt !== null) return refused("agent-left");
    if (agent.isTest !== draft.conversation.isTest) return refused("test-boundary");
    if (!isAmong(agent, alert.destination) && !isOverAll(agent)) return refused("not-alerted");
    endPersonal(draft, control, context);
    draft.release(context.agents[control.agentId]);
    takeControl(draft, agent, { reason: { code: "claimed" } }, context);
    return undefined;
  },

  "conversation-handed-back": (draft, control, event, context) => {
    if (event.agentId !== control.agentId) return refused("not-in-control");
    if (context.settings.botId === null) return refused("no-bot");
    const actor = { type: "agent", agentId: event.agentId } as const;
    const note = { type: "note", agentId: event.agentId } as const;
    const noteSeq = event.note === null ? null : draft.append(note, { type: "text", text: event.note }).seq;
    endPersonal(draft, control, context);
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
    endPersonal(draft, control, context);
    draft.release(context.agents[control.agentId]);
    return closeConversation(draft, event, control.handoff, context);
  },

  "conversation-unassigned": (draft, control, event, context) => {
    if (!mayDecide(event.byAgentId, control.agentId, context)) return refused("not-allowed");
    const given = event.destination && givenDestination(event.destination, context);
    if (given && "stop" in given) return given.stop;
    leaveNote(draft, event);
    const destination = given ? { destination: given } : {};
    const actor =
      event.byAgentId === null ? ({ type: "system" } as const) : ({ type: "agent", agentId: event.byAgentId } as const);
    const isSilent = event.tellsCustomer === false;
    returnToQueue(draft, control, { because: "given-back", actor, isSilent, ...destination }, context);
    return undefined;
  },

  "conversation-flagged": (draft, control, event, context) => {
    flagFromPerson(draft, control, event, context);
    return undefined;
  },

  "check-in-due": () => ignored("a person is in control"),
  "survey-due": () => ignored("a person is in control"),
  "conversation-assigned": assign,
  "conversation-snoozed": snooze,
  "owner-changed": ownerChanged,
  "request-made": askColleague,
  "request-accepted": colleagueAccepted,
  "request-rejected": colleagueRejected,
  "request-withdrawn": colleagueWithdrawn,
  "discussion-ended": endDiscussion,
  "timer-fired": humanTimer,
  "wait-chosen": () => ignored("a person has it"),
  "bot-replied": () => ignored("a person is in control"),
  "bot-failed": () => ignored("a person is in control"),
  "route-settled": () => ignored("a person is in control"),
  "handoff-woken": () => ignored("a person is in control"),
};
