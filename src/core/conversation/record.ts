import type { RequestEnd, RequestKind } from "../requests/request.ts";
import type { CloseOutcome, HandoffReason, Phase, RuleTrail } from "./state.ts";

/** The engagement record: one per change of control (I2) or request (I6). Ids and codes only. */
export type EngagementRecord = ControlRecord | RequestRecord;

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
  /** Who was considered, and why not (I12). */
  readonly candidates: readonly Candidate[];
  readonly end: { readonly status: RequestEnd; readonly at: number; readonly reason: string | null } | null;
}

export interface Candidate {
  readonly agentId: string;
  readonly excluded: "away" | "full" | "declined" | "elsewhere" | "test" | null;
}

export type Actor =
  | { readonly type: "customer" }
  | { readonly type: "bot"; readonly botId: string }
  | { readonly type: "agent"; readonly agentId: string }
  | { readonly type: "system" };

export type ControlReason =
  | { readonly code: "started" | "claimed" | "handed-back" | "accepted" | "assigned" }
  | { readonly code: "reopened"; readonly decision?: RuleTrail }
  /** `decision` is missing from records of before there were rules. */
  | { readonly code: "handoff"; readonly handoff: HandoffReason; readonly decision?: RuleTrail }
  | { readonly code: "closed"; readonly outcome: CloseOutcome };
