import type { Priority } from "../rules/rule.ts";
import { isClosed } from "./is-closed.ts";
import type { Queue } from "./queue.ts";
import type { RouteInput } from "./route-input.ts";

/** How it comes to a person: they are asked, they have it at once, or they come and take it. */
export type Intake = "ring" | "give" | "pull";

/**
 * What piled up while it was closed is worked off and rings for nobody, so that no request lapses on whoever is busy with
 * the one before. What is urgent still rings, and so does everything for somebody who is there while it is closed: a person
 * has to say yes to it.
 */
export function intakeOf(queue: Queue, { handoff, policy, at }: RouteInput, priority: Priority): Intake {
  if (queue.mode === "pull") return "pull";
  if (isOvernight(handoff) && !isClosed(queue, policy, at) && priority !== "urgent") return queue.overnight;
  return queue.autoAccepts ? "give" : "ring";
}

/** It waited for the opening here: nobody had it meanwhile, and it was not moved to where it is open. */
function isOvernight({ course, queues }: RouteInput["handoff"]): boolean {
  return course !== undefined && course.openedIn !== "open" && course.returned === 0 && queues.length < 2;
}
