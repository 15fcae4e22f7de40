import type { CaseHandoffBody, CaseItemBody } from "../../../src/protocol/case-handoffs.ts";

/** A case handoff that was killed half-way, there and back, as the API and the CRM tell it. */
export interface CaseEvidence {
  readonly id: string;
  readonly subjectId: string;
  /** The teams the subject was in before. */
  readonly teamIds: readonly string[];
  readonly kills: readonly KillOnTheWay[];
  /** What people did with it themselves after it was verified, by reference. */
  readonly changedBefore: ReadonlySet<string>;
  /** The same after it had moved, and before it was undone. */
  readonly changedBetween: ReadonlySet<string>;
  readonly before: Pick<CaseLook, "settings">;
  readonly out: CaseLook;
  readonly back: CaseLook;
}

export interface KillOnTheWay {
  readonly direction: "out" | "back";
  /** How much was done, from 0 to 1. */
  readonly share: number;
}

/** Everything about it at one moment. */
export interface CaseLook {
  readonly handoff: CaseHandoffBody;
  readonly items: readonly CaseItemBody[];
  readonly conversations: ReadonlyMap<string, { readonly phase: string; readonly agentId: string | null }>;
  readonly followUps: ReadonlyMap<string, { readonly status: string; readonly ownerId: string | null }>;
  readonly deals: ReadonlyMap<
    string,
    { readonly owner: string; readonly changes: readonly { readonly key: string }[] }
  >;
  readonly subject: {
    readonly teamIds: readonly string[];
    readonly hasLeft: boolean;
    /** Conversations they have, or are asked about. */
    readonly holds: readonly string[];
    readonly openFollowUps: readonly string[];
  };
  readonly settings: { readonly number: number; readonly namesSubject: boolean };
}
