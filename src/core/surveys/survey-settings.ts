/** Asking how it was: once per engagement that a person took part in. */
export interface SurveySettings {
  readonly isEnabled: boolean;
  /** After a conversation was ended; the customer may still come back. */
  readonly delayMinutes: number;
  /** How long a rating may be given or changed. */
  readonly openHours: number;
}
