import type { RoutingDecision } from "../../routing/decision.ts";
import type { Draft } from "../draft.ts";
import type { RoutingRecord } from "../record.ts";
import type { Handoff, QueueControl } from "../state.ts";

/** Finding nobody again and again is one record, which says how often and when last. */
export function foundNobody(draft: Draft, control: QueueControl, decision: RoutingDecision): void {
  const { handoff } = control;
  const before = handoff.nobody;
  draft.note({ type: "nobody-available", data: { handoffId: handoff.id } });
  if (before === null) {
    const nobody = { seq: writeDecision(draft, handoff, decision), at: draft.at, attempts: 1 };
    draft.set({ control: { ...control, handoff: { ...handoff, nobody } } });
    return;
  }
  const attempts = before.attempts + 1;
  const { id: conversationId, epoch } = draft.conversation;
  const record: RoutingRecord = {
    ...recordOf(handoff, decision),
    ...{ schemaVersion: 1, conversationId, epoch, seq: before.seq, at: before.at, lastAt: draft.at, attempts },
  };
  draft.rewriteRecord(record);
  draft.set({ control: { ...control, handoff: { ...handoff, nobody: { ...before, attempts } } } });
}

/** @returns the seq of its record. */
export function writeDecision(draft: Draft, handoff: Handoff, decision: RoutingDecision): number {
  return draft.record({ ...recordOf(handoff, decision), lastAt: draft.at, attempts: 1 });
}

function recordOf({ id: handoffId, destination }: Handoff, decision: RoutingDecision) {
  return { type: "routing", actor: { type: "system" }, handoffId, destination, ...decision } as const;
}
