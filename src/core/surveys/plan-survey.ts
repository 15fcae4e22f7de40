import type { ClosedControl, Conversation } from "../conversation/state.ts";
import { type Survey, surveyId } from "./survey.ts";
import type { SurveySettings } from "./survey-settings.ts";

/** What will be known of the answer before there is one. */
export function planSurvey(
  conversation: Conversation,
  control: ClosedControl,
  { at, settings, teamId }: { readonly at: number; readonly settings: SurveySettings; readonly teamId: string | null },
): Survey {
  const { id, customerId, engagement, isTest, route, locale } = conversation;
  return {
    schemaVersion: 1,
    id: surveyId(id, engagement.number),
    ...{ conversationId: id, customerId, engagement: engagement.number, isTest },
    ...{ channelId: route.channelId, agentId: engagement.lastAgentId, teamId, locale },
    handoffId: control.handoff?.id ?? null,
    askedAt: at,
    openUntil: at + settings.openHours * 3_600_000,
    rating: null,
  };
}
