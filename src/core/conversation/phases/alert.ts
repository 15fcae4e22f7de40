import type { HandoffOutcome } from "../../rules/rule.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Alert, HandoffCause } from "../state.ts";
import { resolve, whereTo } from "../way.ts";

/**
 * Keep the owner and alert others: control and epoch stay, the alerted may claim, and a stored deadline sees to it that
 * somebody gets it when nobody does (I5). One at a time: a second cause while others are being asked changes nothing.
 */
export function openAlert(
  draft: Draft,
  open: Alert | null,
  cause: HandoffCause,
  outcome: HandoffOutcome,
  context: TransitionContext,
): Alert {
  if (open) return open;
  const { policy } = context;
  const { id: conversationId, revision } = draft.conversation;
  const alertId = `${conversationId}.a${revision}`;
  const alerted = whereTo(outcome.destination, context);
  const destination = resolve(alerted, policy);
  const minutes = outcome.fallback?.afterMinutes ?? policy.settings.handoff.alertMinutes;
  const deadlineAt = draft.at + minutes * 60_000;
  const deadlineEffectId = draft.plan(
    { type: "timer", conversationId, timer: { kind: "alert-deadline", alertId } },
    { lane: null, dueAt: deadlineAt },
  );
  const targets = [alerted, ...outcome.notify];
  const { priority, tasks } = outcome;
  draft.notify({ kind: "conversation-alerted", subjectId: alertId, targets, reason: cause.reason, priority });
  draft.say("handoff.alerted", { about: { cause, destination } });
  draft.note({ type: "conversation-alerted", data: { alertId, reason: cause.reason } });
  const fallback = resolve(
    outcome.fallback ? whereTo(outcome.fallback.destination, context) : policy.settings.handoff.destination,
    policy,
  );
  const becomes = { priority, tasks };
  return { id: alertId, at: draft.at, cause, destination, fallback, becomes, deadlineAt, deadlineEffectId };
}

/** Control moves on, so nobody need be alerted any more. */
export function endAlert(draft: Draft, alert: Alert | null): void {
  if (alert) draft.cancel(alert.deadlineEffectId);
}
