import type { Conversation } from "../../core/conversation/state.ts";
import { type Survey, surveyId } from "../../core/surveys/survey.ts";
import type { DocumentKey, Store } from "../../ports/store.ts";

export const surveyKey = (id: string): DocumentKey => ({ kind: "survey", id });

/** Every survey there may be of a conversation: one for each engagement. */
export function surveyKeys({ id, engagement }: Pick<Conversation, "id" | "engagement">): readonly DocumentKey[] {
  return Array.from({ length: engagement.number }, (_, index) => surveyKey(surveyId(id, index + 1)));
}

export interface StoredSurvey {
  readonly version: number;
  readonly body: Survey;
}

export async function readSurvey(store: Store, id: string): Promise<StoredSurvey | null> {
  const [stored] = await store.load([surveyKey(id)]);
  return stored ? { version: stored.version, body: stored.body as Survey } : null;
}
