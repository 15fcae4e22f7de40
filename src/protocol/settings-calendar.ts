/** A calendar of holidays as exceptions of hours. */
import * as z from "zod";
import { requestFields } from "./request-fields.ts";
import { settingsDraft } from "./settings-api.ts";
import { settingsId } from "./settings-fields.ts";

const mostCalendarCharacters = 1_000_000;

const mode = z.enum(["merge", "replace"]).default("merge").meta({
  description:
    "`merge`: what the calendar says of a day takes the place of what was said of it. `replace`: nothing else is kept.",
});
const revisionDescription = "What you have seen of the draft; another one is refused.";

/** The file as text. Its bytes are counted when it is read. */
export const calendarText = z.string().min(1).max(mostCalendarCharacters);

export const calendarImport = requestFields({
  calendar: calendarText.meta({ description: "iCalendar (RFC 5545)." }),
  mode,
  revision: z.int().min(1).optional().meta({ description: revisionDescription }),
}).meta({ id: "CalendarImport" });

/** For a body that is the calendar itself. */
export const calendarQuery = requestFields({
  mode: z.enum(["merge", "replace"]).optional().meta({ description: "As in the body, for `text/calendar`." }),
  revision: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .meta({ type: "integer", minimum: 1, description: revisionDescription }),
});

export const hoursOfDraft = z.object({ hoursId: settingsId });

const exception = z
  .object({
    date: z.string(),
    name: z.string(),
    isHoliday: z.boolean(),
    windows: z.array(z.object({ from: z.string(), to: z.string() })).meta({ description: "None: closed all day." }),
  })
  .meta({ id: "HoursException" });

export const calendarImported = z
  .object({
    draft: settingsDraft,
    added: z.array(exception),
    changed: z.array(z.object({ before: exception, after: exception })),
    removed: z.array(exception),
    unchanged: z.number().int().meta({ description: "Days of the calendar that were in the hours already." }),
    leftOut: z
      .array(
        z.object({
          line: z.number().int().meta({ description: "Of the calendar, where the event begins." }),
          name: z.string(),
          because: z.enum([
            "cancelled",
            "transparent",
            "outside-period",
            "outside-hours",
            "no-length",
            "unknown-time-zone",
            "unsupported-rule",
          ]),
        }),
      )
      .meta({ description: "Events by which nothing changes; the first 500 of them." }),
    leftOutCount: z.number().int(),
  })
  .meta({ id: "CalendarImported" });
