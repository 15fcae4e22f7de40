import type { Policy } from "../../settings/policy.ts";
import type { TaskMoment } from "../../tasks/task-template.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Handoff } from "../state.ts";

/** At the opening: what the rule named and, where it is a promise already, what is made by itself then. */
export function promiseAtOpening(
  draft: Draft,
  handoff: Handoff,
  moment: TaskMoment | null,
  { policy }: TransitionContext,
) {
  const ofRule = handoff.tasks.map((templateId) => ({ templateId, cause: "rule" as const }));
  promiseOnce(draft, handoff, [...ofRule, ...(moment === null ? [] : madeAt(moment, policy))]);
}

/** What is named for a moment (a queue's own, the exhaustion policy's) and the templates that are made by themselves then. */
export function promiseTasks(
  draft: Draft,
  handoff: Handoff,
  moment: TaskMoment,
  { policy }: TransitionContext,
  named: string | null = null,
): void {
  const ofName = named === null ? [] : [{ templateId: named, cause: moment }];
  promiseOnce(draft, handoff, [...ofName, ...madeAt(moment, policy)]);
}

interface Wanted {
  readonly templateId: string;
  readonly cause: TaskMoment | "rule";
}

function madeAt(moment: TaskMoment, { settings }: Policy): readonly Wanted[] {
  const made = Object.values(settings.taskTemplates).filter(({ when }) => when.includes(moment));
  return made.map(({ id: templateId }) => ({ templateId, cause: moment }));
}

/** A template that is meant twice is promised once. */
function promiseOnce(draft: Draft, handoff: Handoff, wanted: readonly Wanted[]): void {
  const isFirst = ({ templateId }: Wanted, index: number) =>
    wanted.findIndex((one) => one.templateId === templateId) === index;
  for (const { templateId, cause } of wanted.filter(isFirst)) promiseTask(draft, handoff, templateId, cause);
}

export function promiseTask(draft: Draft, handoff: Handoff, templateId: string, cause: TaskMoment | "rule"): void {
  const { control, engagement } = draft.conversation;
  const holderId = control.phase === "human" ? control.agentId : engagement.lastAgentId;
  draft.promiseTask({ templateId, cause, handoffId: handoff.id, destination: handoff.destination, holderId });
}
