import { fold } from "../rules/fold-facts.ts";
import type { Destination } from "../rules/rule.ts";
import type { CheckContext } from "../settings/check.ts";
import { type SettingsProblem, settingsError, settingsWarning } from "../settings/problem.ts";
import type { Settings } from "../settings/settings.ts";

/** Whoever the settings name has to exist: heads, who is on call, who is alerted, who gets a task. */
export function checkPeopleSettings(settings: Settings, context: CheckContext): readonly SettingsProblem[] {
  return [
    ...checkHeads(settings, context),
    ...checkOnCall(settings, context),
    ...checkExhaustion(settings, context),
    ...checkTemplates(settings, context),
    ...checkStatuses(settings),
    ...checkUnhurried(settings, context),
  ];
}

function checkHeads({ teams }: Settings, { agentIds }: CheckContext): SettingsProblem[] {
  return Object.values(teams).flatMap(({ id, name, headId }) => {
    if (headId === null || agentIds.includes(headId)) return [];
    const message = `Team "${name}" is led by "${headId}", who does not exist. Choose somebody else, or nobody.`;
    return [settingsError({ part: `teams/${id}`, path: "headId", code: "missing-agent", message })];
  });
}

function checkOnCall({ people }: Settings, { agentIds }: CheckContext): SettingsProblem[] {
  if (people.onCall === null || agentIds.includes(people.onCall)) return [];
  const message = `"${people.onCall}" is on call for what is urgent, and does not exist.`;
  return [settingsError({ part: "people", path: "onCall", code: "missing-agent", message })];
}

function checkExhaustion(settings: Settings, context: CheckContext): SettingsProblem[] {
  const { alert, task } = settings.handoff.exhaustion;
  const nobody = alert.flatMap((destination, index) => {
    if (exists(destination, settings, context)) return [];
    const message = `When nobody takes a conversation, ${destination.type} "${destination.id}" is alerted, and does not exist.`;
    return [
      settingsError({ part: "handoff", path: `exhaustion.alert.${index}`, code: "missing-destination", message }),
    ];
  });
  if (task === null || Object.hasOwn(settings.taskTemplates, task)) return nobody;
  const message = `When nobody takes a conversation, a task is made by template "${task}", which does not exist.`;
  return [
    ...nobody,
    settingsError({ part: "handoff", path: "exhaustion.task", code: "missing-task-template", message }),
  ];
}

function exists({ type, id }: Destination, { queues, teams }: Settings, { agentIds }: CheckContext): boolean {
  if (type === "queue") return Object.hasOwn(queues, id);
  return type === "team" ? Object.hasOwn(teams, id) : agentIds.includes(id);
}

function checkTemplates({ taskTemplates }: Settings, { agentIds }: CheckContext): SettingsProblem[] {
  return Object.values(taskTemplates).flatMap(({ id, name, owner, kind, sendsMessage }) => {
    const part = `taskTemplates/${id}`;
    const gone = owner.type === "agent" && !agentIds.includes(owner.id);
    const who = `Task "${name}" belongs to "${owner.type === "agent" ? owner.id : ""}", who does not exist.`;
    const what = `Task "${name}" writes to the customer by itself, which only a check-in does.`;
    return [
      ...(gone ? [settingsError({ part, path: "owner.id", code: "missing-agent", message: who })] : []),
      ...(sendsMessage && kind !== "check-in"
        ? [settingsWarning({ part, path: "sendsMessage", code: "message-of-no-check-in", message: what })]
        : []),
    ];
  });
}

function checkStatuses({ people }: Settings): SettingsProblem[] {
  const ids = people.statuses.map(({ id }) => id);
  return people.statuses.flatMap(({ id }, index) => {
    if (ids.indexOf(id) === index) return [];
    const message = `There are two statuses "${id}". Give one of them another id.`;
    return [settingsError({ part: "people", path: `statuses.${index}.id`, code: "repeated-status", message })];
  });
}

/** A warning: the same settings may serve a workspace with other channels. */
function checkUnhurried({ people }: Settings, { channels }: CheckContext): SettingsProblem[] {
  const known = new Set(channels.flatMap(({ id, kind }) => [fold(id), fold(kind)]));
  return (people.unhurriedChannels ?? []).flatMap((named, index) => {
    if (known.has(fold(named))) return [];
    const message = `Nothing is hurried on channel "${named}", and there is none of this id or kind.`;
    return [settingsWarning({ part: "people", path: `unhurriedChannels.${index}`, code: "missing-channel", message })];
  });
}
