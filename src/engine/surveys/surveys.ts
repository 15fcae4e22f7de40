import type { Answer } from "../../core/surveys/rate.ts";
import { isLow, type Survey } from "../../core/surveys/survey.ts";
import { ratingViews } from "../../core/surveys/survey-entries.ts";
import type { ListOptions, PageOf } from "../conversations.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { readSurvey } from "./documents.ts";
import { type AnswerTaken, takeAnswer } from "./take-answer.ts";

export interface RatingFilter {
  readonly agentId?: string | undefined;
  readonly teamId?: string | undefined;
  readonly conversationId?: string | undefined;
  readonly onlyLow?: boolean;
  readonly isVisible?: (survey: Survey) => boolean;
}

export interface OpenSurvey {
  readonly survey: Survey;
  /** In which the customer is spoken to. */
  readonly locale: string;
  readonly companyName: string;
  /** Whether an answer would still be taken. */
  readonly isOpen: boolean;
}

/** How people said it was. */
export interface Surveys {
  get(id: string): Promise<Survey | null>;
  /** Those that were answered, newest first. A page may hold fewer than `limit` and not be the last. */
  list(filter: RatingFilter, options: ListOptions): Promise<PageOf<Survey>>;
  /** By the token of its address; `null`: it is not one of ours. */
  open(token: string): Promise<OpenSurvey | null>;
  answer(token: string, answer: Answer): Promise<AnswerTaken>;
}

/** So many pages are looked through for one answer. */
const mostPages = 20;

export function createSurveys(parts: Parts, policies: PolicyReader): Surveys {
  const { store, clock, surveyLinks } = parts;
  return {
    get: async (id) => (await readSurvey(store, id))?.body ?? null,
    async list(filter, { limit, cursor }) {
      const view = { ...viewFor(filter), order: "descending" } as const;
      const items: Survey[] = [];
      let next = cursor;
      for (let pages = 0; pages < mostPages; pages++) {
        const page = await store.query({ ...view, limit: limit - items.length, cursor: next });
        items.push(...page.items.map(({ body }) => body as Survey).filter((survey) => isMeant(survey, filter)));
        next = page.next;
        if (next === null || items.length === limit) break;
      }
      return { items, next };
    },
    async open(token) {
      const id = await surveyLinks?.read(token);
      const survey = id ? (await readSurvey(store, id))?.body : null;
      if (!survey) return null;
      const { company } = policies.current().settings;
      const locale = survey.locale ?? company.defaultLocale;
      return { survey, locale, companyName: company.name, isOpen: isOpen(survey, clock.now()) };
    },
    async answer(token, answer) {
      const id = await surveyLinks?.read(token);
      return id ? takeAnswer(parts, policies, id, answer) : { status: "missing" };
    },
  };
}

function isOpen({ openUntil, rating }: Survey, at: number): boolean {
  return at < openUntil && (rating === null || rating.remark === null);
}

/** The list that holds the fewest others. */
function viewFor({ agentId, teamId, conversationId }: RatingFilter) {
  if (conversationId !== undefined) return { view: ratingViews.byConversation, key: conversationId };
  if (agentId !== undefined) return { view: ratingViews.byAgent, key: agentId };
  if (teamId !== undefined) return { view: ratingViews.byTeam, key: teamId };
  return { view: ratingViews.all, key: "all" };
}

function isMeant(survey: Survey, { agentId, teamId, onlyLow, isVisible }: RatingFilter): boolean {
  return (
    (agentId === undefined || survey.agentId === agentId) &&
    (teamId === undefined || survey.teamId === teamId) &&
    (!onlyLow || isLow(survey.rating)) &&
    (isVisible === undefined || isVisible(survey))
  );
}
