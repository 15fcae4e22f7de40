import { absenceAt } from "../people/absence.ts";
import type { Agent } from "../people/agent.ts";
import { own } from "../rules/destination.ts";
import type { Destination } from "../rules/rule.ts";
import type { Settings } from "../settings/settings.ts";
import type { CaseStrategy, CaseTarget } from "./choices.ts";

/** Who there is, and when. */
export interface TargetContext {
  readonly subject: Agent;
  readonly people: readonly Agent[];
  readonly settings: Pick<Settings, "teams">;
  readonly at: number;
}

export type FoundTarget =
  | {
      readonly status: "found";
      readonly candidates: readonly Agent[];
      readonly strategy: CaseStrategy;
      /** Where conversations wait that nobody has room for; `null`: where they came from. */
      readonly overflow: Destination | null;
    }
  | { readonly status: "refused"; readonly code: TargetProblem; readonly message: string };

export type TargetProblem =
  | "target-missing"
  | "unknown-agent"
  | "agent-left"
  | "same-person"
  | "test-boundary"
  | "no-head"
  | "head-unclear"
  | "unknown-team"
  | "nobody-there";

export interface Head {
  readonly agent: Agent;
  readonly teamIds: readonly string[];
}

/** The heads of the subject's teams, other than the subject: one, none, or a choice. */
export function headsOf({ subject, people, settings }: TargetContext): readonly Head[] {
  const byHead = Map.groupBy(subject.teamIds, (id) => settings.teams[id]?.headId ?? null);
  return people.flatMap((agent) => {
    const teamIds = byHead.get(agent.id);
    return teamIds && agent.id !== subject.id && agent.leftAt === null ? [{ agent, teamIds }] : [];
  });
}

/** Whom a target means now. What is not clear is asked, never picked. */
export function findTarget(target: CaseTarget | null, context: TargetContext): FoundTarget {
  if (!target) return refused("target-missing", "Choose who gets it.");
  if (target.type === "department") return findDepartment(target, context);
  return target.type === "head" ? findHead(target.id, context) : findEmployee(target.id, context);
}

function findEmployee(id: string, { subject, people }: TargetContext): FoundTarget {
  const agent = people.find((one) => one.id === id);
  if (!agent) return refused("unknown-agent", `There is no agent ${id}.`);
  if (agent.id === subject.id) return refused("same-person", "Choose somebody else than the person it comes from.");
  if (agent.leftAt !== null) return refused("agent-left", `${agent.name} works here no more.`);
  if (agent.isTest !== subject.isTest) return refused("test-boundary", "Tests and work are kept apart.");
  const [teamId] = agent.teamIds;
  const overflow = teamId === undefined ? null : ({ type: "team", id: teamId } as const);
  return { status: "found", candidates: [agent], strategy: "least-loaded", overflow };
}

function findHead(chosenId: string | null, context: TargetContext): FoundTarget {
  const heads = headsOf(context);
  const names = heads.map(({ agent, teamIds }) => `${agent.id} (${teamIds.join(", ")})`).join(" or ");
  if (heads.length === 0) return refused("no-head", whyNoHead(context));
  if (chosenId === null && heads.length > 1) return refused("head-unclear", `There are two: choose ${names}.`);
  const head = chosenId === null ? heads[0] : heads.find(({ agent }) => agent.id === chosenId);
  if (!head) return refused("head-unclear", `${chosenId} leads none of their teams. It can be ${names}.`);
  const found = findEmployee(head.agent.id, context);
  const [teamId] = head.teamIds;
  return found.status === "found" && teamId !== undefined
    ? { ...found, overflow: { type: "team", id: teamId } }
    : found;
}

function whyNoHead({ subject, people, settings }: TargetContext): string {
  if (subject.teamIds.length === 0) return `${subject.name} is in no team, so nobody is their head. Choose somebody.`;
  const reasons = subject.teamIds.map((teamId) => {
    const headId = settings.teams[teamId]?.headId ?? null;
    const name = people.find(({ id }) => id === headId)?.name;
    if (headId === null || name === undefined) return `${teamId} has no head`;
    return headId === subject.id
      ? `${teamId} is led by themselves`
      : `${name}, the head of ${teamId}, works here no more`;
  });
  return `There is nobody else: ${reasons.join("; ")}. Choose somebody, or name another head in the settings.`;
}

/** Of everybody in it who is not absent; whoever has no team at all is in none here. */
function findDepartment(
  { id, strategy }: Extract<CaseTarget, { type: "department" }>,
  { subject, people, settings, at }: TargetContext,
): FoundTarget {
  const team = own(settings.teams, id);
  if (!team) return refused("unknown-team", `There is no team ${id}.`);
  const candidates = people.filter(
    (agent) =>
      agent.teamIds.includes(id) &&
      agent.id !== subject.id &&
      agent.leftAt === null &&
      agent.isTest === subject.isTest &&
      absenceAt(agent.absences, at) === null,
  );
  if (candidates.length === 0) return refused("nobody-there", `Nobody in ${team.name} is there to take it.`);
  return { status: "found", candidates, strategy, overflow: { type: "team", id } };
}

function refused(code: TargetProblem, message: string): FoundTarget {
  return { status: "refused", code, message };
}
