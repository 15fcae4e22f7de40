import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { QueueControl } from "../state.ts";
import { type Ending, endRequest } from "./requests.ts";

/** Everything the wait had set in motion ends with it: the request, the wake-up, the assisting bot's turn. */
export function leaveQueue(draft: Draft, control: QueueControl, context: TransitionContext, ending: Ending): void {
  endRequest(draft, control, context, ending);
  draft.cancel(control.handoff.wakeUpEffectId);
  if (control.assist?.pendingTurn) draft.cancel(control.assist.pendingTurn.effectId);
}
