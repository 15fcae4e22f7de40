import * as z from "zod";
import { anyId, idempotencyHeader, pageOf } from "../../protocol/fields.ts";
import { newTask, task, taskChange, tasksQuery } from "../../protocol/tasks.ts";
import { route } from "../access.ts";
import { readPage } from "../cursor.ts";
import { presentTask } from "../present/task.ts";
import { addTask } from "./add-task.ts";
import { changeTask, findTask, taskFilter } from "./change-task.ts";
import { addExportTasksRoute } from "./export-tasks.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { requireKnown } from "./require-known.ts";
import { addTaskEndRoutes } from "./task-ends.ts";

const tags = ["Follow-ups"];
const params = z.object({ id: anyId });
const headers = idempotencyHeader;

/** What was promised to customers and has to be done. Agents see their own and their teams', leads everybody's (I14). */
export function addTaskRoutes(parts: ApiParts): void {
  const { api, declared, engine, clock } = parts;
  // Before the route of one follow-up, whose id it would be taken for.
  addExportTasksRoute(parts);

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/tasks",
      tags,
      summary: "List follow-ups",
      description:
        "Open ones by when they are due, ended ones by when they ended, the last one first. A key that is bound to an agent sees that agent's unless it asks for a team's or a conversation's. A page may hold fewer than `limit` and not be the last. The feed's `task-changed` says when to look again.",
      request: { query: tasksQuery },
      responses: { 200: answers(pageOf(task), "One page") },
    }),
    async (c) => {
      const { limit, cursor, ...query } = c.req.valid("query");
      const filter = await taskFilter(parts, c.get("caller"), query);
      const { items, next } = await readPage({ limit, cursor }, (options) => engine.tasks.list(filter, options));
      const named = { agent: ["query.ownerId", query.ownerId], team: ["query.teamId", query.teamId] } as const;
      await requireKnown(engine, items, named);
      const at = clock.now();
      return c.json({ items: items.map((item) => presentTask(item, at)), next }, 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      method: "post",
      path: "/api/v1/tasks",
      tags,
      summary: "Make a follow-up",
      description:
        "Of a template, or with a title and a due time of its own. Without an owner it is on the team's list.",
      request: { headers, body: accepts(newTask) },
      responses: { 200: answers(task, "The follow-up") },
    }),
    async (c) => c.json(presentTask(await addTask(parts, c, c.req.valid("json")), clock.now()), 200),
  );

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/tasks/{id}",
      tags,
      summary: "Read a follow-up",
      request: { params },
      responses: { 200: answers(task, "The follow-up, with its last fifty changes") },
    }),
    async (c) => c.json(presentTask(await findTask(parts, c, c.req.valid("param").id), clock.now()), 200),
  );

  api.openapi(
    route(declared, "conversations:write", {
      method: "patch",
      path: "/api/v1/tasks/{id}",
      tags,
      summary: "Give a follow-up to somebody else, or put it off",
      description: "`ownerId: null` puts it back on the team's list.",
      request: { params, headers, body: accepts(taskChange) },
      responses: { 200: answers(task, "The follow-up as it is now") },
    }),
    async (c) => c.json(presentTask(await changeTask(parts, c, c.req.valid("json")), clock.now()), 200),
  );

  addTaskEndRoutes(parts);
}
