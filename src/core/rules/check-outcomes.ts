import { isClosedForEver } from "../hours/check-hours.ts";
import { type SettingsProblem, settingsError, settingsWarning } from "../settings/problem.ts";
import { isSameValue } from "../settings/same-value.ts";
import type { Settings } from "../settings/settings.ts";
import { type CheckContext, partOf, ruleNamed, shortened } from "./check-context.ts";
import { hoursOf } from "./destination.ts";
import type { Destination, HandoffOutcome, Rule, RuleDestination } from "./rule.ts";
import { asksUntrusted } from "./trusted-priority.ts";

interface Place {
  readonly part: string;
  readonly path: string;
  /** At the beginning of the message. */
  readonly subject: string;
}

/** Where a rule sends somebody has to be there. */
export function checkOutcome(rule: Rule, settings: Settings, context: CheckContext): readonly SettingsProblem[] {
  if (rule.then.action !== "handoff") return [];
  const { destination, fallback, notify, tasks } = rule.then;
  const at = (path: string): Place => ({ part: partOf(rule), path: `then.${path}`, subject: ruleNamed(rule) });
  return [
    ...checkPriority(rule, at("priority")),
    ...checkDestination(destination, at("destination"), settings, context),
    ...(fallback ? checkDestination(fallback.destination, at("fallback.destination"), settings, context) : []),
    ...checkFallback(rule.then, at("fallback")),
    ...notify.flatMap((target, index) => checkExists(target, at(`notify.${index}`), settings, context)),
    ...tasks.flatMap((id, index) =>
      Object.hasOwn(settings.taskTemplates, id) ? [] : [missing(at(`tasks.${index}`), "task template", id)],
    ),
  ];
}

/** Where everything goes that no rule sends elsewhere. */
export function checkHandoffDestination(settings: Settings, context: CheckContext): readonly SettingsProblem[] {
  const place = { part: "handoff", path: "destination", subject: "Handoffs that no rule sends elsewhere" };
  return checkDestination(settings.handoff.destination, place, settings, context);
}

function checkDestination(
  destination: RuleDestination,
  place: Place,
  settings: Settings,
  context: CheckContext,
): SettingsProblem[] {
  // Whoever it is: where there is nobody, it goes where everything goes, and that is looked at by itself.
  if (destination.type === "owner") return [];
  const problems = checkExists(destination, place, settings, context);
  const hours = hoursOf(destination, settings);
  if (!hours || !isClosedForEver(hours, context.at)) return problems;
  const message = `${place.subject}: ${describe(destination)} never opens (hours "${shortened(hours.name)}"). Add a window to its hours, or choose another one.`;
  return [...problems, settingsError({ ...placeOf(place), code: "destination-never-opens", message })];
}

function checkExists({ type, id }: Destination, place: Place, settings: Settings, { agentIds }: CheckContext) {
  const exists = {
    queue: () => Object.hasOwn(settings.queues, id),
    team: () => Object.hasOwn(settings.teams, id),
    agent: () => agentIds.includes(id),
  };
  return exists[type]() ? [] : [missing(place, type === "agent" ? "person" : type, id)];
}

/** Whoever wrote it would wonder why somebody waits with everybody else. */
function checkPriority({ when, then }: Rule, place: Place): SettingsProblem[] {
  if (then.action !== "handoff" || then.priority === "normal" || !when.some(asksUntrusted)) return [];
  const message = `${place.subject}: it sets the priority by a property that need not be trusted. Where only a page has said it, the priority stays normal. Ask for a trusted one.`;
  return [settingsWarning({ ...placeOf(place), code: "priority-by-untrusted-property", message })];
}

function checkFallback({ behaviour, destination, fallback }: HandoffOutcome, place: Place): SettingsProblem[] {
  if (!fallback) return [];
  if (behaviour !== "keep-owner") {
    const message = `${place.subject}: its fallback is never used, because only "keep-owner" has one.`;
    return [settingsWarning({ ...placeOf(place), code: "fallback-unused", message })];
  }
  const problems: SettingsProblem[] = [];
  if (isSameValue(destination, fallback.destination)) {
    const message = `${place.subject}: when ${describe(destination)} does not answer, it is asked again. Name somebody else as the fallback.`;
    problems.push(settingsError({ ...placeOf(place), code: "fallback-to-itself", message }));
  }
  if (!(fallback.afterMinutes > 0)) {
    const message = `${place.subject}: nobody can answer within ${fallback.afterMinutes} minutes. Give them at least one.`;
    problems.push(settingsError({ ...placeOf(place), code: "fallback-at-once", message }));
  }
  return problems;
}

function describe(destination: RuleDestination): string {
  if (destination.type === "owner") return "the account owner";
  const { type, id } = destination;
  return `${type === "agent" ? "person" : type} "${shortened(id)}"`;
}

function missing(place: Place, what: string, id: string): SettingsProblem {
  const message = `${place.subject}: there is no ${what} "${shortened(id)}". Choose another one, or make it first.`;
  return settingsError({ ...placeOf(place), code: `missing-${what.replaceAll(" ", "-")}`, message });
}

function placeOf({ part, path }: Place) {
  return { part, path };
}
