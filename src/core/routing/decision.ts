import type { OverflowAction } from "./queue.ts";

/** What routing found for a handoff, and how: stored, so that anybody can see why (I12). */
export interface RoutingDecision {
  readonly outcome: RoutingOutcome;
  /** What chose among those who could: `last-agent`, `longest-idle`, `external` … */
  readonly by: string;
  /** 0: the queue's own teams; 1 and more: its steps. */
  readonly step: number;
  /** Everybody it was meant for, and why not them. */
  readonly candidates: readonly Candidate[];
  /** People of other teams, who were not looked at one by one. */
  readonly elsewhere: number;
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
