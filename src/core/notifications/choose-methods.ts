import { hoursStateAt } from "../hours/hours-state.ts";
import { absenceAt } from "../people/absence.ts";
import type { Agent } from "../people/agent.ts";
import type { Settings } from "../settings/settings.ts";
import type { Happening } from "./notice.ts";
import { choiceOf, type NotificationPreferences, type PushMethod } from "./preferences.ts";
import { quietUntil } from "./quiet-hours.ts";
import type { Recipient } from "./recipients.ts";

/** How one person is told of one thing. */
export interface ChosenMethods {
  readonly isInApp: boolean;
  readonly pushes: readonly Push[];
}

export interface Push {
  readonly method: PushMethod;
  /** Quiet hours: kept until then and delivered with everything else that was; `null`: at once. */
  readonly heldUntil: number | null;
}

interface Company {
  readonly settings: Pick<Settings, "teams" | "hours">;
  /** Those that are configured. */
  readonly methods: readonly PushMethod[];
}

export function chooseMethods(
  { kind, priority, at }: Pick<Happening, "kind" | "priority" | "at">,
  { agent, as }: Recipient,
  preferences: NotificationPreferences,
  { settings, methods }: Company,
): ChosenMethods {
  if (kind === "test") return { isInApp: true, pushes: [] };
  const isAvailable = agent.presence === "available";
  const isWanted = (method: PushMethod | "in-app") => {
    const choice = choiceOf(preferences, kind, method);
    return choice === "on" || (choice === "away" && !isAvailable);
  };
  // Off duty, one is not called for what goes to the whole team; what names one comes all the same.
  const isCalled = as !== "member" || isOnDuty(agent, settings, at);
  const wanted = methods.filter((method) => isCalled && isReachable(agent, preferences, method) && isWanted(method));
  const heldUntil = holdUntil(agent, preferences, settings, { priority, at });
  return { isInApp: isWanted("in-app"), pushes: wanted.map((method) => ({ method, heldUntil })) };
}

export function isReachable({ email }: Agent, preferences: NotificationPreferences, method: PushMethod): boolean {
  return email !== null || (method === "slack" && preferences.slackMemberId !== null);
}

function isOnDuty({ absences, shift }: Agent, { hours }: Pick<Settings, "hours">, at: number): boolean {
  if (absenceAt(absences, at)) return false;
  const worked = shift === null ? undefined : hours[shift];
  return worked === undefined || hoursStateAt(worked, at) === "open";
}

function holdUntil(
  agent: Agent,
  { quietHours }: NotificationPreferences,
  settings: Company["settings"],
  { priority, at }: Pick<Happening, "priority" | "at">,
): number | null {
  if (!quietHours || (priority === "urgent" && quietHours.letsUrgentThrough)) return null;
  return quietUntil(quietHours, quietHours.timeZone ?? timeZoneOf(agent, settings), at);
}

/** Their own; else that of their shift, of their first team, of any team. */
export function timeZoneOf({ timeZone, shift, teamIds }: Agent, { hours, teams }: Company["settings"]): string {
  if (timeZone !== null) return timeZone;
  const ofTeams = [...teamIds, ...Object.keys(teams)].map((id) => teams[id]?.hours);
  const known = [shift, ...ofTeams].find((id) => id != null && hours[id] !== undefined);
  return (known != null && hours[known]?.timeZone) || "UTC";
}
