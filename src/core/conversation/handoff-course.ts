import type { HoursState } from "../rules/rule.ts";

/** What happened to it so far, for the report. What could be told from the other fields is not kept. */
export interface HandoffCourse {
  /** The first time somebody took it. */
  readonly takenAt: number | null;
  /** The first words of a person to the customer. */
  readonly answeredAt: number | null;
  /** How it stood then; `null`: there were no words yet, or nobody kept it. */
  readonly firstAnswer: FirstAnswer | null;
  /** How long it waited in queues until somebody took it, all waits together; `null`: not known. */
  readonly waitedMs: number | null;
  readonly asked: number;
  readonly rejected: number;
  /** Of these, before somebody took it for the first time; `null`: nobody has yet, or not known. */
  readonly rejectedBeforeTaken: number | null;
  readonly timedOut: number;
  /** How long people let requests ring, all together. */
  readonly ringMs: number;
  /** Who had it, in order, at most the last hundred. */
  readonly holders: readonly string[];
  /** It came to a person who had had it before; `null`: not known. */
  readonly hadTwice: boolean | null;
  /** Owners after the first; bulk moves do not count. */
  readonly reassigned: number;
  /** Times it came back to the queue. */
  readonly returned: number;
  /** The policy for "nobody took it" ran in an earlier wait; `null`: not known. */
  readonly wasExhausted: boolean | null;
  /** Whether somebody was on duty when it was opened. */
  readonly openedIn: HoursState;
  readonly wrapUp: WrapUp | null;
}

/** At a person's first words to the customer. */
export interface FirstAnswer {
  readonly agentId: string;
  /** In queues until then, ringing included. */
  readonly waitedMs: number | null;
  readonly ringMs: number | null;
}

/** One click each, by the person who ends it. */
export interface WrapUp {
  readonly outcome: string | null;
  readonly botCouldHave: boolean;
  readonly wrongTeam: boolean;
}
