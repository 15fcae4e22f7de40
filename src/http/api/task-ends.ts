import * as z from "zod";
import { anyId, idempotencyHeader } from "../../protocol/fields.ts";
import { task, taskCancel, taskDone, taskReopen } from "../../protocol/tasks.ts";
import { route } from "../access.ts";
import { presentTask } from "../present/task.ts";
import { endTask } from "./change-task.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";

const params = z.object({ id: anyId });
const shared = {
  method: "post" as const,
  tags: ["Follow-ups"],
  responses: { 200: answers(task, "The follow-up as it is now") },
};
const headers = idempotencyHeader;

/** How follow-ups end, and begin again. */
export function addTaskEndRoutes(parts: ApiParts): void {
  const { api, declared, clock } = parts;

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/tasks/{id}/done",
      summary: "Say that a follow-up is done",
      description: "With a note, if there is something to know. Doing this twice changes nothing.",
      request: { params, headers, body: accepts(taskDone) },
    }),
    async (c) => {
      const { note = null, ...given } = c.req.valid("json");
      const ended = await endTask(parts, c, given, (by) => ({ type: "done", by, note }));
      return c.json(presentTask(ended, clock.now()), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/tasks/{id}/cancel",
      summary: "Cancel a follow-up",
      description: "Says why nobody needs it any more.",
      request: { params, headers, body: accepts(taskCancel) },
    }),
    async (c) => {
      const { reason, ...given } = c.req.valid("json");
      const ended = await endTask(parts, c, given, (by) => ({ type: "cancelled", by, reason }));
      return c.json(presentTask(ended, clock.now()), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/tasks/{id}/reopen",
      summary: "Take a follow-up up again",
      description: "It keeps its due time; what the system would have done by itself is now somebody's.",
      request: { params, headers, body: accepts(taskReopen) },
    }),
    async (c) => {
      const reopened = await endTask(parts, c, c.req.valid("json"), (by) => ({ type: "reopened", by }));
      return c.json(presentTask(reopened, clock.now()), 200);
    },
  );
}
