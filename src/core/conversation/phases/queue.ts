import { findAsked } from "../../requests/ask.ts";
import { isAmong } from "../../routing/scope.ts";
import type { TransitionContext } from "../context.ts";
import { ignored, refused } from "../decision.ts";
import { type Draft, joined } from "../draft.ts";
import { withUsage } from "../engagement.ts";
import type { EventOf, Handlers } from "../handler.ts";
import type { QueueControl } from "../state.ts";
import { waitChoiceIn } from "../wait-choice.ts";
import { anywhere } from "./anywhere.ts";
import { askedGone } from "./asked-gone.ts";
import { assign } from "./assign.ts";
import { nextTurn, oweTurn } from "./bot-turns.ts";
import { closeConversation } from "./close-conversation.ts";
import { mayDecide } from "./colleagues.ts";
import { flagFromQueue } from "./flagged.ts";
import { givenDestination, leaveNote } from "./given-away.ts";
import { hearWaiting } from "./hear-waiting.ts";
import { appendIncoming } from "./incoming.ts";
import { introduction } from "./introduction.ts";
import { leaveQueue } from "./leave-queue.ts";
import { moveToQueue } from "./move-to-queue.ts";
import { promiseTasks } from "./promise-tasks.ts";
import { endOffer, endOffers } from "./queue-asks.ts";
import { routeSettled } from "./route-settled.ts";
import { planRoute } from "./search-on.ts";
import { takeControl } from "./take-control.ts";
import { chooseWait, waitChosen } from "./wait-chosen.ts";
import { answerWaiting, wakeUp } from "./wake-up.ts";

/** The customer waits for a person. The bot is silent, unless it assists under this very epoch. */
export const queuePhase: Handlers<QueueControl> = {
  ...anywhere,

  "message-received": (draft, control, event, context) => {
    const incoming = appendIncoming(draft, event);
    const choice = waitChoiceIn(event.content, control);
    if (choice) {
      chooseWait(draft, control, choice, context);
      return undefined;
    }
    const heard = hearWaiting(draft, control, incoming, context);
    if (heard?.assist) {
      const pendingTurn = oweTurn(draft, heard.assist.pendingTurn, context.settings);
      draft.set({ control: { ...heard, assist: { pendingTurn } } });
    } else if (heard) {
      answerWaiting(draft, heard, incoming, context);
    }
    return undefined;
  },

  "bot-replied": (draft, control, event, context) => {
    if (!control.assist || control.assist.pendingTurn?.effectId !== event.effectId) {
      return ignored("an answer to a turn that is over");
    }
    draft.set(withUsage(draft.conversation, event.usage));
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
    draft.set({ ...withUsage(draft.conversation, event.usage), control: { ...control, assist: null } });
    return undefined;
  },

  "request-accepted": (draft, control, event, context) => {
    const found = askedIn(draft, control, event.requestId);
    if (!found) return refused("request-ended");
    if (found !== event.agentId) return refused("not-your-request");
    const agent = context.agents[event.agentId];
    if (!agent) return refused("unknown-agent");
    if (agent.leftAt !== null) return refused("agent-left");
    leaveQueue(draft, control, context, { acceptedBy: event.agentId });
    takeControl(draft, agent, { reason: { code: "accepted" } }, context);
    return undefined;
  },

  "request-rejected": (draft, control, event, context) => {
    const found = askedIn(draft, control, event.requestId);
    if (!found) return refused("request-ended");
    if (found !== event.agentId) return refused("not-your-request");
    const left = endOffer(draft, control, found, { status: "rejected", reason: event.reason }, context);
    searchOn(draft, left, "request-rejected", context);
    return undefined;
  },

  "request-withdrawn": (draft, control, event, context) => {
    const found = askedIn(draft, control, event.requestId);
    if (!found) return refused("request-ended");
    if (!mayDecide(event.agentId, null, context)) return refused("not-allowed");
    const left = endOffer(draft, control, found, { status: "withdrawn", reason: event.reason }, context);
    if (!left.handoff.ask) planRoute(draft, left.handoff.id);
    return undefined;
  },

  "conversation-claimed": (draft, control, event, context) => {
    const agent = context.agents[event.agentId];
    if (!agent) return refused("unknown-agent");
    if (agent.leftAt !== null) return refused("agent-left");
    if (agent.isTest !== draft.conversation.isTest) return refused("test-boundary");
    const wasAsked = control.handoff.ask?.pending.some(({ agentId }) => agentId === event.agentId) ?? false;
    leaveQueue(draft, control, context, { acceptedBy: wasAsked ? event.agentId : null });
    takeControl(draft, agent, { reason: { code: wasAsked ? "accepted" : "claimed" } }, context);
    return undefined;
  },

  "handoff-woken": (draft, control, event) => {
    const isAgain = mayAskAgain(draft, control, event);
    if (control.handoff.ask) return isAgain ? undefined : ignored("somebody is being asked");
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
    if (timer.kind !== "request-expiry" || control.handoff.ask?.id !== timer.askId) {
      return ignored("the request has ended");
    }
    const left = endOffers(draft, control, { status: "timed-out", reason: null }, context);
    searchOn(draft, left, "request-expired", context);
    return undefined;
  },

  // Another language or another plan may mean other people (I7).
  "details-changed": (draft, control, event) => {
    const stop = anywhere["details-changed"](draft, control, event);
    if (!stop && !control.handoff.ask) planRoute(draft, control.handoff.id);
    return stop;
  },

  "language-set": (draft, control, event) => {
    const stop = anywhere["language-set"](draft, control, event);
    if (!stop && !control.handoff.ask) planRoute(draft, control.handoff.id);
    return stop;
  },

  "conversation-flagged": (draft, control, event, context) => {
    flagFromQueue(draft, control, event, context);
    return undefined;
  },

  "conversation-closed": (draft, control, event, context) => {
    if (!mayEndWait(control, event.agentId, context)) return refused("not-allowed");
    const { handoff } = leaveQueue(draft, control, context);
    return closeConversation(draft, event, handoff, context);
  },

  "conversation-unassigned": (draft, control, event, context) => {
    if (event.destination === null) return ignored("it waits already");
    if (!mayDecide(event.byAgentId, null, context)) return refused("not-allowed");
    const destination = givenDestination(event.destination, context);
    if ("stop" in destination) return destination.stop;
    leaveNote(draft, event);
    moveToQueue(draft, control, destination, context, event.byAgentId);
    return undefined;
  },

  "check-in-due": () => ignored("the customer waits for a person"),
  "survey-due": () => ignored("the customer waits for a person"),
  "route-settled": routeSettled,
  "conversation-assigned": assign,
  "wait-chosen": waitChosen,
  "agent-replied": () => refused("not-in-control"),
  "conversation-handed-back": () => refused("not-in-control"),
  "conversation-snoozed": () => refused("not-in-control"),
  "request-made": () => refused("not-in-control"),
  "discussion-ended": () => ignored("nobody has it"),
  "owner-changed": askedGone,
};

