import type { HoursState } from "../rules/rule.ts";
import type { Handoff, HandoffCourse } from "./state.ts";

export function newCourse(openedIn: HoursState): HandoffCourse {
  return {
    takenAt: null,
    answeredAt: null,
    asked: 0,
    rejected: 0,
    timedOut: 0,
    ringMs: 0,
    holders: [],
    reassigned: 0,
    returned: 0,
    openedIn,
    wrapUp: null,
  };
}

const mostHolders = 10;

/** Somebody has it now. Who gets it in a bulk move is written down and counts as no reassignment. */
export function takenBy(handoff: Handoff, agentId: string, at: number, { isMove }: { isMove: boolean }): Handoff {
  const { course } = handoff;
  const isOther = course.holders.length > 0 && course.holders.at(-1) !== agentId;
  return {
    ...handoff,
    ask: null,
    course: {
      ...course,
      takenAt: course.takenAt ?? at,
      holders: [...course.holders, agentId].slice(-mostHolders),
      reassigned: course.reassigned + (isOther && !isMove ? 1 : 0),
    },
  };
}

/** The first words of a person to the customer. */
export function answered(handoff: Handoff | null, at: number): Handoff | null {
  if (!handoff || handoff.course.answeredAt !== null) return handoff;
  return { ...handoff, course: { ...handoff.course, answeredAt: at } };
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
