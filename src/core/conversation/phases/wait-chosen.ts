import { isEmailAddress } from "../../customers/takes-email.ts";
import { waitChoices } from "../../messages/wait-buttons.ts";
import type { TransitionContext } from "../context.ts";
import { ignored, refused } from "../decision.ts";
import type { Draft } from "../draft.ts";
import { newBotControl, withBot } from "../engagement.ts";
import type { EventOf, Stop } from "../handler.ts";
import type { Choice } from "../message.ts";
import type { Conversation, Handoff, QueueControl } from "../state.ts";
import type { WaitChoice } from "../wait-choice.ts";
import { leaveQueue } from "./leave-queue.ts";
import { promiseTask, promiseTasks } from "./promise-tasks.ts";

/** A customer who waits chooses how: here, later, by e-mail; or does not need anybody any more. */
export function waitChosen(
  draft: Draft,
  control: QueueControl,
  { choice }: EventOf<"wait-chosen">,
  context: TransitionContext,
): Stop | undefined {
  if (control.handoff.waits === choice) return ignored("chosen already");
  if (choice === "email" && !isEmailKnown(draft.conversation, context)) return refused("no-email-address");
  chooseWait(draft, control, choice, context);
  return undefined;
}

/** The same as part of a message. Whoever presses gets an answer, also to what holds already. */
export function chooseWait(draft: Draft, control: QueueControl, choice: WaitChoice, context: TransitionContext): void {
  if (choice === "cancel") {
    cancelWait(draft, control, context);
    return;
  }
  const { handoff } = control;
  if (choice === "email" && !isEmailKnown(draft.conversation, context)) {
    keepWaiting(draft, control);
    return;
  }
  draft.set({ control: { ...control, handoff: { ...handoff, waits: choice, toldAt: draft.at } } });
  draft.note({ type: "wait-chosen", data: { handoffId: handoff.id, choice } });
  draft.say(texts[choice]);
  // What was promised once is not promised again.
  if (choice !== "here" && handoff.waits === "here") promiseAnswer(draft, handoff, choice, context);
}

/** A way of their own, or a button of before: nothing is promised that cannot be kept, and they hear how it is. */
function keepWaiting(draft: Draft, control: QueueControl): void {
  draft.set({ control: { ...control, handoff: { ...control.handoff, toldAt: draft.at } } });
  draft.say("queue.still_waiting");
}

const texts = { here: "queue.still_waiting", later: "wait.later", email: "wait.email" } as const;

/** Nobody is asked any more, and nothing that led here is held against the customer. */
function cancelWait(draft: Draft, control: QueueControl, context: TransitionContext): void {
  const { handoff } = leaveQueue(draft, control, context);
  const { engagement } = withBot(draft.conversation, { turns: 0, failedAttempts: 0, said: [] });
  draft.set({ engagement: { ...engagement, said: [] } });
  const closed = { phase: "closed", since: draft.at, outcome: "unresolved", handoff } as const;
  const next = context.settings.botId === null ? closed : newBotControl(draft.at);
  draft.changeControl(next, { code: "cancelled" }, { type: "customer" });
  draft.note({ type: "wait-chosen", data: { handoffId: handoff.id, choice: "cancel" } });
  draft.say("wait.cancelled");
}

/** The call, where one was offered; else an answer, which a follow-up promises that ends with it, where there is one. */
function promiseAnswer(draft: Draft, handoff: Handoff, choice: "later" | "email", context: TransitionContext): void {
  const call = choice === "later" ? handoff.offeredCall : undefined;
  const answer = call === undefined ? templateOfAnswer(context) : null;
  if (answer !== null) promiseTask(draft, handoff, answer, "call-back-promised");
  else promiseTasks(draft, handoff, "call-back-promised", context, call);
}

/** What the lead has made for customers who are told that they will hear from us, before any other. */
function templateOfAnswer({ policy }: TransitionContext): string | null {
  const kept = Object.values(policy.settings.taskTemplates).filter(({ endsWithAnswer }) => endsWithAnswer);
  return (kept.find(({ when }) => when.includes("after-hours")) ?? kept[0])?.id ?? null;
}

/** What somebody may choose from when the wait will be long. On e-mail any answer is a letter. */
export function waysToWait(conversation: Conversation, context: TransitionContext): readonly Choice[] {
  const { policy, channel } = context;
  const byEmail = isEmailKnown(conversation, context) && channel.kind !== "email";
  return waitChoices(conversation.locale ?? policy.settings.company.defaultLocale, { byEmail });
}

function isEmailKnown({ properties }: Conversation, { channel, takesEmail = false }: TransitionContext): boolean {
  return channel.kind === "email" || takesEmail || isEmailAddress(properties.email?.value ?? "");
}
