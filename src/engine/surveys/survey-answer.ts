import type { Effect } from "../../core/conversation/effect.ts";
import { surveyId } from "../../core/surveys/survey.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { readSurvey } from "./documents.ts";
import { takeAnswer } from "./take-answer.ts";

type SurveyAnswer = Extract<Effect, { type: "survey-answer" }>;

/** Buttons of long ago are pressed, too: the last engagements are looked through for the survey that was asked. */
const engagementsBack = 5;

/** A number in the conversation becomes the rating of the survey it answers. */
export function createSurveyAnswer(parts: Parts, policies: PolicyReader) {
  return async (leased: LeasedEffect, { conversationId, engagement, score }: SurveyAnswer): Promise<Outcome> => {
    for (let number = engagement; number > Math.max(0, engagement - engagementsBack); number--) {
      const id = surveyId(conversationId, number);
      if (!(await readSurvey(parts.store, id))) continue;
      const taken = await takeAnswer(parts, policies, id, { score, remark: null }, leased.id);
      return { outcome: taken.status === "rated" ? "settled" : "done" };
    }
    return { outcome: "done" };
  };
}
