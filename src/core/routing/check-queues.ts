import { type SettingsProblem, settingsError, settingsWarning } from "../settings/problem.ts";
import type { Settings } from "../settings/settings.ts";
import type { OverflowAction, Queue } from "./queue.ts";

/** What queues speak of has to exist (errors); and what can never do anything is probably not meant (warnings). */
export function checkQueues(settings: Settings): readonly SettingsProblem[] {
  return Object.values(settings.queues).flatMap((queue) => [
    ...checkHours(queue, settings),
    ...checkSteps(queue, settings),
    ...checkOverflow(queue, settings),
    ...checkLoop(queue, settings),
    ...checkPull(queue),
  ]);
}

function checkHours({ id, name, hours }: Queue, settings: Settings): SettingsProblem[] {
  if (hours === null || Object.hasOwn(settings.hours, hours)) return [];
  const message = `Queue "${name}": there are no hours "${hours}". Choose others, or leave it to the hours of its first team.`;
  return [settingsError({ part: `queues/${id}`, path: "hours", code: "missing-hours", message })];
}

function checkSteps({ id, name, steps, teams }: Queue, settings: Settings): SettingsProblem[] {
  const part = `queues/${id}`;
  return steps.flatMap((step, index) => {
    const path = `steps.${index}`;
    const missing = step.teams.flatMap((team, place) => {
      if (Object.hasOwn(settings.teams, team)) return [];
      const message = `Queue "${name}", step ${index + 1}: there is no team "${team}".`;
      return [settingsError({ part, path: `${path}.teams.${place}`, code: "missing-team", message })];
    });
    const before = steps[index - 1];
    const isEarlier = before !== undefined && step.afterSeconds <= before.afterSeconds;
    const order = `Queue "${name}", step ${index + 1} begins after ${step.afterSeconds} s, not later than the step before it. Seconds count from entering the queue.`;
    const known = new Set([...teams, ...steps.slice(0, index).flatMap((one) => one.teams)]);
    const addsNobody = step.priority === null && step.teams.every((team) => known.has(team));
    const empty = `Queue "${name}", step ${index + 1} asks nobody who is not asked already, and changes no priority.`;
    return [
      ...missing,
      ...(isEarlier ? [settingsError({ part, path: `${path}.afterSeconds`, code: "step-order", message: order })] : []),
      ...(addsNobody ? [settingsWarning({ part, path, code: "step-without-effect", message: empty })] : []),
    ];
  });
}

function checkOverflow({ id, name, limit, overflow }: Queue, settings: Settings): SettingsProblem[] {
  const part = `queues/${id}`;
  return (["before", "after"] as const).flatMap((when) =>
    overflow[when].flatMap((rule, index) => {
      const path = `overflow.${when}.${index}`;
      const lost = missingTarget(rule.then, settings);
      const gone = `Queue "${name}" overflows to ${lost?.what} "${lost?.id}", which does not exist.`;
      const limitless = `Queue "${name}" overflows when it is full, and has no limit.`;
      return [
        ...(lost ? [settingsError({ part, path: `${path}.then`, code: `missing-${lost.code}`, message: gone })] : []),
        ...(rule.when.type === "full" && limit === null
          ? [settingsWarning({ part, path: `${path}.when`, code: "overflow-without-limit", message: limitless })]
          : []),
      ];
    }),
  );
}

function missingTarget(then: OverflowAction, { queues, taskTemplates }: Settings) {
  if (then.type === "queue")
    return Object.hasOwn(queues, then.id) ? null : { what: "queue", code: "queue", id: then.id };
  if (then.type === "bot") return null;
  const id = then.template;
  return Object.hasOwn(taskTemplates, id) ? null : { what: "task template", code: "task-template", id };
}

/** Queues that overflow into each other only: the way ends after a few hops, but nobody can have meant it. */
function checkLoop({ id, name }: Queue, { queues }: Settings): SettingsProblem[] {
  const seen = [id];
  for (let at: string | undefined = id; at !== undefined; ) {
    const rules: Queue["overflow"]["before"] = queues[at]?.overflow.before ?? [];
    const next: string | undefined = rules.flatMap(({ then }) => (then.type === "queue" ? [then.id] : []))[0];
    if (next === id) {
      const message = `Queue "${name}" overflows back to itself: ${[...seen, id].join(" → ")}. Nobody is sent to the same queue twice, so they wait in the last of them.`;
      return [settingsWarning({ part: `queues/${id}`, path: "overflow.before", code: "overflow-loop", message })];
    }
    if (next === undefined || seen.includes(next)) return [];
    seen.push(next);
    at = next;
  }
  return [];
}

function checkPull({ id, name, mode, strategy, autoAccepts }: Queue): SettingsProblem[] {
  if (mode === "push" || (strategy.type === "longest-idle" && !autoAccepts)) return [];
  const message = `Queue "${name}" is one people claim from: its strategy and accepting by itself mean nothing there.`;
  return [settingsWarning({ part: `queues/${id}`, path: "mode", code: "pull-without-strategy", message })];
}
