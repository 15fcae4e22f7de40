import { pressedScore, ratingChoices, writtenScore } from "../../surveys/read-score.ts";
import type { Score } from "../../surveys/survey.ts";
import { surveyWords } from "../../surveys/survey-words.ts";
import type { TransitionContext } from "../context.ts";
import { ignored } from "../decision.ts";
import { type Draft, joined } from "../draft.ts";
import { lanes } from "../effect.ts";
import type { EventOf, Stop } from "../handler.ts";
import type { MessageContent } from "../message.ts";
import type { ClosedControl, CloseOutcome } from "../state.ts";
import { lastSubjectOf } from "../wording.ts";
import { appendIncoming } from "./incoming.ts";
import { activeRestraint } from "./restraint.ts";

const minute = 60_000;
const hour = 60 * minute;

/** Whoever was helped by a person is asked how it was, later: they may still come back. */
export function planSurvey(draft: Draft, outcome: CloseOutcome, { policy }: TransitionContext): void {
  const { surveys } = policy.settings;
  const { id, engagement, epoch } = draft.conversation;
  if (!surveys.isEnabled || engagement.lastAgentId === null || outcome === "spam") return;
  const effect = { type: "survey-ask", conversationId: id, engagement: engagement.number, epoch } as const;
  draft.plan(effect, { lane: null, dueAt: draft.at + surveys.delayMinutes * minute });
}

/**
 * Never in between: only about the end it was planned for (I3). Whoever wants something has raised the epoch by it; a
 * bare thanks wants nothing, and those who are thankful belong in the figures as much as anybody.
 */
export function askRating(
  draft: Draft,
  control: ClosedControl,
  { engagement, epoch, url }: EventOf<"survey-due">,
  context: TransitionContext,
): Stop | undefined {
  const { conversation } = draft;
  if (conversation.engagement.number !== engagement || conversation.epoch !== epoch) return ignored("it went on since");
  if (conversation.lastCustomerAt > control.since && activeRestraint(conversation, draft.at)) {
    return ignored("the customer is not answered for a while");
  }
  const { settings } = context.policy;
  if (!settings.surveys.isEnabled) return ignored("nobody is asked any more");
  const asked = draft.word("csat.request", { about: lastSubjectOf({ control }) });
  if (asked === null) return ignored("nothing is said at this moment");
  draft.send({ type: "system", moment: "csat.request" }, question(draft, asked, url, context));
  draft.set({ control: { ...control, ratingUntil: draft.at + settings.surveys.openHours * hour } });
  draft.note({ type: "rating-asked", data: { engagement } });
  return undefined;
}

/** Buttons where the channel has them; elsewhere a page; and where nobody knows our address, a number in words. */
function question(
  draft: Draft,
  asked: string,
  url: string | null,
  { channel, policy }: TransitionContext,
): MessageContent {
  const locale = draft.conversation.locale ?? policy.settings.company.defaultLocale;
  if (channel.hasButtons) return { type: "offer", text: asked, choices: ratingChoices(locale) };
  return { type: "text", text: joined([asked, url ?? surveyWords(locale).howToAnswer]) };
}

/** A number right after the question is its answer; `null`: somebody wants something. */
export function ratingIn(content: MessageContent, { ratingUntil }: ClosedControl, at: number): Score | null {
  const isAsked = ratingUntil !== undefined && at < ratingUntil;
  return pressedScore(content) ?? (isAsked && content.type === "text" ? writtenScore(content.text) : null);
}

/** It opens nothing and nobody has to answer it, neither the bot in the turn that it owes just then. */
export function takeRating(draft: Draft, event: EventOf<"message-received">, score: Score): void {
  const { lastCustomerSeq } = draft.conversation;
  appendIncoming(draft, event);
  draft.set({ lastCustomerSeq });
  const { id, engagement } = draft.conversation;
  const effect = { type: "survey-answer", conversationId: id, engagement: engagement.number, score } as const;
  draft.plan(effect, { lane: lanes.survey(id), dueAt: draft.at });
}
