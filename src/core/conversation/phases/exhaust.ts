import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import { headsOrEverybody } from "./heads.ts";
import { promiseTasks } from "./promise-tasks.ts";

/**
 * Nobody took it (I5): the customer hears so honestly, people are alerted, somebody has a task with a due time, and from
 * now on everybody is asked. It stays open and visible: with the bot's help where the lead wants that, or for a call.
 */
export function exhaust(draft: Draft, context: TransitionContext): void {
  const { control } = draft.conversation;
  if (control.phase !== "queue") return;
  const { handoff } = control;
  const { exhaustion } = context.policy.settings.handoff;
  // Who chose to be answered later, or by e-mail, goes on with that.
  const isCallBack = exhaustion.then === "call-back" && handoff.waits === "here";
  draft.say(isCallBack ? "callback.confirmed" : "handoff.exhausted");
  draft.note({ type: "handoff-exhausted", data: { handoffId: handoff.id } });
  const { id: subjectId, reason, priority, destination } = handoff;
  const targets = headsOrEverybody(destination, context, exhaustion.alert);
  draft.notify({ kind: "handoff-exhausted", subjectId, targets, reason, priority });
  promiseTasks(draft, handoff, "exhausted", context, exhaustion.task);
  if (isCallBack) promiseTasks(draft, handoff, "call-back-promised", context);
  const helps = exhaustion.then === "bot" && context.settings.botId !== null;
  draft.set({
    control: {
      ...control,
      assist: helps ? (control.assist ?? { pendingTurn: null }) : control.assist,
      handoff: { ...handoff, waits: isCallBack ? "later" : handoff.waits },
    },
  });
}
