import type { HoursState } from "../rules/rule.ts";
import type { HandoffCourse } from "./handoff-course.ts";
import type { Handoff } from "./state.ts";

export function newCourse(openedIn: HoursState): HandoffCourse {
  return {
    takenAt: null,
    answeredAt: null,
    firstAnswer: null,
    waitedMs: 0,
    asked: 0,
    rejected: 0,
    rejectedBeforeTaken: null,
    timedOut: 0,
    ringMs: 0,
    holders: [],
    hadTwice: false,
    reassigned: 0,
    returned: 0,
    wasExhausted: false,
    openedIn,
    wrapUp: null,
  };
}

/** More people than ever have one conversation; a document must not grow for ever. */
const mostHolders = 100;

interface Taken {
  readonly agentId: string;
  readonly at: number;
  /** Since when it had waited; `null`: it came from another person. */
  readonly waitedSince: number | null;
  readonly isMove: boolean;
}

/** Somebody has it now. Who gets it in a bulk move is written down and counts as no reassignment. */
export function takenBy(handoff: Handoff, { agentId, at, waitedSince, isMove }: Taken): Handoff {
  const { course } = handoff;
  const { holders, takenAt, waitedMs } = course;
  const isOther = holders.length > 0 && holders.at(-1) !== agentId;
  const waited = waitedSince === null ? 0 : Math.max(0, at - waitedSince);
  return {
    ...handoff,
    ask: null,
    course: {
      ...course,
      takenAt: takenAt ?? at,
      rejectedBeforeTaken: takenAt === null ? course.rejected : course.rejectedBeforeTaken,
      waitedMs: waitedMs === null ? null : waitedMs + waited,
      holders: [...holders, agentId].slice(-mostHolders),
      hadTwice: holders.includes(agentId) || course.hadTwice,
      reassigned: course.reassigned + (isOther && !isMove ? 1 : 0),
    },
  };
}

/** The first words of a person to the customer. */
export function answered(handoff: Handoff | null, agentId: string, at: number): Handoff | null {
  if (!handoff || handoff.course.answeredAt !== null) return handoff;
  const { course } = handoff;
  const firstAnswer = { agentId, waitedMs: course.waitedMs, ringMs: course.ringMs };
  return { ...handoff, course: { ...course, answeredAt: at, firstAnswer } };
}

/** It waits again after a person had it. What it went through in the wait before stays known. */
export function returned({ course, exhaustedAt }: Handoff): HandoffCourse {
  return {
    ...course,
    returned: course.returned + 1,
    wasExhausted: exhaustedAt !== null || course.wasExhausted,
  };
}

/** An offer has ended: how long it rang, and whether it was declined or missed. */
export function rang(course: HandoffCourse, how: "rejected" | "timed-out" | "other", ms: number): HandoffCourse {
  return {
    ...course,
    ringMs: course.ringMs + Math.max(0, ms),
    rejected: course.rejected + (how === "rejected" ? 1 : 0),
    timedOut: course.timedOut + (how === "timed-out" ? 1 : 0),
  };
}
