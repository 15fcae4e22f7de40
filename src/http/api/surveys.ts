import type { Survey } from "../../core/surveys/survey.ts";
import { pageOf } from "../../protocol/fields.ts";
import { type RatingBody, rating, ratingsQuery } from "../../protocol/surveys.ts";
import { route } from "../access.ts";
import { readPage } from "../cursor.ts";
import { isoTime } from "../present/time.ts";
import { visibleTo } from "./change-task.ts";
import { type ApiParts, answers } from "./parts.ts";
import { requireKnown } from "./require-known.ts";

/** How customers said it was. Agents read what was said of them and their teams, leads everything (I14). */
export function addRatingRoutes(parts: ApiParts): void {
  const { api, declared, engine } = parts;
  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/ratings",
      tags: ["Ratings"],
      summary: "List ratings",
      description:
        "Newest first; what was asked and not answered is not among them. A page may hold fewer than `limit` and not be the last.",
      request: { query: ratingsQuery },
      responses: { 200: answers(pageOf(rating), "One page") },
    }),
    async (c) => {
      const { limit, cursor, low, ...query } = c.req.valid("query");
      const caller = c.get("caller");
      const isTheirs = await visibleTo(parts, caller);
      const isVisible = ({ agentId, teamId }: Survey) => isTheirs({ ownerId: agentId, teamId });
      const filter = { ...query, onlyLow: low === "true", isVisible };
      const { items, next } = await readPage({ limit, cursor }, (options) => engine.surveys.list(filter, options));
      const named = { agent: ["query.agentId", query.agentId], team: ["query.teamId", query.teamId] } as const;
      await requireKnown(engine, items, named);
      return c.json({ items: items.flatMap(presentRating), next }, 200);
    },
  );
}

function presentRating(survey: Survey): readonly RatingBody[] {
  const { id, conversationId, customerId, engagement, channelId, agentId, teamId, handoffId, isTest } = survey;
  const { askedAt, openUntil, rating: given } = survey;
  if (!given) return [];
  const { score, remark, at, changedAt } = given;
  return [
    {
      ...{ id, conversationId, customerId, engagement, channelId, agentId, teamId, handoffId, isTest },
      ...{ askedAt: isoTime(askedAt), openUntil: isoTime(openUntil), score, remark },
      ...{ ratedAt: isoTime(at), changedAt: isoTime(changedAt) },
    },
  ];
}
