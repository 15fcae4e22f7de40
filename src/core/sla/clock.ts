import { addBusinessMs, businessMsBetween } from "../hours/business-time.ts";
import type { Hours } from "../hours/hours.ts";

/**
 * One promise about time. Both instants of a running clock are computed ahead, so that one stored timer is enough, and
 * what is reached is dated by the deadline, however late anybody looks.
 *
 * Every function first marks what is due by then. A moment before the last one the clock has seen counts as that one:
 * when a machine's time goes back, what was decided stays.
 */
export interface SlaClock {
  /** `met`: what was promised has been done, in time or not (see `reached`). `cancelled`: nobody waits for it any more. */
  readonly phase: "running" | "paused" | "met" | "cancelled";
  /** Since when it is in this phase. */
  readonly since: number;
  /** In business time; `null`: no target, it only keeps count in case one is given to it later. */
  readonly targetMs: number | null;
  /** Business time it ran before `since`. */
  readonly spentMs: number;
  /** Planned while it runs; when it was, once reached; `null`: neither. */
  readonly warnAt: number | null;
  readonly breachAt: number | null;
  readonly reached: "none" | "warning" | "breach";
  /** From where it has sent the conversation elsewhere. Absent: it has not. */
  readonly moved?: "queue" | "person";
}

/** How a clock is counted. */
export interface ClockTerms {
  readonly targetMs: number | null;
  readonly warnAtPercent: number;
  /** `null`: the clock on the wall. */
  readonly hours: Hours | null;
}

export interface SlaMark {
  readonly type: "warned" | "breached";
  /** The instant that had been planned, not when it was noticed. */
  readonly at: number;
}

export interface Fired {
  readonly clock: SlaClock;
  /** In order; both when nobody looked for long. */
  readonly marks: readonly SlaMark[];
}

export function startClock(terms: ClockTerms, at: number): SlaClock {
  const { targetMs } = terms;
  const plans = { warnAt: null, breachAt: null, reached: "none" } as const;
  return planned({ phase: "running", since: at, targetMs, spentMs: 0, ...plans }, terms);
}

/** When it has to be looked at next; `null`: never, as far as it knows. */
export function nextInstant({ phase, reached, warnAt, breachAt }: SlaClock): number | null {
  if (phase !== "running" || reached === "breach") return null;
  return reached === "none" ? (warnAt ?? breachAt) : breachAt;
}

/** Marks what is due at `at`. The instant of the deadline is already too late. */
export function fire(clock: SlaClock, at: number): Fired {
  const marks: SlaMark[] = [];
  let { reached } = clock;
  if (clock.phase !== "running") return { clock, marks };
  if (reached === "none" && clock.warnAt !== null && clock.warnAt <= at) {
    reached = "warning";
    marks.push({ type: "warned", at: clock.warnAt });
  }
  if (reached !== "breach" && clock.breachAt !== null && clock.breachAt <= at) {
    reached = "breach";
    marks.push({ type: "breached", at: clock.breachAt });
  }
  return marks.length === 0 ? { clock, marks } : { clock: { ...clock, reached }, marks };
}

/** The customer is awaited: nothing runs down. */
export function pauseClock(clock: SlaClock, hours: Hours | null, at: number): SlaClock {
  return clock.phase === "running" ? stopped(clock, "paused", hours, at) : clock;
}

export function meetClock(clock: SlaClock, hours: Hours | null, at: number): SlaClock {
  return isActive(clock) ? stopped(clock, "met", hours, at) : clock;
}

export function cancelClock(clock: SlaClock, hours: Hours | null, at: number): SlaClock {
  return isActive(clock) ? stopped(clock, "cancelled", hours, at) : clock;
}

/** Goes on with what was left, also after it had been met. */
export function resumeClock(clock: SlaClock, terms: Omit<ClockTerms, "targetMs">, at: number): SlaClock {
  if (clock.phase === "running") return clock;
  const since = Math.max(at, lastSeen(clock));
  return planned({ ...clock, phase: "running", since }, { ...terms, targetMs: clock.targetMs });
}

/** Another target from the same start. What ran before a pause counts as it was counted then, and a breach stays one. */
export function retargetClock(clock: SlaClock, terms: ClockTerms): SlaClock {
  const { targetMs } = terms;
  if (!isActive(clock) || clock.reached === "breach") return clock;
  return clock.phase === "running" ? planned({ ...clock, targetMs }, terms) : { ...clock, targetMs };
}

export function isActive({ phase }: SlaClock): boolean {
  return phase === "running" || phase === "paused";
}

function stopped(clock: SlaClock, phase: "paused" | "met" | "cancelled", hours: Hours | null, at: number): SlaClock {
  const since = Math.max(at, lastSeen(clock));
  const { reached, warnAt, breachAt, targetMs, spentMs } = fire(clock, since).clock;
  const ranMs = clock.phase === "running" ? businessMsBetween(hours, clock.since, since) : 0;
  return {
    ...clock,
    ...{ phase, since, targetMs, reached },
    spentMs: spentMs + ranMs,
    warnAt: reached === "none" ? null : warnAt,
    breachAt: reached === "breach" ? breachAt : null,
  };
}

/** What is reached keeps its date; what is not is computed from what is left. */
function planned(clock: SlaClock, { targetMs, warnAtPercent, hours }: ClockTerms): SlaClock {
  const instant = (ms: number) => addBusinessMs(hours, clock.since, ms - clock.spentMs);
  const { reached } = clock;
  if (reached === "breach") return clock;
  if (targetMs === null) return { ...clock, warnAt: reached === "none" ? null : clock.warnAt, breachAt: null };
  const warnAt = reached === "none" ? instant(Math.floor((targetMs * warnAtPercent) / 100)) : clock.warnAt;
  return { ...clock, warnAt, breachAt: instant(targetMs) };
}

/** The latest moment that it knows to have been. */
export function lastSeen({ since, reached, warnAt, breachAt }: SlaClock): number {
  const marked = reached === "breach" ? breachAt : reached === "warning" ? warnAt : null;
  return Math.max(since, marked ?? since);
}
