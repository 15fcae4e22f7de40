import type { TransitionContext } from "../context.ts";
import { ignored } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { EventOf, Stop } from "../handler.ts";
import type { HumanControl } from "../state.ts";
import { returnToQueue } from "./return-to-queue.ts";

/**
 * The person who has it went. Where the customer looks on, others are asked at once. Elsewhere, and where the customer
 * has gone silent, it stays theirs until the customer writes or a deadline comes: nobody is handed around for nothing.
 * Whoever comes back keeps it.
 */
export function ownerChanged(
  draft: Draft,
  control: HumanControl,
  { agentId, because }: EventOf<"owner-changed">,
  context: TransitionContext,
): Stop | undefined {
  if (agentId !== control.agentId) return ignored("somebody else has it");
  if (because === null) return ownerIsBack(draft, control);
  const isLive = context.channel.hasPresence && !control.isIdle;
  if (isLive || because === "left") {
    returnToQueue(draft, control, { because }, context);
    return undefined;
  }
  if (control.ownerGone) return ignored("known already");
  const hours = context.policy.settings.people.ownerGoneHours;
  const effectId = draft.plan(
    { type: "timer", conversationId: draft.conversation.id, timer: { kind: "owner-deadline" } },
    { lane: null, dueAt: draft.at + hours * 3_600_000 },
  );
  draft.set({ control: { ...control, ownerGone: { because, at: draft.at, effectId } } });
  draft.note({ type: "owner-gone", data: { agentId, because } });
  return undefined;
}

function ownerIsBack(draft: Draft, control: HumanControl): Stop | undefined {
  if (!control.ownerGone) return ignored("they were not gone");
  draft.cancel(control.ownerGone.effectId);
  draft.set({ control: { ...control, ownerGone: null } });
  draft.note({ type: "owner-back", data: { agentId: control.agentId } });
  return undefined;
}

/** Waited for long enough. What has been answered can wait for them for ever. */
export function ownerDeadline(
  draft: Draft,
  control: HumanControl,
  { effectId }: EventOf<"timer-fired">,
  context: TransitionContext,
): Stop | undefined {
  const { ownerGone } = control;
  if (ownerGone?.effectId !== effectId) return ignored("the owner is back");
  if (control.awaitsAnswer) {
    returnToQueue(draft, control, { because: ownerGone.because }, context);
    return undefined;
  }
  const hours = context.policy.settings.people.ownerGoneHours;
  const next = draft.plan(
    { type: "timer", conversationId: draft.conversation.id, timer: { kind: "owner-deadline" } },
    { lane: null, dueAt: draft.at + hours * 3_600_000 },
  );
  draft.set({ control: { ...control, ownerGone: { ...ownerGone, effectId: next } } });
  return undefined;
}
