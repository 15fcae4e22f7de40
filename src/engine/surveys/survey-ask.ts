import type { Effect } from "../../core/conversation/effect.ts";
import { type Message, textOf } from "../../core/conversation/message.ts";
import type { ClosedControl, Conversation } from "../../core/conversation/state.ts";
import { planSurvey } from "../../core/surveys/plan-survey.ts";
import { surveyId } from "../../core/surveys/survey.ts";
import { teamFor } from "../../core/tasks/plan-task.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { outcomeOf } from "../effects/outcome.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { KnownConversations } from "../known-conversations.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { readSurvey, surveyKey } from "./documents.ts";

type SurveyAsk = Extract<Effect, { type: "survey-ask" }>;

/**
 * The question and the document that takes the answer are one commit: it is asked once in an engagement, however often
 * this runs, and a customer's "5" always finds where it belongs.
 */
export function createSurveyAsk(parts: Parts, known: KnownConversations, handle: HandleEvent, policies: PolicyReader) {
  return async (leased: LeasedEffect, { conversationId, engagement, epoch }: SurveyAsk): Promise<Outcome> => {
    const id = surveyId(conversationId, engagement);
    const { body: conversation } = await known.fresh(conversationId);
    if (conversation?.control.phase !== "closed") return { outcome: "done" };
    // Asked before: it went on, and has ended for the second time.
    if (await readSurvey(parts.store, id)) return { outcome: "done" };
    const at = parts.clock.now();
    const survey = await surveyOf(conversation, conversation.control, { at, policies });
    const event = { type: "survey-due", id: leased.id, at, engagement, epoch, url: linkTo(parts, id) } as const;
    const creates = [{ ...surveyKey(id), body: survey }];
    return outcomeOf(await handle(conversationId, event, { settles: [leased.id], creates }));
  };
}

async function surveyOf(
  conversation: Conversation,
  control: ClosedControl,
  { at, policies }: { readonly at: number; readonly policies: PolicyReader },
) {
  const { settings } = await policies.for(conversation.draftId);
  const teamId = teamFor(control.handoff?.destination ?? null, settings);
  return planSurvey(conversation, control, { at, settings: settings.surveys, teamId });
}

/** `null`: nobody has told us under which address we are reached. */
function linkTo({ surveyLinks, notifying }: Parts, id: string): string | null {
  const publicUrl = notifying?.publicUrl ?? null;
  return surveyLinks && publicUrl !== null ? `${publicUrl}/s/${surveyLinks.blindTokenOf(id)}` : null;
}

/** The question as it leaves: with the address that the customer, and nobody else, may answer at. */
export async function withOwnLink({ surveyLinks }: Parts, message: Message): Promise<string> {
  const text = textOf(message.content) ?? "";
  const isQuestion = message.author.type === "system" && message.author.moment === "csat.request";
  if (!surveyLinks || !isQuestion) return text;
  const id = surveyId(message.conversationId, message.engagement);
  return text.replaceAll(surveyLinks.blindTokenOf(id), await surveyLinks.tokenOf(id));
}
