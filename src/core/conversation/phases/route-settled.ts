import { askable } from "../../requests/ask.ts";
import type { RoutingDecision } from "../../routing/decision.ts";
import { mostHops, type OverflowAction } from "../../routing/queue.ts";
import type { TransitionContext } from "../context.ts";
import { ignored } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { EventOf, Stop } from "../handler.ts";
import { higher } from "../higher.ts";
import type { Handoff, QueueControl } from "../state.ts";
import { resolve } from "../way.ts";
import { foundNobody, writeDecision } from "./found-nobody.ts";
import { offersCall, promiseInstead } from "./instead-of-waiting.ts";
import { leaveQueue } from "./leave-queue.ts";
import { moveToQueue } from "./move-to-queue.ts";
import { mayBeGiven, openAsk } from "./requests.ts";
import { searchAgain } from "./search-again.ts";
import { takeControl } from "./take-control.ts";
import { waysToWait } from "./wait-chosen.ts";

/** Routing has looked. What it found is written down, whatever it was (I12); what it read may have changed since (I7). */
export function routeSettled(
  draft: Draft,
  before: QueueControl,
  { handoffId, decision, look = 1 }: EventOf<"route-settled">,
  context: TransitionContext,
): Stop | undefined {
  if (handoffId !== before.handoff.id) return ignored("an older handoff");
  if (before.handoff.ask && !isTheirs(before.handoff, decision)) return ignored("somebody is being asked");
  const control = hurried(draft, before, decision);
  const { handoff } = control;
  const { outcome } = decision;
  switch (outcome.type) {
    case "nobody":
      foundNobody(draft, control, decision);
      return undefined;
    case "overflow":
      writeDecision(draft, handoff, decision);
      overflowAfter(draft, control, outcome.action, context);
      return undefined;
    case "give":
      return give(draft, control, { agentId: outcome.agentId, decision, look }, context);
    case "ask":
      return ask(draft, control, { agentIds: outcome.agentIds, decision, look }, context);
  }
}

/** One customer, one person: a ring for somebody else ends with it, and only with it. Who has declined has declined (I6). */
function isTheirs({ declinedBy }: Handoff, { outcome, by }: RoutingDecision): boolean {
  return outcome.type === "give" && by === "same-customer" && !declinedBy.includes(outcome.agentId);
}

/** A step of the queue may say that it is more urgent by now. */
function hurried(draft: Draft, control: QueueControl, { priority: least }: RoutingDecision): QueueControl {
  const { handoff } = control;
  const priority = higher(handoff.priority, least ?? handoff.priority);
  if (priority === handoff.priority) return control;
  draft.note({ type: "handoff-priority-changed", data: { handoffId: handoff.id, priority } });
  const next = { ...control, handoff: { ...handoff, priority } };
  draft.set({ control: next });
  return next;
}

interface Found {
  readonly decision: RoutingDecision;
  readonly look: number;
}

function give(
  draft: Draft,
  control: QueueControl,
  { agentId, decision, look }: Found & { readonly agentId: string },
  context: TransitionContext,
): Stop | undefined {
  const agent = context.agents[agentId];
  if (!agent || !mayBeGiven(agent, draft, control.handoff, context)) {
    if (control.handoff.ask) return ignored("somebody is being asked");
    searchAgain(draft, control, decision, look);
    return undefined;
  }
  writeDecision(draft, control.handoff, decision);
  leaveQueue(draft, control, context);
  const code = control.handoff.reason === "reopened" ? "reopened" : "assigned";
  takeControl(draft, agent, { reason: { code }, actor: { type: "system" } }, context);
  return undefined;
}

function ask(
  draft: Draft,
  control: QueueControl,
  { agentIds, decision, look }: Found & { readonly agentIds: readonly string[] },
  context: TransitionContext,
): undefined {
  const { handoff } = control;
  const known = agentIds.flatMap((id) => context.agents[id] ?? []);
  const able = known.filter((agent) => mayBeGiven(agent, draft, handoff, context));
  if (able.length === 0) {
    searchAgain(draft, control, decision, look);
    return;
  }
  const agents = askable(able, handoff.declinedBy);
  if (agents.length === 0) {
    foundNobody(draft, control, { ...decision, outcome: { type: "nobody" } });
    return;
  }
  const decisionSeq = writeDecision(draft, handoff, decision);
  const opened = openAsk(draft, {
    kind: "offer",
    agents,
    requestedBy: { type: "routing" },
    expiresAt: draft.at + ringMs(handoff, context),
    decisionSeq,
    noteSeq: null,
  });
  const course = { ...handoff.course, asked: handoff.course.asked + agents.length };
  draft.set({ control: { ...control, handoff: { ...handoff, ask: opened, nobody: null, course } } });
}

function ringMs({ destination }: Handoff, { policy, settings }: TransitionContext): number {
  const queue = destination.type === "queue" ? policy.settings.queues[destination.id] : undefined;
  const seconds = queue?.requestSeconds ?? policy.settings.people.requestSeconds.offer;
  return settings.requestTimeoutMs ?? seconds * 1_000;
}

/**
 * It has waited too long here. Of another queue nobody has to be told: it is one wait for the customer. What comes instead
 * of the wait is theirs to choose where they can.
 */
function overflowAfter(draft: Draft, control: QueueControl, action: OverflowAction, context: TransitionContext): void {
  const { handoff } = control;
  if (action.type === "queue") {
    if (handoff.queues.length > mostHops || handoff.queues.includes(action.id)) return;
    moveToQueue(draft, control, resolve(action, context.policy), context);
    return;
  }
  if (handoff.waits !== "here") return;
  if (action.type === "bot") {
    if (context.settings.botId === null || control.assist) return;
    draft.set({ control: { ...control, assist: { pendingTurn: null }, handoff: { ...handoff, waits: "later" } } });
    return;
  }
  if (offersCall(action, context)) {
    if (handoff.offeredCall !== undefined) return;
    draft.say("callback.offer", { choices: waysToWait(draft.conversation, context) });
    draft.set({ control: { ...control, handoff: { ...handoff, offeredCall: action.template, toldAt: draft.at } } });
    return;
  }
  promiseInstead(draft, handoff, action, context);
  draft.set({ control: { ...control, handoff: { ...handoff, waits: "later", toldAt: draft.at } } });
}
