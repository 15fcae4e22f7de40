import type { Survey } from "./survey.ts";

/** The views an answer appears in, by when it was given. Without one there is nothing to list. */
export const ratingViews = {
  all: "ratings",
  byAgent: "ratings-by-agent",
  byTeam: "ratings-by-team",
  byConversation: "ratings-by-conversation",
};

export interface RatingEntry {
  readonly view: string;
  readonly key: string;
  readonly sort: number;
}

export function ratingEntries({ rating, conversationId, agentId, teamId, isTest }: Survey): readonly RatingEntry[] {
  if (!rating) return [];
  const sort = rating.at;
  const entries: RatingEntry[] = [{ view: ratingViews.byConversation, key: conversationId, sort }];
  // Tests count in no figure (I16).
  if (isTest) return entries;
  entries.push({ view: ratingViews.all, key: "all", sort });
  if (agentId !== null) entries.push({ view: ratingViews.byAgent, key: agentId, sort });
  if (teamId !== null) entries.push({ view: ratingViews.byTeam, key: teamId, sort });
  return entries;
}
