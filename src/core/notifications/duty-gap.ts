import { describeMoment } from "../messages/describe-moment.ts";
import type { Happening } from "./notice.ts";

/** From when to when nobody is on shift. `to: null`: nobody knows until when. */
export interface GapTimes {
  readonly from: number;
  readonly to: number | null;
}

/** As the detail of a notice: an ISO 8601 interval, or its beginning alone. */
export function gapDetail({ from, to }: GapTimes): string {
  const begins = new Date(from).toISOString();
  return to === null ? begins : `${begins}/${new Date(to).toISOString()}`;
}

/** `null`: the notice is none of a gap. */
export function readGap({ kind, detail }: Pick<Happening, "kind" | "detail">): GapTimes | null {
  if (kind !== "nobody-on-duty" || detail === null) return null;
  const [from = Number.NaN, to = null] = detail.split("/").map((written) => Date.parse(written));
  return Number.isNaN(from) ? null : { from, to: to === null || Number.isNaN(to) ? null : to };
}

export interface ReadIn {
  readonly timeZone: string;
  readonly language: string;
  readonly now: number;
}

/** With the zone, because whoever leads a queue may live in another. */
export function gapWords(gap: GapTimes | null, { timeZone, language, now }: ReadIn) {
  const say = (at: number | null | undefined) =>
    at == null ? null : `${describeMoment(at, timeZone, language, now)} (${timeZone})`;
  return { from: say(gap?.from), until: say(gap?.to) };
}
