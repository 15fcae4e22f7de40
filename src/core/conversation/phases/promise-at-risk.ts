import type { SlaPolicy, SlaReaction } from "../../sla/sla-policy.ts";
import { movedBy, type PromiseMark, type SlaState } from "../../sla/sla-state.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import { higher } from "../higher.ts";
import type { Control, Conversation, Handoff, HumanControl } from "../state.ts";
import { resolve } from "../way.ts";
import { enterQueue } from "./move-to-queue.ts";
import { promiseTasks } from "./promise-tasks.ts";
import { returnToQueue } from "./return-to-queue.ts";

interface Promised {
  readonly policy: SlaPolicy;
  readonly state: SlaState;
}

/** A promise about answers is about to be broken, or is: people are told, it hurries, and it may go elsewhere. */
export function reactToMark(
  draft: Draft,
  mark: PromiseMark,
  { policy, state }: Promised,
  context: TransitionContext,
): SlaState {
  const { type, promise, at } = mark;
  const reaction = type === "breached" ? policy.onBreach : policy.onWarning;
  const kind = type === "breached" ? "sla-breached" : "sla-warning";
  const handoff = handoffOf(draft.conversation.control);
  draft.note({ type: kind, data: { promise, policyId: policy.id, at } });
  hurry(draft, reaction);
  const { control } = draft.conversation;
  const taken = control.phase === "human" && isTaken(control, { mark, reaction, state }, context) ? control : null;
  // Whom it is taken from hears that instead.
  const holder = control.phase === "human" && !taken ? [{ type: "agent", id: control.agentId } as const] : [];
  const subjectId = handoff?.id ?? draft.conversation.id;
  const targets = [...holder, ...reaction.notify];
  draft.notify({ kind, subjectId, targets, detail: promise, priority: handoff?.priority ?? "normal" });
  const after = taken
    ? take(draft, taken, { mark, reaction, state, kind }, context)
    : sendOn(draft, { mark, reaction, state }, context);
  if (type === "breached" && handoff) promiseTasks(draft, handoff, "sla-breached", context);
  return after;
}

interface Reacting {
  readonly mark: PromiseMark;
  readonly reaction: SlaReaction;
  readonly state: SlaState;
}

function hurry(draft: Draft, { priority }: SlaReaction): void {
  const { control } = draft.conversation;
  const handoff = handoffOf(control);
  if (!handoff || priority === null) return;
  const raised = higher(handoff.priority, priority);
  if (raised === handoff.priority) return;
  draft.set({ control: { ...control, handoff: { ...handoff, priority: raised } } as Control });
  draft.note({ type: "handoff-priority-changed", data: { handoffId: handoff.id, priority: raised } });
}

/**
 * Only from whoever let the time run down: who took it when it was late already is the one who helps, and an answer that
 * is given, however late, stands. One clock moves it once.
 */
function isTaken(
  { agentId, since }: HumanControl,
  { mark, reaction, state }: Reacting,
  { agents }: TransitionContext,
): boolean {
  const clock = state[mark.promise];
  const isOwed = clock?.phase === "running" && clock.moved === undefined;
  // Their place can only be given back where their document was read (I7).
  return reaction.held === "returns" && isOwed && mark.at >= since && agents[agentId] !== undefined;
}

function take(
  draft: Draft,
  control: HumanControl,
  { mark, reaction, state, kind }: Reacting & { readonly kind: "sla-warning" | "sla-breached" },
  context: TransitionContext,
): SlaState {
  const { agentId } = control;
  const to =
    reaction.queue === null ? {} : { destination: resolve({ type: "queue", id: reaction.queue }, context.policy) };
  returnToQueue(draft, control, { because: kind, ...to }, context);
  const subjectId = handoffOf(draft.conversation.control)?.id ?? draft.conversation.id;
  const targets = [{ type: "agent", id: agentId } as const];
  draft.notify({ kind: "conversation-taken", subjectId, targets, detail: kind });
  return movedBy(state, mark.promise, "person");
}

/** What waits. Having been taken from somebody by this clock, it stays where it was sent. */
function sendOn(draft: Draft, { mark, reaction, state }: Reacting, context: TransitionContext): SlaState {
  const { control } = draft.conversation;
  const { queue } = reaction;
  if (queue === null || control.phase !== "queue" || control.handoff.destination.id === queue) return state;
  if (state[mark.promise]?.moved === "person") return state;
  enterQueue(draft, control, resolve({ type: "queue", id: queue }, context.policy), context);
  return movedBy(state, mark.promise, "queue");
}

function handoffOf(control: Conversation["control"]): Handoff | null {
  return control.phase === "queue" || control.phase === "human" ? control.handoff : null;
}
