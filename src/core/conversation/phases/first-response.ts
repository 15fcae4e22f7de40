import type { TransitionContext } from "../context.ts";
import { ignored } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { EventOf, Stop } from "../handler.ts";
import type { HumanControl, Snooze, WatchStage } from "../state.ts";
import { returnToQueue } from "./return-to-queue.ts";

/**
 * Somebody took it: now they have to answer. Where the customer looks on, they are told once that it takes longer, and
 * when nothing comes even then, others are asked and the team's head hears of it.
 */
export function startWatch(draft: Draft, context: TransitionContext): void {
  const { control } = draft.conversation;
  const { holdMinutes, reassignMinutes } = context.policy.settings.people.firstResponse;
  if (control.phase !== "human" || !control.awaitsAnswer || !context.channel.hasPresence) return;
  const stage = holdMinutes !== null ? "hold" : "reassign";
  const minutes = holdMinutes ?? reassignMinutes;
  if (minutes === null) return;
  draft.set({ control: { ...control, watch: { stage, effectId: planWatch(draft, minutes) } } });
}

function planWatch(draft: Draft, minutes: number): string {
  return draft.plan(
    { type: "timer", conversationId: draft.conversation.id, timer: { kind: "first-response" } },
    { lane: null, dueAt: draft.at + minutes * 60_000 },
  );
}

/** Put aside, it is not waited for: nobody is told that it takes longer, and nobody else is asked. */
export function pauseWatch(draft: Draft, { watch, snooze }: HumanControl): Pick<Snooze, "watch"> {
  if (watch) draft.cancel(watch.effectId);
  const stage = watch?.stage ?? snooze?.watch;
  return stage ? { watch: stage } : {};
}

/** Taken up again, and still without an answer. */
export function resumeWatch(
  draft: Draft,
  control: HumanControl,
  stage: WatchStage | undefined,
  context: TransitionContext,
): HumanControl {
  const { holdMinutes, reassignMinutes } = context.policy.settings.people.firstResponse;
  const left = reassignMinutes && Math.max(1, reassignMinutes - (holdMinutes ?? 0));
  const minutes = stage === "hold" ? (holdMinutes ?? reassignMinutes) : left;
  if (!stage || !control.awaitsAnswer || minutes === null) return control;
  return { ...control, watch: { stage, effectId: planWatch(draft, minutes) } };
}

export function watchFired(
  draft: Draft,
  control: HumanControl,
  { effectId }: EventOf<"timer-fired">,
  context: TransitionContext,
): Stop | undefined {
  const { watch } = control;
  if (watch?.effectId !== effectId) return ignored("a watch that is over");
  if (control.snooze) {
    // Of before a watch was paused.
    draft.set({ control: { ...control, watch: null, snooze: { ...control.snooze, watch: watch.stage } } });
    return undefined;
  }
  const { holdMinutes, reassignMinutes } = context.policy.settings.people.firstResponse;
  // A watch runs on with what the settings say when it comes to its turn: a text once, others asked once.
  const isOver = watch.stage === "reassign";
  if (!isOver) sayHold(draft, control, context);
  if (reassignMinutes === null) draft.set({ control: { ...control, watch: null } });
  else if (isOver) returnToQueue(draft, { ...control, watch: null }, { because: "no-answer" }, context);
  else {
    const minutes = Math.max(1, reassignMinutes - (holdMinutes ?? 0));
    draft.set({ control: { ...control, watch: { stage: "reassign", effectId: planWatch(draft, minutes) } } });
  }
  return undefined;
}

function sayHold(draft: Draft, { agentId }: HumanControl, { agents }: TransitionContext): void {
  draft.say("human.hold", { variables: { agent_name: agents[agentId]?.name ?? "" } });
}
