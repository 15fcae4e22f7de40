import type { TaskMoment } from "../../tasks/task-template.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Handoff } from "../state.ts";

/**
 * At the opening also what the rule named; at every moment what is named for it (a queue's own, the exhaustion policy's)
 * and the templates that are made by themselves then. A template that is meant twice is promised once.
 */
export function promiseTasks(
  draft: Draft,
  handoff: Handoff,
  moment: TaskMoment | null,
  { policy }: TransitionContext,
  named: string | null = null,
): void {
  const { taskTemplates } = policy.settings;
  const ofRule = moment === null || moment === "after-hours" ? handoff.tasks : [];
  const own = Object.values(taskTemplates).filter(({ when }) => moment !== null && when.includes(moment));
  const ofMoment = [...(named === null ? [] : [named]), ...own.map(({ id }) => id)];
  const wanted = [
    ...ofRule.map((templateId) => ({ templateId, cause: "rule" as const })),
    ...ofMoment.map((templateId) => ({ templateId, cause: moment ?? ("rule" as const) })),
  ];
  for (const { templateId, cause } of unique(wanted)) promiseTask(draft, handoff, templateId, cause);
}

export function promiseTask(draft: Draft, handoff: Handoff, templateId: string, cause: TaskMoment | "rule"): void {
  const { control, engagement } = draft.conversation;
  const holderId = control.phase === "human" ? control.agentId : engagement.lastAgentId;
  draft.promiseTask({ templateId, cause, handoffId: handoff.id, destination: handoff.destination, holderId });
}

function unique<Wanted extends { readonly templateId: string }>(wanted: readonly Wanted[]): readonly Wanted[] {
  return wanted.filter(({ templateId }, index) => wanted.findIndex((one) => one.templateId === templateId) === index);
}
