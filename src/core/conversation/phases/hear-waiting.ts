import { decide, type Verdict } from "../../detection/decide.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Handoff, HandoffCause, QueueControl } from "../state.ts";
import type { Way } from "../way.ts";
import { listen } from "./hear.ts";
import type { Incoming } from "./incoming.ts";
import { isSame, moveToQueue } from "./move-to-queue.ts";
import { openingMoment, tellOpening } from "./open-handoff.ts";
import { promiseTask } from "./promise-tasks.ts";
import { planRoute } from "./search-on.ts";
import { isNewRisk, wayOn, weighsMore } from "./weighs-more.ts";

/**
 * Whoever waits is heard like anybody else: a risk nobody knew of, or a rule that makes it more urgent, goes its way at
 * once. It is the same handoff and keeps its age. The assisting bot does not answer that.
 * @returns how it waits on; `null`: the customer has their answer.
 */
export function hearWaiting(
  draft: Draft,
  control: QueueControl,
  incoming: Incoming,
  context: TransitionContext,
): QueueControl | null {
  const signals = listen(draft, incoming, context);
  if (signals.length === 0) return control;
  const { seq } = incoming.message;
  const verdict = decide({ conversation: draft.conversation, at: draft.at, signals, messageSeq: seq }, context);
  const { handoff } = control;
  if (!weighsMore(verdict, handoff)) return control;
  const way = wayOn(verdict, handoff, context);
  hurry(draft, silenced(draft, control, verdict), { way, cause: verdict.cause }, context);
  const { conversation } = draft;
  if (conversation.control.phase !== "queue") return null;
  if (conversation.lastSeq === seq) {
    if (!isNews(handoff, conversation.control.handoff, context, draft.at)) return conversation.control;
    tellOpening(draft, conversation.control.handoff, context);
  }
  draft.set({ control: { ...conversation.control, handoff: { ...conversation.control.handoff, toldAt: draft.at } } });
  return null;
}

/** What it was about to say was meant for what was said before. */
function silenced(draft: Draft, control: QueueControl, { outcome }: Verdict): QueueControl {
  if (control.assist?.pendingTurn) draft.cancel(control.assist.pendingTurn.effectId);
  const helps = control.assist !== null && outcome?.assistsWhileWaiting !== false;
  return { ...control, assist: helps ? { pendingTurn: null } : null };
}

/** Somebody who has just spoken of a danger is answered; otherwise only what they have not been told yet is said. */
function isNews(before: Handoff, now: Handoff, context: TransitionContext, at: number): boolean {
  if (isNewRisk(now.reason, before.reason) || !isSame(now.destination, before.destination)) return true;
  return openingMoment(now, context, at) !== openingMoment(before, context, at);
}

/** Under the cause that now weighs most, so that whoever comes reads that first (I12). */
function hurry(
  draft: Draft,
  control: QueueControl,
  { way, cause }: { readonly way: Way; readonly cause: HandoffCause },
  context: TransitionContext,
): void {
  const { handoff } = control;
  const { destination, priority, notify } = way;
  const moves = !isSame(destination, handoff.destination);
  const tasks = way.tasks.filter((id) => !handoff.tasks.includes(id));
  const preferredAgentId = way.directAgentId ?? (moves ? null : handoff.preferredAgentId);
  const raised = { ...handoff, ...cause, priority, preferredAgentId, tasks: [...handoff.tasks, ...tasks] };
  const next = { ...control, handoff: raised };
  draft.set({ control: next });
  if (priority !== handoff.priority) {
    draft.note({ type: "handoff-priority-changed", data: { handoffId: handoff.id, priority } });
  }
  if (moves) moveToQueue(draft, next, destination, context);
  else if (!handoff.ask) planRoute(draft, handoff.id);
  draft.notify({ kind: "handoff-opened", subjectId: handoff.id, targets: moves ? notify : [destination, ...notify] });
  for (const id of tasks) promiseTask(draft, raised, id, "rule");
}
