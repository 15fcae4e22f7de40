/** When somebody is there. Times are local to `timeZone`; a window that ends at or before its start ends the next day. */
export interface Hours {
  readonly id: string;
  readonly name: string;
  /** IANA, as `Europe/Berlin`. */
  readonly timeZone: string;
  /** Several windows a day are fine; a day without any is closed. Always open: `00:00` to `24:00`. */
  readonly week: Readonly<Record<Weekday, readonly Window[]>>;
  /** Dated days that differ; `isHoliday` makes a closed day a holiday to the customer. */
  readonly exceptions: readonly HoursException[];
}

export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

export interface Window {
  /** `HH:MM`, `00:00` to `24:00`. */
  readonly from: string;
  readonly to: string;
}

export interface HoursException {
  /** `2026-12-25`. */
  readonly date: string;
  readonly name: string;
  readonly isHoliday: boolean;
  /** None: closed all day. */
  readonly windows: readonly Window[];
}
