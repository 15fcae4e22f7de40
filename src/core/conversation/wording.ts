import type { Hours } from "../hours/hours.ts";
import { hoursStateAt, nextOpening } from "../hours/hours-state.ts";
import { describeMoment, describeWait } from "../messages/expected-wait.ts";
import type { TextFor } from "../messages/text.ts";
import { own } from "../rules/destination.ts";
import { isClosedNow } from "../rules/facts.ts";
import type { HoursState } from "../rules/rule.ts";
import type { TransitionContext } from "./context.ts";
import type { Conversation, HandoffCause, Resolved } from "./state.ts";

/** What a text to the customer is about, where it is about a handoff at all. */
export interface About {
  readonly cause: HandoffCause;
  readonly destination: Resolved;
}

/** The handoff that is open, or that brought the person who has it. */
export function subjectOf({ control }: Conversation): About | null {
  const handoff = control.phase === "queue" || control.phase === "human" ? control.handoff : null;
  return handoff && { cause: handoff, destination: handoff.destination };
}

/** Of a conversation that has ended: what it was about last. */
export function lastSubjectOf({ control }: Pick<Conversation, "control">): About | null {
  const handoff = control.phase === "bot" ? null : control.handoff;
  return handoff && { cause: handoff, destination: handoff.destination };
}

/** The team that the customer is told of: the destination's first. */
function teamId({ destination }: About): string | null {
  return destination.teamIds[0] ?? null;
}

export function hoursFor(destination: Resolved, { policy }: TransitionContext): Hours | null {
  const { hours, queues, teams } = policy.settings;
  const queue = destination.type === "queue" ? own(queues, destination.id) : null;
  const team = own(teams, destination.teamIds[0] ?? "");
  return own(hours, queue?.hours ?? team?.hours ?? "");
}

export function hoursStateFor(destination: Resolved, context: TransitionContext, at: number): HoursState {
  if (isClosedNow(context.policy, at)) return "closed";
  const hours = hoursFor(destination, context);
  return hours ? hoursStateAt(hours, at) : "open";
}

/** When somebody is there again; `null`: they are now, or nobody knows. */
export function opensAt(destination: Resolved, context: TransitionContext, at: number): number | null {
  const { closed } = context.policy.switches;
  const from = closed && closed.until > at ? closed.until : at;
  const hours = hoursFor(destination, context);
  if (!hours) return from === at ? null : from;
  if (hoursStateAt(hours, from) === "open") return from === at ? null : from;
  return nextOpening(hours, from);
}

/** Whom the text is looked up for. */
export function textForOf(
  conversation: Conversation,
  about: About | null,
  context: TransitionContext,
  at: number,
): TextFor {
  const { channel } = context;
  return {
    ruleId: about?.cause.decision.ruleId ?? null,
    channelId: channel.id,
    channelKind: channel.kind,
    teamId: about && teamId(about),
    reason: about?.cause.reason ?? null,
    hours: about && hoursStateFor(about.destination, context, at),
    locale: conversation.locale,
  };
}

/** What every text may say. Estimates only where there is enough to make an honest one. */
export function commonVariables(
  about: About | null,
  locale: string,
  context: TransitionContext,
  at: number,
): Record<string, string> {
  const { settings } = context.policy;
  const common = {
    company_name: settings.company.name,
    customer_name: context.customerName ?? "",
    contact: settings.company.contact,
  };
  if (!about) return common;
  const { destination } = about;
  const wait = context.workload.waits[destination.id];
  const opening = opensAt(destination, context, at);
  const zone = hoursFor(destination, context)?.timeZone ?? "UTC";
  return {
    ...common,
    team_name: settings.teams[teamId(about) ?? ""]?.name ?? "",
    expected_wait: wait ? describeWait(wait, locale) : "",
    next_opening: opening === null ? "" : describeMoment(opening, zone, locale, at),
  };
}
