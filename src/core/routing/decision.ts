import type { Priority } from "../rules/rule.ts";
import type { ExternalAnswer } from "./external.ts";
import type { OverflowAction } from "./queue.ts";

/** What routing found for a handoff, and how: stored, so that anybody can see why (I12). */
export interface RoutingDecision {
  readonly outcome: RoutingOutcome;
  /** What chose among those who could: `last-agent`, `longest-idle`, `longest-idle after external timed out` … */
  readonly by: string;
  /** 0: the queue's own teams; 1 and more: its steps. */
  readonly step: number;
  /** Everybody it was meant for, and why not them; of very many those who tell most. */
  readonly candidates: readonly Candidate[];
  /** People of other teams, who were not looked at one by one. */
  readonly elsewhere: number;
  /** Candidates beyond those that are listed; absent: all are. */
  readonly omitted?: number;
  /** What the steps that have begun raise it to; absent: they raise nothing. */
  readonly priority?: Priority;
  /** What was out of the ordinary; absent: nothing. */
  readonly notes?: readonly RoutingNote[];
}

export type RoutingOutcome =
  /** One, or in a broadcast many. */
  | { readonly type: "ask"; readonly agentIds: readonly string[] }
  /** Gets it without being asked: had it before, or the queue accepts for its people. */
  | { readonly type: "give"; readonly agentId: string }
  | { readonly type: "nobody" }
  | { readonly type: "overflow"; readonly action: OverflowAction };

export interface Candidate {
  readonly agentId: string;
  readonly excluded: Exclusion | null;
}

export type Exclusion =
  | "test"
  | "left"
  | "elsewhere"
  | "declined"
  | "absent"
  | "off-shift"
  | "offline"
  | "away"
  | "busy"
  | "ringing"
  | "full"
  | "skill"
  | "language";

export type RoutingNote =
  /** The person it is meant for cannot be waited for, so the people of their teams are asked. `null`: nobody knows them. */
  | { readonly code: "person-not-there"; readonly agentId: string; readonly excluded: Exclusion | null }
  /** Who stands in for the person it is meant for. */
  | { readonly code: "substitute"; readonly agentId: string; readonly of: string }
  /** The next step began at once, because nobody this one adds could be asked. */
  | { readonly code: "step-passed-over"; readonly step: number }
  /** Nobody had it in time, so what the queue asks for is not asked for any more. */
  | { readonly code: "need-dropped"; readonly skill: string | null }
  /** So often in a row somebody was found who could not take it when it came to it: the next wake-up goes on. */
  | { readonly code: "looked-too-often"; readonly looks: number }
  | { readonly code: "external"; readonly answer: ExternalAnswer };
