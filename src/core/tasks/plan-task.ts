import type { WantedTask } from "../conversation/effect.ts";
import type { Conversation, Resolved } from "../conversation/state.ts";
import type { Agent } from "../people/agent.ts";
import { hoursOf, own } from "../rules/destination.ts";
import type { Destination } from "../rules/rule.ts";
import type { Policy } from "../settings/policy.ts";
import type { Settings } from "../settings/settings.ts";
import { chooseOwner } from "./choose-owner.ts";
import type { TaskCause } from "./task.ts";
import type { NewTask } from "./task-event.ts";
import { newTaskTemplate, type TaskTemplate } from "./task-template.ts";
import { timesOf } from "./task-times.ts";

export interface TaskPlan {
  readonly id: string;
  readonly at: number;
  readonly template: TaskTemplate;
  readonly cause: TaskCause;
  readonly conversation: Pick<Conversation, "id" | "customerId" | "isTest">;
  readonly handoffId: string | null;
  readonly destination: Destination | null;
  readonly teamId: string | null;
  readonly holderId: string | null;
  readonly people: ReadonlyMap<string, Agent>;
  readonly policy: Pick<Policy, "settings" | "switches">;
}

/** A follow-up as it will be stored: whose it is, and when it is due in the hours of whoever has to do it. */
export function planTask(plan: TaskPlan): NewTask {
  const { id, at, template, cause, conversation, handoffId, teamId, holderId, people, policy } = plan;
  const { settings, switches } = policy;
  const times = timesOf(template, {
    at,
    hours: taskHours(plan.destination, teamId, settings),
    closedUntil: switches.closed?.until ?? null,
  });
  const { isTest } = conversation;
  const question = { holderId, headId: headOf(teamId, settings), isTest, dueAt: times.dueAt, people };
  return {
    ...{ id, kind: template.kind, title: template.name, templateId: template.id },
    ...{ conversationId: conversation.id, customerId: conversation.customerId, handoffId, isTest },
    ...{ ownerId: chooseOwner(template.owner, question), teamId, cause },
    ...{ ...times, dueIn: template.dueIn, sendsMessage: template.sendsMessage },
    endsWithAnswer: template.endsWithAnswer,
  };
}

/** A promise outlives the template it was made with: then somebody has to look at it all the same. */
export function templateFor({ templateId }: Pick<WantedTask, "templateId">, settings: Settings): TaskTemplate {
  const fallback = { id: templateId, name: templateId, kind: "call-back", dueMinutes: 240 };
  return own(settings.taskTemplates, templateId) ?? newTaskTemplate(fallback);
}

/** Whose list it is on: the team of the handoff, else the one that gets what no rule sends elsewhere. */
export function teamFor(destination: Resolved | null, settings: Settings): string | null {
  return destination?.teamIds[0] ?? defaultTeam(settings);
}

function defaultTeam({ handoff, queues }: Settings): string | null {
  const { type, id } = handoff.destination;
  if (type === "team") return id;
  return type === "queue" ? (own(queues, id)?.teams[0] ?? null) : null;
}

/** The queue's own hours where it has them, else the team's. */
export function taskHours(destination: Destination | null, teamId: string | null, settings: Settings) {
  const ofDestination = destination && destination.type !== "agent" ? hoursOf(destination, settings) : null;
  return ofDestination ?? (teamId === null ? null : hoursOf({ type: "team", id: teamId }, settings));
}

export function headOf(teamId: string | null, { teams }: Pick<Settings, "teams">): string | null {
  return teamId === null ? null : (own(teams, teamId)?.headId ?? null);
}
