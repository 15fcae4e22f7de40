import type { Effect } from "../../core/conversation/effect.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { KnownConversations } from "../known-conversations.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { createSurveyAnswer } from "../surveys/survey-answer.ts";
import { createSurveyAsk } from "../surveys/survey-ask.ts";
import type { TaskEffect } from "./documents.ts";
import { createTaskCreate } from "./task-create.ts";
import { createTaskSweep } from "./task-sweep.ts";
import { createTaskTimer } from "./task-timer.ts";
import { createTasksOfLeaver } from "./tasks-of-leaver.ts";

export type FollowUpEffect = TaskEffect | Extract<Effect, { type: "task-create" | "survey-ask" | "survey-answer" }>;
export type RunFollowUpEffect = (leased: LeasedEffect, effect: FollowUpEffect) => Promise<Outcome>;

interface FollowUpTools {
  readonly known: KnownConversations;
  readonly handle: HandleEvent;
  readonly policies: PolicyReader;
  /** Takes what is due: what was planned for now starts now. */
  readonly wake: () => void;
}

/** What comes after a conversation, or after a promise made in it. */
export function createRunFollowUpEffect(
  parts: Parts,
  { known, handle, policies, wake }: FollowUpTools,
): RunFollowUpEffect {
  const taskCreate = createTaskCreate(parts, known, policies);
  const taskTimer = createTaskTimer(parts, handle, policies);
  const taskSweep = createTaskSweep(parts, policies);
  const tasksOfLeaver = createTasksOfLeaver(parts, policies);
  const surveyAsk = createSurveyAsk(parts, known, handle, policies);
  const surveyAnswer = createSurveyAnswer(parts, policies);
  const run: RunFollowUpEffect = (leased, effect) => {
    switch (effect.type) {
      case "task-create":
        return taskCreate(leased, effect);
      case "task-timer":
        return taskTimer(leased, effect);
      case "task-sweep":
        return taskSweep(leased);
      case "tasks-of-leaver":
        return tasksOfLeaver(leased, effect);
      case "survey-ask":
        return surveyAsk(leased, effect);
      case "survey-answer":
        return surveyAnswer(leased, effect);
    }
  };
  return async (leased, effect) => {
    const outcome = await run(leased, effect);
    wake();
    return outcome;
  };
}
