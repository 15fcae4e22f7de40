/** What is wrong with settings, and where. An error keeps them from being published, a warning is shown. */
export interface SettingsProblem {
  /** As drafts and publishing name it: `detection`, `rules/legal-first`. */
  readonly part: string;
  /** Within the part, as `then.destination`; empty: all of it. */
  readonly path: string;
  /** For machines, and for ever. */
  readonly code: string;
  /** For leads: what is wrong, with which value, and what to do. */
  readonly message: string;
  readonly severity: "error" | "warning";
}

type Place = Omit<SettingsProblem, "severity">;

export function settingsError(place: Place): SettingsProblem {
  return { ...place, severity: "error" };
}

export function settingsWarning(place: Place): SettingsProblem {
  return { ...place, severity: "warning" };
}