function askedIn(draft: Draft, { handoff }: QueueControl, requestId: string): string | null {
  const asks = handoff.ask ? [handoff.ask] : [];
  return findAsked(asks, draft.conversation.id, requestId)?.asked.agentId ?? null;
}

/** Whoever would get it, whoever is asked, and whoever decides for all; nobody ends what waits for others. */
function mayEndWait({ handoff }: QueueControl, agentId: string | null, context: TransitionContext): boolean {
  if (agentId === null || mayDecide(agentId, null, context)) return true;
  const agent = context.agents[agentId];
  const isAsked = handoff.ask?.pending.some((asked) => asked.agentId === agentId) ?? false;
  return agent !== undefined && agent.leftAt === null && (isAsked || isAmong(agent, handoff.destination));
}

/** They have not declined it: it was taken from them, and they are back. */
function mayAskAgain(draft: Draft, control: QueueControl, { again }: EventOf<"handoff-woken">): boolean {
  const { handoff } = control;
  if (again?.handoffId !== handoff.id || !handoff.declinedBy.includes(again.agentId)) return false;
  const declinedBy = handoff.declinedBy.filter((id) => id !== again.agentId);
  draft.set({ control: { ...control, handoff: { ...handoff, declinedBy } } });
  return true;
}

/** Those who are left may still accept; when nobody is, others are asked, and what was promised is written down. */
function searchOn(
  draft: Draft,
  { handoff }: QueueControl,
  moment: "request-rejected" | "request-expired",
  context: TransitionContext,
): void {
  promiseTasks(draft, handoff, moment, context);
  if (!handoff.ask) planRoute(draft, handoff.id);
}
