import type { SlaState } from "../sla/sla-state.ts";
import { taskHours, teamFor } from "../tasks/plan-task.ts";
import { lastChance, windowWarningMs } from "../tasks/reply-window.ts";
import type { TransitionContext } from "./context.ts";
import type { Conversation } from "./state.ts";

/**
 * How long an owner who went is waited for where the customer does not look on: as long as the settings say, and not so
 * long that what is owed to the customer comes too late. Two hours before the channel closes, or as soon as a promised
 * answer has its warning, somebody else is asked.
 */
export function ownerDeadlineAt(conversation: Conversation, context: TransitionContext, at: number): number {
  const { control, engagement } = conversation;
  const usual = at + context.policy.settings.people.ownerGoneHours * 3_600_000;
  if (control.phase !== "human" || !control.awaitsAnswer) return usual;
  const near = [answerIsNear(engagement.sla?.state ?? null, at), windowIsNear(conversation, context, at)];
  return Math.max(at, Math.min(usual, ...near.filter((instant) => instant !== null)));
}

/** One that has been warned of, or broken, is near already. */
function answerIsNear(state: SlaState | null, at: number): number | null {
  const clocks = state ? [state.firstResponse, ...(state.nextResponse ? [state.nextResponse] : [])] : [];
  const instants = clocks
    .filter(({ phase }) => phase === "running")
    .flatMap(({ reached, warnAt, breachAt }) => (reached === "none" ? (warnAt ?? breachAt ?? []) : at));
  return instants.length === 0 ? null : Math.min(...instants);
}

function windowIsNear(conversation: Conversation, { channel, policy }: TransitionContext, at: number): number | null {
  const windowMs = channel.replyWindowMs ?? null;
  const { control } = conversation;
  if (windowMs === null || control.phase !== "human") return null;
  const destination = control.handoff?.destination ?? null;
  const hours = taskHours(destination, teamFor(destination, policy.settings), policy.settings);
  const chance = lastChance(conversation, { at, windowMs, hours });
  return chance && chance.answerBy - windowWarningMs;
}
