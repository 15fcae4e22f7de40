/**
 * Something outside in which people are responsible for things: a CRM, a project tool. It takes part in case handoffs
 * like the product's own conversations and tasks. An adapter is right when it passes `test/contracts/case-module.ts`.
 */
export interface CaseModule {
  /** As leads choose it by: `crm`. */
  readonly id: string;
  readonly name: string;
  /** What this person is responsible for and what is still active, a page at a time; `cursor: null`: from the start. */
  list(owner: CasePerson, cursor: string | null, signal: AbortSignal): Promise<CasePage>;
  /**
   * From one person to another, unless somebody has changed it since it was seen. A repetition under the same key
   * answers as the first one did, and moves nothing again.
   */
  move(move: CaseMove, signal: AbortSignal): Promise<CaseMoved>;
  /** Who has one thing now. Changes nothing, so that it can be asked before anything is done. */
  look(sought: CaseSought, signal: AbortSignal): Promise<CaseLooked>;
}

/** Outside systems know people by one or the other. */
export interface CasePerson {
  readonly id: string;
  readonly email: string | null;
}

export type CasePage =
  | { readonly status: "listed"; readonly items: readonly OutsideCase[]; readonly next: string | null }
  | CaseCallFailure;

/** Ids only: what it is called stays where it is. */
export interface OutsideCase {
  readonly reference: string;
  /** `deal`, `lead`. */
  readonly kind: string;
  /** Its state as the module tells states apart: another one after every change. */
  readonly version: string;
}

export interface CaseMove {
  readonly key: string;
  readonly reference: string;
  readonly kind: string;
  readonly from: CasePerson;
  readonly to: CasePerson;
  /** `null`: whatever it is now. */
  readonly version: string | null;
}

export type CaseMoved =
  | { readonly status: "moved"; readonly version: string }
  /** Somebody changed it, or it is not theirs any more. */
  | { readonly status: "changed" }
  | { readonly status: "missing" }
  | CaseCallFailure;

export interface CaseSought {
  readonly reference: string;
  readonly kind: string;
  readonly among: readonly CasePerson[];
}

export type CaseLooked =
  /** By the id of one of those it was sought among; `null`: somebody else has it, or nobody. */
  { readonly status: "found"; readonly ownerId: string | null } | { readonly status: "missing" } | CaseCallFailure;

export type CaseCallFailure =
  | { readonly status: "retry"; readonly error: string; readonly retryAfterMs: number | null }
  | { readonly status: "failed"; readonly error: string };
