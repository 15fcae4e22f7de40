/** Somebody is not there for a while: a holiday, an illness. */
export interface Absence {
  readonly id: string;
  readonly from: number;
  /** `null`: nobody knows yet. */
  readonly to: number | null;
  readonly reason: string | null;
  /** Who is asked instead. */
  readonly substituteId: string | null;
}

export function absenceAt(absences: readonly Absence[], at: number): Absence | null {
  return absences.find(({ from, to }) => from <= at && (to === null || at < to)) ?? null;
}
