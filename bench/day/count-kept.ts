import type { Message } from "../../src/core/conversation/message.ts";
import type { DayConversation, Evidence } from "./evidence.ts";
import type { KeptFigures } from "./figures.ts";
import type { HandoffCase } from "./handoff-case.ts";
import { promised } from "./plan-settings.ts";

const minute = 60_000;

/** What was promised and whether it was kept: of answers by messages, of tasks by what was written, of ratings by the diary. */
export function countKept(cases: readonly HandoffCase[], evidence: Evidence): KeptFigures {
  return { ...answerFigures(cases, evidence), ...taskFigures(evidence), ...ratingFigures(cases, evidence) };
}

/** A promise and what ended it: somebody's words, or that nobody waits for them any more; `null`: neither yet. */
interface Promised {
  readonly from: number;
  readonly until: number | null;
}

function answerFigures(cases: readonly HandoffCase[], { conversations, plan: { endsAt } }: Evidence) {
  const byConversation = Map.groupBy(cases, ({ conversationId }) => conversationId);
  const [first, next]: [Promised[], Promised[]] = [[], []];
  const resolutions = { promised: 0, missed: 0 };
  for (const conversation of conversations) {
    const own = byConversation.get(conversation.id) ?? [];
    const words = wordsIn(conversation);
    const questions = questionsAfterAnswers(words, own);
    next.push(...questions);
    for (const one of own) {
      if (!words.some(({ at, isOfPerson }) => isOfPerson && at < one.openedAt)) first.push(untilAnswered(one));
    }
    const counted = resolutionsOf(own, questions, endsAt);
    resolutions.promised += counted.promised;
    resolutions.missed += counted.missed;
  }
  // An answer at the very instant is too late: what falls due at a moment of the day comes before what people do in it.
  const missed = (all: readonly Promised[], minutes: number) =>
    all.filter(({ from, until }) => from + minutes * minute <= (until ?? endsAt)).length;
  return {
    "first responses promised": first.length,
    "first responses missed": missed(first, promised.firstResponse),
    "next responses promised": next.length,
    "next responses missed": missed(next, promised.nextResponse),
    "resolutions promised": resolutions.promised,
    "resolutions missed": resolutions.missed,
  };
}

function untilAnswered({ openedAt, answeredAt, end }: HandoffCase): Promised {
  return { from: openedAt, until: earliest(answeredAt, end?.at ?? null) };
}

/**
 * The time runs while the customer waits for words and not while words are awaited from them. Whoever comes again with
 * what was ended goes on with it, and so does its time: what was missed is not promised anew. Another handoff is another one.
 */
function resolutionsOf(cases: readonly HandoffCase[], questions: readonly Promised[], endsAt: number) {
  const targetMs = promised.resolution * minute;
  let [spentMs, kept, missed] = [0, 0, 0];
  for (const one of cases) {
    if (!one.isReopened) spentMs = 0;
    if (spentMs > targetMs) continue;
    const isIn = ({ from }: Promised) => from > one.openedAt && from < (one.end?.at ?? Number.POSITIVE_INFINITY);
    for (const { from, until } of [untilAnswered(one), ...questions.filter(isIn)]) {
      spentMs += (until ?? endsAt + 1) - from;
    }
    if (spentMs > targetMs) missed += 1;
    else kept += 1;
  }
  return { promised: kept + missed, missed };
}

interface Words {
  readonly at: number;
  readonly isOfPerson: boolean;
}

/** What customers and people said to each other; a rating awaits no answer. */
function wordsIn({ messages }: DayConversation): readonly Words[] {
  const isSaid = ({ author, content }: Message) =>
    author.type === "agent" || (author.type === "customer" && content.type === "text");
  return messages.filter(isSaid).map(({ at, author }) => ({ at, isOfPerson: author.type === "agent" }));
}

function questionsAfterAnswers(words: readonly Words[], cases: readonly HandoffCase[]): readonly Promised[] {
  return words.flatMap(({ at, isOfPerson }, index) => {
    if (isOfPerson || !words[index - 1]?.isOfPerson) return [];
    const answeredAt = words.slice(index + 1).find((later) => later.isOfPerson)?.at ?? null;
    const endedAt = cases.flatMap(({ end }) => (end && end.at >= at ? [end.at] : []))[0] ?? null;
    return [{ from: at, until: earliest(answeredAt, endedAt) }];
  });
}

function earliest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

function taskFigures({ witnessed, plan }: Evidence) {
  const tasks = [...witnessed.tasks.values()].filter(({ handoffId }) => handoffId !== null);
  const counted = tasks.filter(
    ({ state, dueAt }) => state.status === "done" || (state.status === "open" && dueAt <= plan.endsAt),
  );
  const inTime = counted.filter(({ state, dueAt }) => state.status === "done" && state.at <= dueAt);
  return { tasks: tasks.length, "tasks done or due": counted.length, "tasks done in time": inTime.length };
}

/** Whoever comes again on the same day goes on with what they had: each has one engagement. */
function ratingFigures(cases: readonly HandoffCase[], { diary, conversations }: Evidence) {
  const answered = new Set(cases.flatMap((one) => (one.answeredAt === null ? [] : [one.conversationId])));
  const rated = conversations.flatMap(({ id, customer }) => {
    const score = diary.ratings.get(customer);
    return score === undefined || !answered.has(id) ? [] : [{ id, score }];
  });
  const last = new Map(cases.map((one) => [one.conversationId, one]));
  const couldBe = new Set([...[...answered].filter((id) => last.get(id)?.end), ...rated.map(({ id }) => id)]);
  const sum = rated.reduce((total, { score }) => total + score, 0);
  return {
    "ratings of escalated cases": rated.length,
    "rating mean": rated.length === 0 ? null : sum / rated.length,
    satisfied: rated.filter(({ score }) => score >= 4).length,
    "could have been rated": couldBe.size,
  };
}
