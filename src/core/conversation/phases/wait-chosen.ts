import type { TransitionContext } from "../context.ts";
import { ignored } from "../decision.ts";
import type { Draft } from "../draft.ts";
import { newBotControl } from "../engagement.ts";
import type { EventOf, Stop } from "../handler.ts";
import type { QueueControl } from "../state.ts";
import { leaveQueue } from "./leave-queue.ts";
import { promiseTasks } from "./promise-tasks.ts";

/** A customer who waits chooses how: here, later, by e-mail; or does not need anybody any more. */
export function waitChosen(
  draft: Draft,
  control: QueueControl,
  { choice }: EventOf<"wait-chosen">,
  context: TransitionContext,
): Stop | undefined {
  const { handoff } = control;
  if (choice === "cancel") {
    leaveQueue(draft, control, context);
    const closed = { phase: "closed", since: draft.at, outcome: "unresolved", handoff } as const;
    const next = context.settings.botId === null ? closed : newBotControl(draft.at);
    draft.changeControl(next, { code: "cancelled" }, { type: "customer" });
    draft.say("wait.cancelled");
    return undefined;
  }
  if (handoff.waits === choice) return ignored("chosen already");
  draft.set({ control: { ...control, handoff: { ...handoff, waits: choice, toldAt: draft.at } } });
  draft.note({ type: "wait-chosen", data: { handoffId: handoff.id, choice } });
  if (choice === "here") return undefined;
  draft.say(choice === "later" ? "wait.later" : "wait.email");
  promiseTasks(draft, handoff, "call-back-promised", context);
  return undefined;
}
