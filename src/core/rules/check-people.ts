import type { Team } from "../people/people-settings.ts";
import type { Queue } from "../routing/queue.ts";
import { type SettingsProblem, settingsError, settingsWarning } from "../settings/problem.ts";
import type { Settings } from "../settings/settings.ts";
import { shortened } from "./check-context.ts";

/** Queues ask teams, and teams have hours. */
export function checkPeople(settings: Settings): readonly SettingsProblem[] {
  return [
    ...Object.values(settings.queues).flatMap((queue) => checkQueue(queue, settings)),
    ...Object.values(settings.teams).flatMap((team) => checkTeam(team, settings)),
  ];
}

function checkQueue({ id, name, teams }: Queue, settings: Settings): SettingsProblem[] {
  const [part, queue] = [`queues/${id}`, `Queue "${shortened(name)}"`];
  if (teams.length === 0) {
    const message = `${queue} has no team: anybody is asked, at any hour, and customers are told of no team. Name one.`;
    return [settingsWarning({ part, path: "teams", code: "queue-without-teams", message })];
  }
  return teams.flatMap((teamId, index) => {
    if (Object.hasOwn(settings.teams, teamId)) return [];
    const message = `${queue}: there is no team "${shortened(teamId)}". Choose another one, or make it first.`;
    return [settingsError({ part, path: `teams.${index}`, code: "missing-team", message })];
  });
}

function checkTeam({ id, name, hours }: Team, settings: Settings): SettingsProblem[] {
  if (Object.hasOwn(settings.hours, hours)) return [];
  const [part, team] = [`teams/${id}`, `Team "${shortened(name)}"`];
  const message = `${team}: there are no hours "${shortened(hours)}". Choose others, or make them first.`;
  return [settingsError({ part, path: "hours", code: "missing-hours", message })];
}
