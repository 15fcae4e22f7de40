import { shortened } from "../rules/check-context.ts";
import { fold } from "../rules/fold-facts.ts";
import type { CheckContext } from "../settings/check.ts";
import { type SettingsProblem, settingsError, settingsWarning } from "../settings/problem.ts";
import type { Settings } from "../settings/settings.ts";
import { inOrder } from "./choose-policy.ts";
import type { SlaPolicy, SlaReaction } from "./sla-policy.ts";

/** What a policy speaks of has to exist (errors); and what is probably not meant (warnings). */
export function checkSlas(settings: Settings, context: CheckContext): readonly SettingsProblem[] {
  const policies = inOrder(settings.slas);
  return policies.flatMap((policy, index) => [
    ...checkScope(policy, settings, context),
    ...checkHours(policy, settings),
    ...checkReaction(policy, "onWarning", settings, context),
    ...checkReaction(policy, "onBreach", settings, context),
    ...checkTargets(policy),
    ...checkOrder(policy, policies.slice(0, index), context),
  ]);
}

function checkScope(policy: SlaPolicy, settings: Settings, { channels }: CheckContext): SettingsProblem[] {
  const teams = policy.applies.teams.flatMap((id, index) =>
    Object.hasOwn(settings.teams, id) ? [] : [missing(policy, `applies.teams.${index}`, "team", id)],
  );
  const known = new Set(channels.flatMap(({ id, kind }) => [fold(id), fold(kind)]));
  // A warning: the same settings may serve a workspace with other channels.
  const places = policy.applies.channels.flatMap((named, index) => {
    if (known.has(fold(named))) return [];
    const message = `${nameOf(policy)} is for channel "${shortened(named)}", and there is none of this id or kind.`;
    return [settingsWarning({ ...place(policy, `applies.channels.${index}`), code: "missing-channel", message })];
  });
  return [...teams, ...places];
}

function checkHours(policy: SlaPolicy, settings: Settings): SettingsProblem[] {
  const { hours } = policy;
  if (typeof hours === "string" || Object.hasOwn(settings.hours, hours.id)) return [];
  const message = `${nameOf(policy)}: there are no hours "${shortened(hours.id)}". Choose others, or make them first.`;
  return [settingsError({ ...place(policy, "hours.id"), code: "missing-hours", message })];
}

function checkReaction(
  policy: SlaPolicy,
  name: "onWarning" | "onBreach",
  settings: Settings,
  { agentIds }: CheckContext,
): SettingsProblem[] {
  const { notify, queue }: SlaReaction = policy[name];
  const exists = {
    agent: (id: string) => agentIds.includes(id),
    team: (id: string) => Object.hasOwn(settings.teams, id),
    queue: (id: string) => Object.hasOwn(settings.queues, id),
  };
  const nobody = notify.flatMap(({ type, id }, index) =>
    exists[type](id) ? [] : [missing(policy, `${name}.notify.${index}`, type, id)],
  );
  const nowhere = queue === null || exists.queue(queue) ? [] : [missing(policy, `${name}.queue`, "queue", queue)];
  return [...nobody, ...nowhere];
}

function checkTargets(policy: SlaPolicy): SettingsProblem[] {
  const { firstResponse, nextResponse, resolution } = policy.targets;
  if (firstResponse === null && nextResponse === null && resolution === null) {
    const message = `${nameOf(policy)} promises nothing, and keeps later ones from applying. Give it a target, unless that is meant.`;
    return [settingsWarning({ ...place(policy, "targets"), code: "sla-without-targets", message })];
  }
  const responses = { firstResponse, nextResponse };
  return Object.entries(responses).flatMap(([name, minutes]) => {
    if (resolution === null || minutes === null || minutes <= resolution) return [];
    const what = name === "firstResponse" ? "a first" : "a next";
    const message = `${nameOf(policy)}: ${what} response may take ${minutes} minutes, but everything is to be resolved within ${resolution}. Shorten the one or lengthen the other.`;
    return [settingsWarning({ ...place(policy, `targets.${name}`), code: "response-after-resolution", message })];
  });
}

function checkOrder(policy: SlaPolicy, earlier: readonly SlaPolicy[], context: CheckContext): SettingsProblem[] {
  const taker = earlier.find((other) => takesAll(other, policy, context));
  if (!taker) return [];
  const message = `${nameOf(policy)} never applies: "${shortened(taker.name)}" comes before it and takes everything. Move it up, or narrow the other one.`;
  return [settingsWarning({ ...place(policy, "position"), code: "sla-never-applies", message })];
}

const allPriorities = 4;

/** Whatever the one applies to, the other does too. */
function takesAll({ applies: wide }: SlaPolicy, { applies: narrow }: SlaPolicy, { channels }: CheckContext): boolean {
  const takes = (all: readonly string[], some: readonly string[]) =>
    all.length === 0 || (some.length > 0 && some.every((one) => all.includes(one)));
  const named = wide.channels.map(fold);
  // A kind holds for each channel of it.
  const ofKinds = channels.filter(({ kind }) => named.includes(fold(kind))).map(({ id }) => fold(id));
  return (
    (takes(wide.priorities, narrow.priorities) || new Set(wide.priorities).size === allPriorities) &&
    takes([...named, ...ofKinds], narrow.channels.map(fold)) &&
    takes(wide.teams, narrow.teams)
  );
}

function missing(policy: SlaPolicy, path: string, what: "agent" | "team" | "queue", id: string): SettingsProblem {
  const message = `${nameOf(policy)}: there is no ${what} "${shortened(id)}". Choose another one, or make it first.`;
  return settingsError({ ...place(policy, path), code: `missing-${what}`, message });
}

function place({ id }: SlaPolicy, path: string) {
  return { part: `slas/${id}`, path };
}

function nameOf({ name }: SlaPolicy): string {
  return `Policy "${shortened(name)}"`;
}
