import type { Figure } from "./figure.ts";
import { afterHours, nextDayAnswer } from "./figures/after-hours.ts";
import { containment, strictContainment } from "./figures/containment.ts";
import {
  firstResponse,
  firstResponseQueue,
  firstResponseRing,
  firstResponseTyping,
  openAge,
  unanswered,
} from "./figures/first-response.ts";
import { repeatQuestions, unneeded, wrongTeam } from "./figures/handoff-quality.ts";
import { handoffRate, handoffReasons, handoffs } from "./figures/handoff-rate.ts";
import { nextMissed, resolutionMissed } from "./figures/later-promises.ts";
import { missedHandoffs } from "./figures/missed-handoffs.ts";
import {
  bouncedToBot,
  bounces,
  exhausted,
  offerBounces,
  oftenReassigned,
  queueBounces,
  reassignments,
} from "./figures/ownership.ts";
import { abandonment, flowOuts, serviceLevel, shortAbandons, stillWaiting } from "./figures/queue-outcomes.ts";
import {
  acceptance,
  nonResponse,
  rejection,
  rejectionReasons,
  requests,
  ringing,
  timeout,
} from "./figures/request-ends.ts";
import { botSatisfaction, ratingRate, satisfaction, satisfied } from "./figures/satisfaction.ts";
import { slaMissed } from "./figures/sla-missed.ts";
import { taskClosure, tasksCreated } from "./figures/task-closure.ts";

/** What can be asked for by name. `overview` is all of it. */
export const reportNames = [
  "overview",
  "first-response",
  "handoffs",
  "queue",
  "ownership",
  "requests",
  "satisfaction",
  "quality",
] as const;
export type ReportName = (typeof reportNames)[number];

const figuresBy: Readonly<Record<Exclude<ReportName, "overview">, readonly Figure[]>> = {
  "first-response": [
    ...[firstResponse, firstResponseQueue, firstResponseRing, firstResponseTyping, openAge, unanswered],
    ...[slaMissed, nextMissed, resolutionMissed, afterHours, nextDayAnswer],
  ],
  handoffs: [handoffs, handoffRate, containment, strictContainment, missedHandoffs, handoffReasons],
  queue: [serviceLevel, abandonment, shortAbandons, flowOuts, stillWaiting, exhausted],
  ownership: [reassignments, oftenReassigned, bounces, queueBounces, offerBounces, bouncedToBot],
  requests: [requests, acceptance, rejection, timeout, nonResponse, rejectionReasons, ringing],
  satisfaction: [satisfaction, satisfied, ratingRate, botSatisfaction],
  quality: [unneeded, wrongTeam, repeatQuestions, taskClosure, tasksCreated],
};

export function figuresOf(name: ReportName): readonly Figure[] {
  return name === "overview" ? Object.values(figuresBy).flat() : figuresBy[name];
}
