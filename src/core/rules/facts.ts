import type { TransitionContext } from "../conversation/context.ts";
import type { Conversation } from "../conversation/state.ts";
import type { Signal } from "../detection/signal.ts";
import { hoursStateAt } from "../hours/hours-state.ts";
import type { Policy } from "../settings/policy.ts";
import { neededFacts } from "./evaluate.ts";
import type { HoursState, RuleFacts } from "./rule.ts";

/** When something is to be decided about. */
export interface Occasion {
  readonly conversation: Conversation;
  readonly at: number;
  readonly signals: readonly Signal[];
  /** The message that shows them; `null` when none does. */
  readonly messageSeq: number | null;
}

/** All that rules may look at, as it is at this moment: small, and without customers' words (I12, I15). */
export function factsOf(
  { conversation, at, signals }: Occasion,
  { policy, channel, workload, accountOwner }: TransitionContext,
): RuleFacts {
  const needed = neededFacts(policy.rules);
  return {
    at,
    channelId: channel.id,
    channelKind: channel.kind,
    signals: distinct(signals),
    intents: conversation.engagement.bot.intents,
    tags: conversation.tags,
    properties: conversation.properties,
    language: conversation.locale,
    hours: Object.fromEntries(needed.hours.flatMap((id) => hoursEntry(policy, id, at))),
    queues: Object.fromEntries(
      needed.queues.flatMap((id) => {
        const facts = workload.queues[id];
        return facts ? [[id, facts]] : [];
      }),
    ),
    botTurns: conversation.engagement.bot.turns,
    ...(accountOwner === undefined ? {} : { accountOwner }),
  };
}

/** A long message may show the same in a thousand places. Facts are kept with the handoff, so they name it once. */
function distinct(signals: readonly Signal[]): RuleFacts["signals"] {
  const facts = signals.map(({ id, detail = null }) => [`${id}:${detail}`, { id, detail }] as const);
  return [...new Map(facts).values()];
}

function hoursEntry(policy: Policy, id: string, at: number): [string, HoursState][] {
  const hours = policy.settings.hours[id];
  if (!hours) return [];
  return [[id, isClosedNow(policy, at) ? "closed" : hoursStateAt(hours, at)]];
}

/** The switch wins over every calendar until it ends. */
export function isClosedNow({ switches }: Policy, at: number): boolean {
  return switches.closed !== null && switches.closed.until > at;
}
