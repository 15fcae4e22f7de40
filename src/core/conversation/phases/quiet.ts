import { hasRoom } from "../../people/agent.ts";
import { loadOn } from "../../people/load.ts";
import type { TransitionContext } from "../context.ts";
import { ignored, refused } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { EventOf, Stop } from "../handler.ts";
import type { HumanControl, Snooze } from "../state.ts";
import { pauseWatch, resumeWatch } from "./first-response.ts";
import { goneNow, ownerIsBack } from "./owner-changed.ts";
import { returnToQueue } from "./return-to-queue.ts";

/** What is put aside for longer is forgotten rather than put aside. */
export const longestSnoozeDays = 90;

/** Put aside until a time, or until the customer writes: it takes no room meanwhile. */
export function snooze(
  draft: Draft,
  control: HumanControl,
  { agentId, until }: EventOf<"conversation-snoozed">,
  context: TransitionContext,
): Stop | undefined {
  if (agentId !== control.agentId) return refused("not-in-control");
  if (until === null) return takeUpNow(draft, control, context);
  if (until <= draft.at) return refused("time-has-passed");
  if (until > draft.at + longestSnoozeDays * 86_400_000) return refused("too-far-ahead");
  if (control.snooze) draft.cancel(control.snooze.effectId);
  const aside = { until, effectId: planTimer(draft, "snooze-end", until), ...pauseWatch(draft, control) };
  setIdle(draft, { ...control, watch: null, snooze: aside }, context);
  return undefined;
}

/** Whoever put it aside is told of nothing: they do it themselves. */
function takeUpNow(draft: Draft, control: HumanControl, context: TransitionContext): Stop | undefined {
  if (!control.snooze) return ignored("it is not put aside");
  draft.cancel(control.snooze.effectId);
  endSnooze(draft, control, control.snooze, context);
  return undefined;
}

export function snoozeEnded(
  draft: Draft,
  control: HumanControl,
  { effectId }: EventOf<"timer-fired">,
  context: TransitionContext,
): Stop | undefined {
  if (control.snooze?.effectId !== effectId) return ignored("it was taken up again");
  const because = goneNow(draft, control, context, control.ownerGone?.because ?? null);
  // Where the customer looks on and waits for an answer, they would wait for nobody.
  if (because && context.channel.hasPresence && control.awaitsAnswer) {
    draft.note({ type: "snooze-ended", data: { agentId: control.agentId } });
    returnToQueue(draft, control, { because }, context);
    return undefined;
  }
  const targets = [{ type: "agent", id: control.agentId } as const];
  draft.notify({ kind: "snooze-ended", subjectId: draft.conversation.id, targets });
  endSnooze(draft, control, control.snooze, context);
  return undefined;
}

/** Without room it stays idle: it comes back to mind, not into the way. */
function endSnooze(draft: Draft, control: HumanControl, { watch }: Snooze, context: TransitionContext): void {
  draft.note({ type: "snooze-ended", data: { agentId: control.agentId } });
  const woken = resumeWatch(draft, { ...control, snooze: null }, watch, context);
  if (!canTakeUp(draft, control, context)) {
    draft.set({ control: woken });
    return;
  }
  setActive(draft, woken);
  watchSilence(draft, context);
}

/** A silent customer takes no room. Looked at now and then, not with every message. */
export function watchSilence(draft: Draft, { policy }: TransitionContext): void {
  const { control } = draft.conversation;
  const { idleMinutes } = policy.settings.people;
  if (control.phase !== "human" || control.idleEffectId !== null || idleMinutes === null) return;
  draft.set({ control: { ...control, idleEffectId: planTimer(draft, "idle", draft.at + idleMinutes * 60_000) } });
}

/**
 * It has changed hands. What was put aside, or silent, `before` stays so; anything else that has been answered may fall
 * silent without its new owner having to write.
 */
export function staySilent(draft: Draft, before: HumanControl | null, context: TransitionContext): void {
  const { control } = draft.conversation;
  if (control.phase !== "human") return;
  if (!before?.isIdle) {
    if (!control.awaitsAnswer) watchSilence(draft, context);
    return;
  }
  const until = before.snooze && Math.max(before.snooze.until, draft.at);
  const stage = before.snooze?.watch ? { watch: before.snooze.watch } : {};
  const kept = until === null ? null : { until, effectId: planTimer(draft, "snooze-end", until), ...stage };
  setIdle(draft, { ...control, snooze: kept }, context);
}

export function silenceLooked(
  draft: Draft,
  control: HumanControl,
  { effectId }: EventOf<"timer-fired">,
  context: TransitionContext,
): Stop | undefined {
  if (control.idleEffectId !== effectId) return ignored("not watched any more");
  const { idleMinutes } = context.policy.settings.people;
  const looked = { ...control, idleEffectId: null };
  if (idleMinutes === null || control.awaitsAnswer) {
    draft.set({ control: looked });
    return undefined;
  }
  const silentSince = Math.max(draft.conversation.lastCustomerAt, control.since);
  const due = silentSince + idleMinutes * 60_000;
  if (control.isIdle) draft.set({ control: looked });
  else if (due > draft.at) draft.set({ control: { ...looked, idleEffectId: planTimer(draft, "idle", due) } });
  else setIdle(draft, looked, context);
  return undefined;
}

/**
 * The customer writes again. It is taken up where there is room; otherwise others are asked, and the person who had it
 * gets it when they have room first: nobody is ever given more than they can take (I7).
 */
export function takeUpAgain(draft: Draft, given: HumanControl, context: TransitionContext): HumanControl | null {
  const because = given.ownerGone && goneNow(draft, given, context, given.ownerGone.because);
  if (because) {
    returnToQueue(draft, given, { because, actor: { type: "customer" } }, context);
    return null;
  }
  const control = given.ownerGone ? ownerIsBack(draft, given) : given;
  const awake = { ...control, snooze: null };
  if (control.snooze) draft.cancel(control.snooze.effectId);
  const watched = () => resumeWatch(draft, awake, control.snooze?.watch, context);
  if (!control.isIdle) return watched();
  if (canTakeUp(draft, control, context)) return setActive(draft, watched());
  const back = { because: "full", actor: { type: "customer" }, preferredAgentId: control.agentId } as const;
  returnToQueue(draft, awake, back, context);
  return null;
}

function canTakeUp(draft: Draft, { agentId }: HumanControl, { agents, channel, policy }: TransitionContext): boolean {
  const agent = agents[agentId];
  return agent !== undefined && hasRoom(agent, loadOn(channel, policy), draft.conversation.id);
}

function setActive(draft: Draft, control: HumanControl): HumanControl {
  const agent = draft.agent(control.agentId);
  if (agent) draft.hold(agent, "open");
  const active = { ...control, isIdle: false };
  draft.set({ control: active });
  return active;
}

function setIdle(draft: Draft, control: HumanControl, { agents }: TransitionContext): void {
  const agent = agents[control.agentId];
  if (agent) draft.hold(agent, "idle");
  draft.set({ control: { ...control, isIdle: true } });
  draft.note({ type: "conversation-idle", data: { agentId: control.agentId } });
}

function planTimer(draft: Draft, kind: "snooze-end" | "idle", dueAt: number): string {
  return draft.plan({ type: "timer", conversationId: draft.conversation.id, timer: { kind } }, { lane: null, dueAt });
}
