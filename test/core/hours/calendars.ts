import { readCalendar } from "../../../src/core/hours/read-calendar.ts";
import { hoursIn, workdays } from "./opening-hours.ts";

/** A Saturday. */
export const importedAt = Date.parse("2026-11-21T12:00Z");
export const office = hoursIn("Europe/Berlin", workdays("09:00-12:00 13:00-17:00"));

/** A calendar of events, each as the lines between its BEGIN and END. */
export function calendarOf(...events: readonly (readonly string[])[]): string {
  const lines = events.flatMap((event) => ["BEGIN:VEVENT", ...event, "END:VEVENT"]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

/** `2026-12-25` for a holiday, `2026-12-24 09:00-12:00` for what is left of a day. */
export function daysOf(text: string, hours = office): readonly string[] {
  const read = readCalendar(text, hours, importedAt);
  if (read.status === "refused") throw new Error(JSON.stringify(read.problems));
  return read.exceptions.map(({ date, isHoliday, windows }) => {
    const open = windows.map(({ from, to }) => `${from}-${to}`);
    return [date, ...(isHoliday ? open : open.length > 0 ? open : ["closed"])].join(" ");
  });
}

export function leftOutOf(text: string, hours = office): readonly string[] {
  const read = readCalendar(text, hours, importedAt);
  if (read.status === "refused") throw new Error(JSON.stringify(read.problems));
  return read.leftOut.map(({ line, name, because }) => `${line} ${name} ${because}`);
}

export function problemsOf(text: string, hours = office): readonly string[] {
  const read = readCalendar(text, hours, importedAt);
  return read.status === "refused" ? read.problems.map(({ line, message }) => `${line}: ${message}`) : ["read"];
}
