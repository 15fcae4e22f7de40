import type { Signal } from "../../detection/signal.ts";
import { describeMoment } from "../../messages/expected-wait.ts";
import type { Moment } from "../../messages/moment.ts";
import type { AbuseSettings } from "../../settings/settings.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { BotControl, Conversation, Restraint } from "../state.ts";
import { resolve } from "../way.ts";
import { hoursFor } from "../wording.ts";
import { dropTurn } from "./bot-turns.ts";

export function activeRestraint({ restraint }: Conversation, at: number): Restraint | null {
  return restraint && restraint.until > at ? restraint : null;
}

/**
 * Somebody goes on insulting: warned, then left without the bot for a while, then without any answer, each with an end
 * they are told. The first insult gets an offer of a person, and nothing here keeps a person from coming.
 * @returns whether this was the answer to the message.
 */
export function imposeRestraint(
  draft: Draft,
  control: BotControl,
  signals: readonly Signal[],
  context: TransitionContext,
): boolean {
  if (!signals.some(({ id }) => id === "insult")) return false;
  const step = stepAfter(draft.conversation.engagement.insults, context.policy.settings.abuse, draft.at);
  if (!step) return false;
  if (step.restraint) {
    draft.set({ restraint: step.restraint });
    draft.note({ type: "customer-restrained", data: { restraint: step.restraint.type, until: step.restraint.until } });
  }
  const isTold = draft.say(step.moment, { variables: { until: untilWhen(draft, step.restraint, context) } });
  // A warning that the lead has muted is no answer: the bot gives one.
  if (!isTold && !step.restraint) return false;
  dropTurn(draft, control);
  draft.set({ control: { ...control, pendingTurn: null } });
  return true;
}

function untilWhen(draft: Draft, restraint: Restraint | null, context: TransitionContext): string {
  const { settings } = context.policy;
  const zone = hoursFor(resolve(settings.handoff.destination, context.policy), context)?.timeZone ?? "UTC";
  const locale = draft.conversation.locale ?? settings.company.defaultLocale;
  return restraint ? describeMoment(restraint.until, zone, locale, draft.at) : "";
}

interface Step {
  readonly moment: Moment;
  readonly restraint: Restraint | null;
}

/** Each step once, at its own count, so that nobody is told the same three times. */
function stepAfter(insults: number, abuse: AbuseSettings, at: number): Step | null {
  const { isEnabled, warnAfter, limitAfter, limitMinutes, blockAfter, blockHours } = abuse;
  if (!isEnabled) return null;
  if (insults >= blockAfter) {
    return { moment: "abuse.blocked", restraint: { type: "blocked", until: at + blockHours * 3_600_000 } };
  }
  if (insults === limitAfter) {
    return { moment: "abuse.limited", restraint: { type: "limited", until: at + limitMinutes * 60_000 } };
  }
  return insults === warnAfter ? { moment: "abuse.warning", restraint: null } : null;
}
