import { type CalendarImported, importCalendar } from "../../engine/settings/import-calendar.ts";
import {
  calendarImport,
  calendarImported,
  calendarQuery,
  calendarText,
  hoursOfDraft,
} from "../../protocol/settings-calendar.ts";
import { route } from "../access.ts";
import { invalidRequest } from "../describe-issues.ts";
import type { ApiContext } from "../environment.ts";
import { presentDraft } from "../present/settings.ts";
import { RequestError } from "../problem.ts";
import { type ApiParts, answers } from "./parts.ts";
import { draftParams } from "./settings-drafts.ts";
import { authorOf, refuse } from "./settings-refusals.ts";

const mostLeftOut = 500;

/** Holidays as calendars have them; they end in a draft, where leads look at them first (I16). */
export function addSettingsCalendarRoute({ api, declared, engine, clock }: ApiParts): void {
  api.openapi(
    route(declared, "settings:write", {
      method: "post",
      path: "/api/v1/settings/drafts/{id}/hours/{hoursId}/calendar",
      tags: ["Settings"],
      summary: "Import a calendar into hours of a draft",
      description:
        "iCalendar as exceptions of these hours, for the next 24 months. Whole days become holidays, also where they are marked as transparent; an event of part of a day takes its time away from the day's usual windows, unless it is transparent. The same again changes nothing.",
      request: {
        params: draftParams.extend(hoursOfDraft.shape),
        query: calendarQuery,
        body: {
          content: { "application/json": { schema: calendarImport }, "text/calendar": { schema: calendarText } },
          required: false,
        },
      },
      responses: { 200: answers(calendarImported, "What became of it") },
    }),
    async (c) => {
      const { id, hoursId } = c.req.valid("param");
      const query = c.req.valid("query");
      const given = isCalendar(c) ? { ...query, calendar: await c.req.text() } : readImport(c.req.valid("json"));
      const { calendar, mode = "merge", revision = null } = given;
      const seen = { id, by: authorOf(c.get("caller")), revision };
      const imported = await importCalendar(engine.settings, seen, { hoursId, calendar, mode, at: clock.now() });
      if (imported.status !== "imported") throw refusalOf(imported);
      return c.json(present(imported), 200);
    },
  );
}

function isCalendar(c: ApiContext): boolean {
  return /^text\/calendar\s*(;|$)/i.test(c.req.header("content-type") ?? "");
}

/** Of two kinds of body neither is required, so that nobody has looked whether there is one. */
function readImport(body: unknown) {
  const read = calendarImport.safeParse(body);
  if (!read.success) throw invalidRequest("json", read.error);
  return read.data;
}

type Imported = Extract<CalendarImported, { status: "imported" }>;

function present({ draft, leftOut, added, changed, removed, unchanged }: Imported) {
  return {
    draft: presentDraft(draft),
    added: added.map(exceptionOf),
    changed: changed.map(({ before, after }) => ({ before: exceptionOf(before), after: exceptionOf(after) })),
    removed: removed.map(exceptionOf),
    unchanged,
    leftOut: leftOut.slice(0, mostLeftOut).map((left) => ({ ...left })),
    leftOutCount: leftOut.length,
  };
}

function exceptionOf({ date, name, isHoliday, windows }: Imported["added"][number]) {
  return { date, name, isHoliday, windows: windows.map((window) => ({ ...window })) };
}

function refusalOf(refused: Exclude<CalendarImported, { status: "imported" }>): RequestError {
  if (refused.status === "no-hours") {
    return new RequestError("not-found", { detail: "The draft has no hours with this id." });
  }
  if (refused.status !== "unreadable") return refuse(refused);
  const errors = refused.problems.map(({ line, message }) => ({ path: `body.calendar:${line}`, message }));
  const [first] = refused.problems;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  return new RequestError("invalid", { detail: `Line ${first?.line}: ${first?.message}${more}`, errors });
}
