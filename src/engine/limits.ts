/** How much the engine does at once and how long it waits. Times in ms. */
export interface Limits {
  /** How long a process may hold an effect; after a crash another takes it when this is over. */
  readonly leaseMs: number;
  readonly botTimeoutMs: number;
  readonly botAttempts: number;
  /** A customer who waits this long for the bot gets a person instead (I11). */
  readonly botPatienceMs: number;
  readonly sendTimeoutMs: number;
  readonly sendAttempts: number;
  /** A message that could not leave for this long is marked failed and the lane goes on. */
  readonly sendHoldMs: number;
  /** Failures of effects whose code threw. */
  readonly faultAttempts: number;
  /** Effects of one pool that run at once in this process. */
  readonly poolSize: number;
  /** Messages of the engagement that the bot gets to read. */
  readonly botMessages: number;
  /** Events that may wait in this process before the door answers 503. */
  readonly maxWaiting: number;
  readonly stopGraceMs: number;
}

export const defaultLimits: Limits = {
  leaseMs: 45_000,
  botTimeoutMs: 30_000,
  botAttempts: 3,
  botPatienceMs: 60_000,
  sendTimeoutMs: 15_000,
  sendAttempts: 12,
  sendHoldMs: 24 * 3_600_000,
  faultAttempts: 5,
  poolSize: 128,
  botMessages: 40,
  maxWaiting: 10_000,
  stopGraceMs: 10_000,
};
