import { isLow, type Score, type Survey } from "./survey.ts";

export interface Answer {
  readonly score: Score;
  readonly remark: string | null;
}

export type Rated =
  /** `becameLow`: it had not been before, so somebody is told now. */
  | { readonly status: "rated"; readonly survey: Survey; readonly becameLow: boolean }
  /** So it was already. */
  | { readonly status: "unchanged" }
  | { readonly status: "refused"; readonly code: "survey-closed" | "survey-locked" };

/** Ratings may be thought over as long as nothing was written to them: a remark would not fit another number. */
export function rate(survey: Survey, { score, remark }: Answer, at: number): Rated {
  const { rating, openUntil } = survey;
  if (rating?.score === score && (remark === null || remark === rating.remark)) return { status: "unchanged" };
  if (at >= openUntil) return { status: "refused", code: "survey-closed" };
  if (rating !== null && rating.remark !== null) return { status: "refused", code: "survey-locked" };
  const after = { score, remark, at: rating?.at ?? at, changedAt: at };
  const becameLow = isLow(after) && !isLow(rating);
  return { status: "rated", survey: { ...survey, rating: after }, becameLow };
}
