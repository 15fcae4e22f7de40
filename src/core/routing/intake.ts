import { usuallyUnhurried } from "../people/people-settings.ts";
import { fold } from "../rules/fold-facts.ts";
import type { Priority } from "../rules/rule.ts";
import { isClosed } from "./is-closed.ts";
import type { Queue } from "./queue.ts";
import type { RouteInput } from "./route-input.ts";

/** How it comes to a person: they are asked, they have it at once, or they come and take it. */
export type Intake = "ring" | "give" | "pull";

/**
 * Letters, and what piled up while it was closed, are worked off and ring for nobody, so that no request lapses on whoever
 * is busy with the one before. What is urgent still rings, and so does everything for somebody who is there while it is
 * closed: a person has to say yes to it. Where the queue accepts for its people, no request is made that could lapse.
 */
export function intakeOf(queue: Queue, input: RouteInput, priority: Priority): Intake {
  const { handoff, policy, at } = input;
  if (queue.mode === "pull") return "pull";
  const asked = queue.autoAccepts ? "give" : "ring";
  if (priority === "urgent") return asked;
  if (isUnhurried(input) && queue.unhurried !== "ring") return queue.autoAccepts ? "give" : queue.unhurried;
  if (isOvernight(handoff) && !isClosed(queue, policy, at)) return queue.overnight;
  return asked;
}

/** Nobody sits and waits for the answer: it comes by a channel that the company has named so. */
function isUnhurried({ load, channelId, policy }: RouteInput): boolean {
  const { unhurriedChannels = usuallyUnhurried } = policy.settings.people;
  const channel = [fold(load.channelKind), ...(channelId === undefined ? [] : [fold(channelId)])];
  return unhurriedChannels.some((named) => channel.includes(fold(named)));
}

/** It waited for the opening here: nobody had it since, and it was not moved to where it is open. */
function isOvernight({ course, queues, overnight }: RouteInput["handoff"]): boolean {
  if (overnight !== undefined) return overnight !== null;
  return course !== undefined && course.openedIn !== "open" && course.returned === 0 && queues.length < 2;
}
