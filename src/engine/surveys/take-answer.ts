import { own } from "../../core/rules/destination.ts";
import { type Answer, rate } from "../../core/surveys/rate.ts";
import type { Survey } from "../../core/surveys/survey.ts";
import { ratingEntries } from "../../core/surveys/survey-entries.ts";
import { standIn, wantedOwner } from "../../core/tasks/choose-owner.ts";
import { headOf, taskHours } from "../../core/tasks/plan-task.ts";
import type { NewTask } from "../../core/tasks/task-event.ts";
import { newTaskTemplate } from "../../core/tasks/task-template.ts";
import { timesOf } from "../../core/tasks/task-times.ts";
import { transitionTask } from "../../core/tasks/transition-task.ts";
import type { Commit } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { readPeopleAsTheyAre } from "../tasks/read-people.ts";
import { taskCommit } from "../tasks/task-commit.ts";
import { readSurvey, type StoredSurvey, surveyKey } from "./documents.ts";

export type AnswerTaken =
  | { readonly status: "rated" | "unchanged"; readonly survey: Survey }
  | { readonly status: "refused"; readonly code: "survey-closed" | "survey-locked"; readonly survey: Survey }
  | { readonly status: "missing" };

/** `settles`: the effect that ends together with the rating. What changes nothing commits nothing: its caller ends it. */
export async function takeAnswer(
  parts: Parts,
  policies: Pick<PolicyReader, "current">,
  id: string,
  answer: Answer,
  settles: string | null = null,
): Promise<AnswerTaken> {
  for (;;) {
    const stored = await readSurvey(parts.store, id);
    if (!stored) return { status: "missing" };
    const at = parts.clock.now();
    const rated = rate(stored.body, answer, at);
    if (rated.status !== "rated") return { ...rated, survey: stored.body };
    const { survey, becameLow } = rated;
    const task = becameLow ? await lowRatingCommit(parts, policies, survey, at) : null;
    const result = await parts.store.commit(withTask(ratingCommit(stored, survey, { at, settles }), task));
    if (result.status === "stale") continue;
    if (becameLow) parts.wakeAt(at);
    return { status: "rated", survey };
  }
}

interface Taken {
  readonly at: number;
  readonly settles: string | null;
}

function ratingCommit({ version, body: before }: StoredSurvey, survey: Survey, { at, settles }: Taken): Commit {
  const key = surveyKey(survey.id);
  const known = new Set(ratingEntries(before).map(({ view }) => view));
  const { conversationId } = survey;
  return {
    ...emptyCommit(at),
    settles: settles === null ? [] : [settles],
    expects: [{ ...key, version }],
    puts: [{ ...key, body: survey }],
    index: ratingEntries(survey)
      .filter(({ view }) => !known.has(view))
      .map((entry) => ({ change: "put", ...entry, ...key, previousKey: null })),
    // Everybody reads the feed, and not everybody the ratings (I14).
    feed: [{ type: "rating-changed", conversationId, data: { surveyId: survey.id } }],
  };
}

type TaskCommit = ReturnType<typeof taskCommit>;

function withTask(commit: Commit, task: TaskCommit | null): Commit {
  if (!task) return commit;
  return {
    ...commit,
    expects: [...commit.expects, ...task.expects],
    puts: [...commit.puts, ...task.puts],
    effects: [...commit.effects, ...task.effects],
    index: [...commit.index, ...task.index],
    feed: [...commit.feed, ...task.feed],
  };
}

/** A lead may shape it with a template of this name. */
const templateId = "low-rating";
const plainTemplate = newTaskTemplate({
  ...{ id: templateId, name: "Look into a low rating", kind: "low-rating", dueMinutes: 480 },
  owner: { type: "head" },
});

/** Somebody unhappy is somebody's business: the head's, together with the rating itself. `null`: it was made before. */
async function lowRatingCommit(
  { store }: Parts,
  policies: Pick<PolicyReader, "current">,
  survey: Survey,
  at: number,
): Promise<TaskCommit | null> {
  const { settings, switches } = policies.current();
  const { teamId, isTest, agentId, conversationId, customerId, handoffId } = survey;
  const template = own(settings.taskTemplates, templateId) ?? plainTemplate;
  const hours = taskHours(null, teamId, settings);
  const times = timesOf(template, { at, hours, closedUntil: switches.closed?.until ?? null });
  const headId = headOf(teamId, settings);
  const wanted = wantedOwner(template.owner, { holderId: agentId, headId });
  const { people, expects } = await readPeopleAsTheyAre(store, [wanted, headId], times.dueAt);
  const id = `tsk_${survey.id}.low`;
  const [made] = await store.load([{ kind: "task", id }]);
  if (made) return null;
  const ownerId = wanted === null ? null : standIn(wanted, { headId, isTest, dueAt: times.dueAt, people });
  const task: NewTask = {
    ...{ id, kind: template.kind, title: template.name, templateId: template.id, cause: "low-rating" },
    ...{ conversationId, customerId, handoffId, isTest, ownerId, teamId, dueIn: template.dueIn, sendsMessage: false },
    ...times,
  };
  const decision = transitionTask(null, { type: "created", task, by: { type: "system" } }, { at, headId });
  if (decision.status !== "applied") return null;
  const commit = taskCommit({ at, before: null, version: 0, after: decision.task, notices: decision.notices });
  // Whoever leaves in this very moment is not given it: those who give on what they have may have looked before.
  return { ...commit, expects: [...commit.expects, ...expects] };
}
