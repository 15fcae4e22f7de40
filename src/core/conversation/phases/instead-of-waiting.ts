import type { OverflowAction } from "../../routing/queue.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Handoff } from "../state.ts";
import { promiseTask } from "./promise-tasks.ts";

type CallBack = Extract<OverflowAction, { type: "call-back" }>;
type Promised = Extract<OverflowAction, { type: "call-back" | "task" }>;

/** Where it can be answered with a button, a call is offered; elsewhere it is what they get. */
export function offersCall(action: OverflowAction | null, { channel }: TransitionContext): action is CallBack {
  return action?.type === "call-back" && channel.hasButtons;
}

/** They need not wait here: what they are told is what the follow-up keeps. */
export function promiseInstead(draft: Draft, handoff: Handoff, action: Promised, context: TransitionContext): void {
  draft.say(promisesCall(action, context) ? "callback.confirmed" : "wait.later");
  promiseTask(draft, handoff, action.template, "call-back-promised");
}

/** A template that is no more is stood in for by a call. */
function promisesCall({ type, template }: Promised, { policy }: TransitionContext): boolean {
  const made = policy.settings.taskTemplates[template];
  return type === "call-back" || made === undefined || (made.kind === "call-back" && !made.endsWithAnswer);
}
