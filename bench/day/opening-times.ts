/** When teams are open and people work, by plain arithmetic: nothing of the product's own hours, so that it is held against them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** `holiday`: as an office, but for the first day. */
export type Opening = "always" | "office" | "holiday";

export const shiftNames = ["early", "day", "late", "night"] as const;
export type ShiftName = (typeof shiftNames)[number];

/** Hours of the day, in UTC. One that ends before it begins ends the next day. */
export const shiftHours: Readonly<Record<ShiftName, Span>> = {
  early: { from: 6, to: 14 },
  day: { from: 9, to: 17 },
  late: { from: 14, to: 22 },
  night: { from: 22, to: 6 },
};

const hour = 3_600_000;
const day = 24 * hour;

/** A Wednesday, in winter: Berlin is an hour ahead of UTC on this day and the next. */
export const firstDay = Date.UTC(2026, 11, 2);
export const firstDate = "2026-12-02";
/** Until noon of the next day: whoever wrote at night, or on the holiday, is answered, too. */
export const endsAt = firstDay + 36 * hour;
/** Of offices, in Berlin. */
export const officeHours: Span = { from: 8, to: 18 };

const daysPlayed = 3;
const berlinAhead = 1;

export function isOnShift(shift: ShiftName | null, at: number): boolean {
  if (shift === null) return true;
  const { from, to } = shiftHours[shift];
  const now = ((at - firstDay + day) % day) / hour;
  return from < to ? now >= from && now < to : now >= from || now < to;
}

/** At this moment or after it, the time in which somebody is there; `null`: not while the day is played. */
export function nextOpen(opening: Opening, at: number): Span | null {
  if (opening === "always") return { from: at, to: Number.POSITIVE_INFINITY };
  const next = officeDays(opening).find(({ to }) => to > at);
  return next ? { from: Math.max(next.from, at), to: next.to } : null;
}

export function isOpen(opening: Opening, at: number): boolean {
  return nextOpen(opening, at)?.from === at;
}

/** How much of this time somebody was there. */
export function openMs(opening: Opening, from: number, to: number): number {
  if (opening === "always") return to - from;
  const parts = officeDays(opening).map((open) => Math.min(to, open.to) - Math.max(from, open.from));
  return parts.reduce((sum, part) => sum + Math.max(0, part), 0);
}

function officeDays(opening: Exclude<Opening, "always">): readonly Span[] {
  const days = Array.from({ length: daysPlayed }, (_, index) => ({
    from: firstDay + index * day + (officeHours.from - berlinAhead) * hour,
    to: firstDay + index * day + (officeHours.to - berlinAhead) * hour,
  }));
  return opening === "holiday" ? days.slice(1) : days;
}
