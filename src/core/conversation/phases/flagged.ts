import { decide } from "../../detection/decide.ts";
import type { Signal } from "../../detection/signal.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { EventOf } from "../handler.ts";
import { higher } from "../higher.ts";
import type { BotControl, HumanControl, QueueControl } from "../state.ts";
import { handOver, handOverFromPerson } from "./hand-over.ts";

type Flagged = EventOf<"conversation-flagged">;

/** A workflow outside says "complex" or "urgent"; the rules say what that means. */
export function flagFromBot(draft: Draft, control: BotControl, event: Flagged, context: TransitionContext): void {
  const verdict = verdictOn(draft, event, context);
  if (verdict.action !== "handoff") {
    writeDown(draft, event);
    return;
  }
  handOver(draft, control, { verdict, actor: { type: "system" }, canStay: true, note: event.reason }, context);
}

export function flagFromPerson(draft: Draft, control: HumanControl, event: Flagged, context: TransitionContext): void {
  writeDown(draft, event);
  const verdict = verdictOn(draft, event, context);
  // A person has it already; only a rule that says where to moves it.
  if (verdict.action !== "handoff" || !verdict.outcome) return;
  handOverFromPerson(draft, control, { verdict, actor: { type: "system" }, canStay: true, note: null }, context);
}

/** A person is on the way: they may have to hurry. */
export function flagFromQueue(draft: Draft, control: QueueControl, event: Flagged, context: TransitionContext): void {
  writeDown(draft, event);
  const { outcome } = verdictOn(draft, event, context);
  const priority = higher(control.handoff.priority, outcome?.priority ?? "normal");
  if (priority !== control.handoff.priority) {
    draft.set({ control: { ...control, handoff: { ...control.handoff, priority } } });
    draft.note({ type: "handoff-priority-changed", data: { handoffId: control.handoff.id, priority } });
  }
}

function verdictOn(draft: Draft, event: Flagged, context: TransitionContext) {
  const signals: readonly Signal[] = [{ id: "flag", detail: event.flag, start: 0, end: 0 }];
  return decide({ conversation: draft.conversation, at: draft.at, signals, messageSeq: null }, context);
}

function writeDown(draft: Draft, { reason }: Flagged): void {
  if (reason !== null) draft.append({ type: "note", agentId: null }, { type: "text", text: reason });
}
