import * as z from "zod";
import { csvLine } from "../../core/reports/csv.ts";
import type { TaskFilter } from "../../engine/tasks/tasks.ts";
import { taskColumns, tasksFilterQuery } from "../../protocol/tasks.ts";
import { route } from "../access.ts";
import { presentTask } from "../present/task.ts";
import { textStream } from "../text-stream.ts";
import { taskFilter } from "./change-task.ts";
import type { ApiParts } from "./parts.ts";

const pageSize = 200;

/** The list as a file, for whoever plans with a spreadsheet. */
export function addExportTasksRoute(parts: ApiParts): void {
  const { api, declared, clock } = parts;

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/tasks/export",
      tags: ["Follow-ups"],
      summary: "Export follow-ups",
      description:
        "The whole list with the same filters, and the same rights, as CSV (RFC 4180) under the names of the fields. Nothing in it is a formula to a spreadsheet. It holds what colleagues wrote.",
      request: { query: tasksFilterQuery },
      responses: { 200: { description: "The follow-ups", content: { "text/csv": { schema: z.string() } } } },
    }),
    async (c) => {
      const filter = await taskFilter(parts, c.get("caller"), c.req.valid("query"));
      return textStream(lines(parts, filter), {
        type: "text/csv; charset=utf-8; header=present",
        fileName: `tasks-${new Date(clock.now()).toISOString().slice(0, 10)}.csv`,
      });
    },
  );
}

async function* lines({ engine, clock }: ApiParts, filter: TaskFilter): AsyncGenerator<string, void> {
  yield csvLine(taskColumns);
  for (let cursor: string | null = null; ; ) {
    const { items, next } = await engine.tasks.list(filter, { limit: pageSize, cursor });
    const at = clock.now();
    const rows = items.map((item) => presentTask(item, at));
    yield rows.map((row) => csvLine(taskColumns.map((column) => row[column]))).join("");
    if (next === null) return;
    cursor = next;
  }
}
