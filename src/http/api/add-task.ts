import type * as z from "zod";
import { own } from "../../core/rules/destination.ts";
import type { Task } from "../../core/tasks/task.ts";
import type { EarlierRequest } from "../../engine/settings/repeated-request.ts";
import type { WantedFollowUp } from "../../engine/tasks/tasks.ts";
import type { newTask } from "../../protocol/tasks.ts";
import type { ApiContext } from "../environment.ts";
import { idempotencyOf, keyReused, markRepeated } from "../idempotency.ts";
import { RequestError } from "../problem.ts";
import { noTask, requirePlace, taskAuthor, visibleTo } from "./change-task.ts";
import { noConversation } from "./find-conversation.ts";
import type { ApiParts } from "./parts.ts";
import { invalidField } from "./settings-refusals.ts";

type Wanted = z.output<typeof newTask>;

/** Made by hand, in the shape of a template or of one's own. */
export async function addTask(parts: ApiParts, c: ApiContext, wanted: Wanted): Promise<Task> {
  const { engine } = parts;
  // First of all: what was fine then need not be any more, and it is made all the same.
  const idempotency = await idempotencyOf(c);
  const earlier = await engine.tasks.earlier(idempotency);
  if (earlier) return madeBefore(parts, c, earlier);
  const caller = c.get("caller");
  const by = await taskAuthor(parts, caller, wanted.agentId);
  await requirePlace(parts, wanted);
  const followUp = await followUpOf(parts, wanted);
  const isVisible = await visibleTo(parts, caller);
  // Nobody loses sight of what they have just made.
  if (!isVisible({ ownerId: followUp.ownerId, teamId: followUp.teamId }) && wanted.teamId != null) {
    throw new RequestError("not-allowed", { detail: "Name yourself or one of your teams." });
  }
  const made = await engine.tasks.add(followUp, by, idempotency);
  switch (made.status) {
    case "made":
      return made.task;
    case "no-conversation":
      throw noConversation();
    default:
      return madeBefore(parts, c, made);
  }
}

/** Whoever made it is told so again, whosever it is now. */
async function madeBefore({ engine }: ApiParts, c: ApiContext, earlier: EarlierRequest): Promise<Task> {
  if (earlier.status === "clash") throw keyReused();
  const task = await engine.tasks.get(earlier.result);
  if (!task) throw noTask();
  markRepeated(c);
  return task;
}

async function followUpOf({ engine, clock }: ApiParts, wanted: Wanted): Promise<WantedFollowUp> {
  const { templateId, dueAt, conversationId = null, ownerId = null, teamId = null } = wanted;
  const { settings } = await engine.settings.versions.current();
  const template = templateId === undefined ? null : own(settings.taskTemplates, templateId);
  if (templateId !== undefined && !template) throw invalidField("body.templateId", "names no template in force");
  const title = wanted.title ?? template?.name;
  if (title === undefined) throw invalidField("body.title", "is required without a template");
  const at = dueAt === undefined ? null : Date.parse(dueAt);
  if (at !== null && at <= clock.now()) throw new RequestError("time-has-passed");
  const due = at === null ? template && { template } : { at, ...(template ? { template } : {}) };
  if (!due) throw invalidField("body.dueAt", "is required without a template");
  return { title, kind: wanted.kind ?? template?.kind ?? "note", conversationId, ownerId, teamId, due };
}
