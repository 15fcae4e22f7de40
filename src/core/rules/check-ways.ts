import type { SignalId } from "../detection/signal.ts";
import { isClosedForEver } from "../hours/check-hours.ts";
import { type SettingsProblem, settingsError } from "../settings/problem.ts";
import type { Settings } from "../settings/settings.ts";
import { type CheckContext, shortened } from "./check-context.ts";
import { hoursOf, queueOf, teamOf } from "./destination.ts";
import { type KnownChannel, takesAll } from "./implication.ts";
import { requestSignals } from "./known-signals.ts";
import { meetingOf, onChannel, showing } from "./meeting.ts";
import type { RankedRule } from "./ranked-rule.ts";
import type { Destination, RuleOutcome } from "./rule.ts";

/**
 * On every channel a customer who asks for a person can reach one, at some time at least, or is told of another way.
 * Some platforms demand it of everybody who automates there; the customer always does.
 */
export function checkWays(
  rules: readonly RankedRule[],
  settings: Settings,
  context: CheckContext,
): readonly SettingsProblem[] {
  if (settings.company.contact !== "") return [];
  const { channels } = context;
  const handingOver = rules.filter(({ rule }) => leadsToSomebody(rule.then, settings, context));
  const hasWay = (signal: SignalId, channel: KnownChannel) =>
    goesTheWorkspacesWay(signal, channel, { rules, settings, context }) ||
    handingOver.some((rule) => meetingOf(signal, rule, { given: [onChannel(channel)], channels }) === "alone");
  return channels
    .filter((channel) => !requestSignals.some((signal) => hasWay(signal, channel)))
    .map(({ id, kind }) => {
      const message = `Channel "${shortened(id)}" (${kind}): customers who ask for a person never reach one, and no contact is given either. Hand requests over to somebody who opens, or fill in the contact.`;
      return settingsError({ part: "company", path: "contact", code: "no-way-to-a-person", message });
    });
}

interface World {
  readonly rules: readonly RankedRule[];
  readonly settings: Settings;
  readonly context: CheckContext;
}

/** Some requests at least are taken by no rule, and handed over where somebody may be. */
function goesTheWorkspacesWay(signal: SignalId, channel: KnownChannel, { rules, settings, context }: World): boolean {
  if (settings.detection.signals[signal] !== "handoff") return false;
  if (!mayOpen(settings.handoff.destination, settings, context)) return false;
  return !rules.some((rule) => takesAll(rule, [onChannel(channel), showing(signal)], context.channels));
}

function leadsToSomebody(outcome: RuleOutcome, settings: Settings, context: CheckContext): boolean {
  if (outcome.action !== "handoff") return false;
  const { destination, fallback } = outcome;
  return [destination, ...(fallback ? [fallback.destination] : [])].some((to) =>
    mayOpen(to.type === "owner" ? settings.handoff.destination : to, settings, context),
  );
}

function mayOpen(destination: Destination, settings: Settings, { agentIds, at }: CheckContext): boolean {
  if (destination.type === "agent") return agentIds.includes(destination.id);
  if (queueOf(destination, settings) === null && teamOf(destination, settings) === null) return false;
  const hours = hoursOf(destination, settings);
  return hours === null || !isClosedForEver(hours, at);
}
