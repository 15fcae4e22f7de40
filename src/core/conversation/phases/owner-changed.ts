import { goneReason } from "../../people/gone.ts";
import type { TransitionContext } from "../context.ts";
import { ignored } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { EventOf, Stop } from "../handler.ts";
import { ownerDeadlineAt } from "../owner-deadline.ts";
import type { GoneReason, HumanControl } from "../state.ts";
import { returnToQueue } from "./return-to-queue.ts";

/**
 * Whether the person who has it is there. What their document says counts, not what the event says: events come late,
 * twice and in another order than they were meant, and the document is read with every one of them (I8).
 */
export function ownerChanged(
  draft: Draft,
  control: HumanControl,
  { agentId, because: told }: EventOf<"owner-changed">,
  context: TransitionContext,
): Stop | undefined {
  if (agentId !== control.agentId) return ignored("somebody else has it");
  const because = goneNow(draft, control, context, told);
  if (because !== null) return ownerIsGone(draft, control, because, context);
  if (!control.ownerGone) return ignored("they are there");
  ownerIsBack(draft, control);
  return undefined;
}

/** `otherwise`: of somebody whose document is gone. */
export function goneNow(
  draft: Draft,
  { agentId }: HumanControl,
  { agents, policy }: TransitionContext,
  otherwise: GoneReason | null,
): GoneReason | null {
  const agent = agents[agentId];
  return agent ? goneReason(agent, policy.settings, draft.at) : otherwise;
}

/**
 * Where the customer looks on, others are asked at once. Elsewhere, and where the customer has gone silent, it stays
 * theirs until the customer writes or a deadline comes: nobody is handed around for nothing.
 */
function ownerIsGone(
  draft: Draft,
  control: HumanControl,
  because: GoneReason,
  context: TransitionContext,
): Stop | undefined {
  const isLive = context.channel.hasPresence && !control.isIdle;
  if (isLive || because === "left") {
    returnToQueue(draft, control, { because }, context);
    return undefined;
  }
  if (control.ownerGone) return ignored("known already");
  const effectId = planDeadline(draft, context);
  draft.set({ control: { ...control, ownerGone: { because, at: draft.at, effectId } } });
  draft.note({ type: "owner-gone", data: { agentId: control.agentId, because } });
  return undefined;
}

/** Whoever comes back keeps it. */
export function ownerIsBack(draft: Draft, control: HumanControl): HumanControl {
  if (control.ownerGone) draft.cancel(control.ownerGone.effectId);
  const kept = { ...control, ownerGone: null };
  draft.set({ control: kept });
  draft.note({ type: "owner-back", data: { agentId: control.agentId } });
  return kept;
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
  const because = goneNow(draft, control, context, ownerGone.because);
  if (because === null) {
    ownerIsBack(draft, control);
    return undefined;
  }
  if (control.awaitsAnswer) {
    returnToQueue(draft, control, { because }, context);
    return undefined;
  }
  draft.set({ control: { ...control, ownerGone: { ...ownerGone, effectId: planDeadline(draft, context) } } });
  return undefined;
}

function planDeadline(draft: Draft, context: TransitionContext): string {
  return draft.plan(
    { type: "timer", conversationId: draft.conversation.id, timer: { kind: "owner-deadline" } },
    { lane: null, dueAt: ownerDeadlineAt(draft.conversation, context, draft.at) },
  );
}
