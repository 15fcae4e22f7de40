import { higher } from "../conversation/higher.ts";
import type { Agent } from "../people/agent.ts";
import type { Priority } from "../rules/rule.ts";
import type { Bounds } from "./exclusion.ts";
import { type Intake, intakeOf } from "./intake.ts";
import { type Needs, needsAfter } from "./needs.ts";
import { shiftsAt } from "./on-duty.ts";
import { asksOffDuty, type Queue, type Step } from "./queue.ts";
import { queueOf } from "./queue-of.ts";
import type { RouteInput } from "./route-input.ts";

/** One look for a person: what is asked of them at this moment, and how far the search has widened. */
export interface Search {
  readonly input: RouteInput;
  readonly queue: Queue;
  readonly intake: Intake;
  /** In the order in which they begin. */
  readonly steps: readonly Step[];
  /** How many of them have begun by the clock. */
  readonly begun: number;
  readonly needs: Needs;
  readonly bounds: Bounds;
  readonly priority: Priority;
  person(id: string | null): Agent | undefined;
}

/** Deadlines count from entering the queue, whatever happened since. */
export function beginSearch(input: RouteInput): Search {
  const { handoff, conversation, policy, at, load } = input;
  const { settings } = policy;
  const queue = queueOf(handoff.destination, settings);
  const waitedMs = at - handoff.enteredQueueAt;
  const steps = queue.steps.toSorted((one, other) => one.afterSeconds - other.afterSeconds);
  const begun = steps.filter(({ afterSeconds }) => waitedMs >= afterSeconds * 1_000).length;
  const priority = steps.slice(0, begun).reduce(raisedBy, handoff.priority);
  const needs = needsAfter(waitedMs, queue, conversation.locale);
  return {
    input,
    queue,
    intake: intakeOf(queue, input, priority),
    steps,
    begun,
    needs,
    priority,
    bounds: {
      conversationId: conversation.id,
      isTest: conversation.isTest,
      load,
      at,
      needs,
      declinedBy: new Set(handoff.declinedBy),
      isOnShift: shiftsAt(at, settings),
      asksOffDuty: asksOffDuty(queue, priority),
      ringsAtOnce: settings.people.ringsAtOnce,
    },
    person: (id) => (id === null ? undefined : input.agents.find((agent) => agent.id === id)),
  };
}

function raisedBy(priority: Priority, step: Step): Priority {
  return step.priority === null ? priority : higher(priority, step.priority);
}
