import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { EventOf } from "../handler.ts";
import type { Handoff } from "../state.ts";
import { promiseTasks } from "./promise-tasks.ts";
import { planSurvey } from "./rating.ts";

/** Resolving ends the engagement. Nobody speaks until the customer writes again. */
export function closeConversation(
  draft: Draft,
  event: EventOf<"conversation-closed">,
  before: Handoff | null,
  context: TransitionContext,
): undefined {
  const actor =
    event.agentId === null ? ({ type: "system" } as const) : ({ type: "agent", agentId: event.agentId } as const);
  const handoff = before && {
    ...before,
    ask: null,
    course: { ...before.course, wrapUp: event.wrapUp ?? before.course.wrapUp },
  };
  draft.changeControl(
    { phase: "closed", since: draft.at, outcome: event.outcome, handoff },
    { code: "closed", outcome: event.outcome },
    actor,
  );
  if (handoff && event.outcome === "resolved") promiseTasks(draft, handoff, "resolved", context);
  planSurvey(draft, event.outcome, context);
}
