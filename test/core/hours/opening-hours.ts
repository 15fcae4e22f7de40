import type { Hours, HoursException, Weekday, Window } from "../../../src/core/hours/hours.ts";

const days: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** `09:00-17:00 18:00-20:00`; nothing: closed. */
export function windows(written: string): readonly Window[] {
  return written
    .split(" ")
    .filter(Boolean)
    .map((window) => {
      const [from = "", to = ""] = window.split("-");
      return { from, to };
    });
}

export function weekOf(written: Partial<Record<Weekday, string>>): Hours["week"] {
  const [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = days.map((day) =>
    windows(written[day] ?? ""),
  );
  const none: readonly Window[] = [];
  return {
    monday: monday ?? none,
    tuesday: tuesday ?? none,
    wednesday: wednesday ?? none,
    thursday: thursday ?? none,
    friday: friday ?? none,
    saturday: saturday ?? none,
    sunday: sunday ?? none,
  };
}

export function everyDay(written: string): Hours["week"] {
  return weekOf(Object.fromEntries(days.map((day) => [day, written])));
}

export function workdays(written: string): Hours["week"] {
  return weekOf(Object.fromEntries(days.slice(0, 5).map((day) => [day, written])));
}

export function holiday(date: string, written = ""): HoursException {
  return { date, name: date, isHoliday: true, windows: windows(written) };
}

export function hoursIn(timeZone: string, week: Hours["week"], exceptions: readonly HoursException[] = []): Hours {
  return { id: "office", name: "Office", timeZone, week, exceptions };
}
