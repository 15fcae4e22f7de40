import type { RequestEnd, RequestKind } from "../requests/ask.ts";
import type { Candidate, RoutingDecision } from "../routing/decision.ts";
import type { CloseOutcome, HandoffReason, Phase, Resolved, ReturnReason, RuleTrail } from "./state.ts";

/** The engagement record: one per change of control (I2) or request (I6). Ids and codes only. */
export type EngagementRecord = ControlRecord | RequestRecord | RoutingRecord;

export interface ControlRecord {
  readonly schemaVersion: 1;
  readonly type: "control";
  readonly conversationId: string;
  readonly seq: number;
  readonly at: number;
  readonly actor: Actor;
  readonly epoch: number;
  readonly engagement: number;
  readonly from: Phase | null;
  readonly to: Phase;
  readonly agentId: string | null;
  readonly reason: ControlReason;
}

export interface RequestRecord {
  readonly schemaVersion: 1;
  readonly type: "request";
  readonly conversationId: string;
  readonly seq: number;
  readonly at: number;
  readonly actor: Actor;
  readonly epoch: number;
  readonly requestId: string;
  readonly kind: RequestKind;
  readonly agentId: string;
  /** The routing record that says why they were asked (I12); `null`: a colleague asked. */
  readonly decisionSeq: number | null;
  readonly noteSeq: number | null;
  readonly end: { readonly status: RequestEnd; readonly at: number; readonly reason: string | null } | null;
  /** In records of before decisions had their own. */
  readonly candidates?: readonly Candidate[];
}

/** One decision of routing (I12). Finding nobody again and again is one record that says how often and when last. */
export interface RoutingRecord extends RoutingDecision {
  readonly schemaVersion: 1;
  readonly type: "routing";
  readonly conversationId: string;
  readonly seq: number;
  readonly at: number;
  readonly lastAt: number;
  readonly attempts: number;
  readonly actor: Actor;
  readonly epoch: number;
  readonly handoffId: string;
  readonly destination: Resolved;
}

export type Actor =
  | { readonly type: "customer" }
  | { readonly type: "bot"; readonly botId: string }
  | { readonly type: "agent"; readonly agentId: string }
  | { readonly type: "system" };

export type ControlReason =
  | { readonly code: "started" | "claimed" | "handed-back" | "accepted" | "assigned" | "overflowed" }
  /** The customer does not want to wait any more. */
  | { readonly code: "cancelled" }
  /** The person who had it went, or never answered: it waits again. */
  | { readonly code: "returned"; readonly because: ReturnReason; readonly from: string }
  /** In a case handoff, everything of one person goes to others. */
  | { readonly code: "moved"; readonly jobId: string }
  | { readonly code: "reopened"; readonly decision?: RuleTrail }
  /** `decision` is missing from records of before there were rules. */
  | { readonly code: "handoff"; readonly handoff: HandoffReason; readonly decision?: RuleTrail }
  | { readonly code: "closed"; readonly outcome: CloseOutcome };
