import type { SignalId } from "../detection/signal.ts";
import { type SettingsProblem, settingsError, settingsWarning } from "../settings/problem.ts";
import type { Settings } from "../settings/settings.ts";
import { type CheckContext, partOf, ruleNamed } from "./check-context.ts";
import type { ClaimingRule } from "./claim.ts";
import { type KnownChannel, takesAll } from "./implication.ts";
import { requestSignals, riskSignals } from "./known-signals.ts";
import { type Meeting, meetingOf, onChannel, showing } from "./meeting.ts";
import type { RankedRule } from "./ranked-rule.ts";
import type { Rule } from "./rule.ts";

/** Who asks for a person, or speaks of a risk, is not to be left with a bot. `rules` in the order they are tried. */
export function checkRequests(
  rules: readonly RankedRule[],
  settings: Settings,
  context: CheckContext,
): readonly SettingsProblem[] {
  return [
    ...rules.flatMap((rule) => checkRule(rule, context.channels)),
    ...requestSignals.flatMap((signal) => checkUnruled(signal, rules, settings, context)),
  ];
}

function checkRule(ranked: RankedRule, channels: readonly KnownChannel[]): SettingsProblem[] {
  const { rule } = ranked;
  const meetings = (signals: readonly SignalId[]) =>
    new Set(signals.map((signal) => meetingOf(signal, ranked, { given: [], channels })));
  switch (rule.then.action) {
    case "bot":
      return [
        ...checkBotOnRequest(ranked, meetings(requestSignals), channels),
        ...checkBotOnRisk(rule, meetings(riskSignals)),
      ];
    case "offer":
      return meetings(requestSignals).has("alone") ? [onlyOffered(partOf(rule), "then.action", ruleNamed(rule))] : [];
    case "handoff": {
      const isSafe = rule.then.behaviour !== "keep-owner" || rule.then.fallback !== null;
      return isSafe ? [] : checkAlertOnly(rule, meetings([...requestSignals, ...riskSignals]));
    }
  }
}

function checkBotOnRequest(
  ranked: RankedRule,
  requests: ReadonlySet<Meeting>,
  channels: readonly KnownChannel[],
): SettingsProblem[] {
  const { rule } = ranked;
  const place = { part: partOf(rule), path: "then.action", code: "request-left-to-bot" };
  if (requests.has("alone")) {
    const message = `${ruleNamed(rule)} leaves customers who ask for a person to the assistant. Put it behind a rule that hands them over, or exclude them.`;
    return [
      takesRequests(ranked, channels) ? settingsError({ ...place, message }) : settingsWarning({ ...place, message }),
    ];
  }
  if (!requests.has("beside-others")) return [];
  const message = `${ruleNamed(rule)} also leaves customers to the assistant who ask for a person in the same message. Put it behind a rule that hands them over.`;
  return [settingsWarning({ ...place, message })];
}

/** Everybody's, at least on one channel: no plan, language or hour was singled out on purpose. */
function takesRequests(rule: ClaimingRule, channels: readonly KnownChannel[]): boolean {
  const places = [[], ...channels.map((channel) => [onChannel(channel)])];
  return places.some((place) => requestSignals.some((signal) => takesAll(rule, [...place, showing(signal)], channels)));
}

function checkBotOnRisk(rule: Rule, risks: ReadonlySet<Meeting>): SettingsProblem[] {
  if (!risks.has("alone")) return [];
  const message = `${ruleNamed(rule)} leaves risks (danger, law, privacy, fraud) to the assistant. Put it behind a rule that hands them over.`;
  return [settingsWarning({ part: partOf(rule), path: "then.action", code: "risk-left-to-bot", message })];
}

function checkAlertOnly(rule: Rule, meetings: ReadonlySet<Meeting>): SettingsProblem[] {
  const place = { part: partOf(rule), path: "then.fallback", code: "keep-owner-without-fallback" };
  const message = `${ruleNamed(rule)} only alerts others when somebody asks for a person or speaks of a risk, and does not say who gets it when nobody comes. Name a fallback.`;
  if (meetings.has("alone")) return [settingsError({ ...place, message })];
  return meetings.has("beside-others") ? [settingsWarning({ ...place, message })] : [];
}

function onlyOffered(part: string, path: string, subject: string): SettingsProblem {
  const message = `${subject} only offers a person to customers who have asked for one. Hand them over.`;
  return settingsWarning({ part, path, code: "request-only-offered", message });
}

/** What becomes of a request that no rule takes for certain. */
function checkUnruled(
  signal: SignalId,
  rules: readonly RankedRule[],
  { detection }: Settings,
  { channels }: CheckContext,
): SettingsProblem[] {
  const policy = detection.signals[signal] ?? "none";
  const places = channels.length === 0 ? [[]] : channels.map((channel) => [onChannel(channel)]);
  const isTaken = places.every((place) => rules.some((rule) => takesAll(rule, [...place, showing(signal)], channels)));
  if (policy === "handoff" || isTaken) return [];
  const [part, path] = ["detection", `signals.${signal}`];
  if (policy === "offer") return [onlyOffered(part, path, `What happens at "${signal}" by itself`)];
  const message = `Nothing happens at "${signal}" by itself, and not every channel has a rule for it: customers who ask for a person stay with the assistant. Set it to handoff.`;
  return [settingsError({ part, path, code: "request-left-to-bot", message })];
}
