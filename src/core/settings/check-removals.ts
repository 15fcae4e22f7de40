import type { Agent } from "../people/agent.ts";
import type { Part, PartChange } from "./parts.ts";
import { type SettingsProblem, settingsWarning } from "./problem.ts";

/** What hangs on a part that is to go, and that settings do not say themselves. */
export interface Dependents {
  readonly people: readonly Pick<Agent, "teamIds" | "shift" | "leftAt">[];
  /** How many customers wait in each queue that goes. */
  readonly waiting: Readonly<Record<string, number>>;
}

export interface Removed {
  readonly kind: "teams" | "queues" | "hours";
  readonly part: Part;
  readonly id: string;
}

/** Of what people belong to, work by, or wait in. */
export function removalsAmong(changes: readonly PartChange[]): readonly Removed[] {
  return changes.flatMap(({ part, after }) => {
    const [, kind, id] = /^(teams|queues|hours)\/(.+)$/.exec(part) ?? [];
    const isMeant = kind === "teams" || kind === "queues" || kind === "hours";
    return after === null && isMeant && id !== undefined ? [{ kind, part, id }] : [];
  });
}

/** Nothing is lost by it, and yet whoever removes it should know how many it concerns. */
export function checkRemovals(removed: readonly Removed[], dependents: Dependents): readonly SettingsProblem[] {
  return removed.flatMap(({ kind, part, id }) => {
    const found = { teams: ofTeam, queues: ofQueue, hours: ofHours }[kind](id, dependents);
    return found ? [settingsWarning({ part, path: "", ...found })] : [];
  });
}

type Found = Pick<SettingsProblem, "code" | "message"> | null;

function ofTeam(id: string, { people }: Dependents): Found {
  const count = people.filter(({ leftAt, teamIds }) => leftAt === null && teamIds.includes(id)).length;
  const what = `Team "${id}" still has ${counted(count, "member", "members")}.`;
  return told(count, "team-has-members", `${what} Put them into another team: by this one they get no more work.`);
}

function ofQueue(id: string, { waiting }: Dependents): Found {
  const count = waiting[id] ?? 0;
  const what = `${counted(count, "customer waits", "customers wait")} in queue "${id}".`;
  return told(count, "queue-has-waiting", `${what} They stay in it without its settings. Send them elsewhere first.`);
}

function ofHours(id: string, { people }: Dependents): Found {
  const count = people.filter(({ leftAt, shift }) => leftAt === null && shift === id).length;
  const what = `${counted(count, "person works", "people work")} by the hours "${id}".`;
  return told(
    count,
    "hours-are-shift",
    `${what} Without them they count as on duty at any time. Choose another shift.`,
  );
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function told(count: number, code: string, message: string): Found {
  return count === 0 ? null : { code, message };
}
