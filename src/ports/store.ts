import type { FeedType } from "../core/feed/audience.ts";

/**
 * What the engine asks of a store, in our words. Every verb is atomic; a store holds one workspace.
 * No locks, caches or query languages cross this seam: an adapter is right when it passes
 * `test/contracts/store.ts`, and only then.
 */
export interface Store {
  /** The documents of these keys, in the same order; `null` where there is none. */
  load(keys: readonly DocumentKey[]): Promise<readonly (StoredDocument | null)[]>;
  /** All of it or nothing (I1, I2): see {@link Commit} for the order in which it is checked. */
  commit(commit: Commit): Promise<CommitResult>;
  /** One page of a view, of a log, or of the effects that failed for good; or how many entries a view has. */
  query(query: Query): Promise<Page>;
  /** The messages that hold every word of `words`, those first written last first; none for no words, never records. */
  search(search: SearchQuery): Promise<readonly SearchHit[]>;
  /** Leases effects that are due and at the head of their lane, earliest due first (I9, I10). */
  takeDue(request: TakeDue): Promise<Taken>;
  /**
   * Ends or postpones leases. A settlement whose attempt is no longer the current one changes nothing; one that comes
   * after the lease counts until somebody has taken the effect again.
   */
  settle(settlements: readonly Settlement[]): Promise<void>;
  /** Entries after a cursor; waits up to `waitMs` for the first one. */
  feed(request: FeedRequest): Promise<FeedPage>;
  /** Removes documents and everything that hangs on conversations: logs, search words, effects, index entries. */
  erase(target: EraseTarget): Promise<void>;
}

export interface DocumentKey {
  readonly kind: string;
  readonly id: string;
}

export interface StoredDocument extends DocumentKey {
  /** Starts at 1 and rises by one with every put. */
  readonly version: number;
  readonly body: unknown;
}

/**
 * Checked in this order: `settles` and `claims` (→ `duplicate`), then `expects` (→ `stale`), then everything is written:
 * what is settled and cancelled leaves its lane before new effects join theirs. A commit that is refused leaves no trace.
 */
export interface Commit {
  /** The time of the event, in ms; the store has no clock of its own. */
  readonly at: number;
  /** Keys that must be new. Kept for 30 days. */
  readonly claims: readonly Claim[];
  /** Effects that this commit completes; one that is gone (done, cancelled, dead) makes the commit a duplicate. */
  readonly settles: readonly string[];
  /** The version of every document the decision read; 0 means "there is none". */
  readonly expects: readonly (DocumentKey & { readonly version: number })[];
  readonly puts: readonly (DocumentKey & { readonly body: unknown })[];
  readonly removes: readonly DocumentKey[];
  readonly entries: readonly LogEntry[];
  /** New effects, in order. One whose id is already known is left alone. */
  readonly effects: readonly NewEffect[];
  /** Effects to remove without running them, leased or not; the lane goes on. Unknown ids are fine. */
  readonly cancels: readonly string[];
  readonly index: readonly IndexChange[];
  readonly feed: readonly FeedInput[];
  /** With a lease, new effects that are due at `at` and at the head of their lane start as leased by the caller. */
  readonly lease: Lease | null;
}

export interface Claim {
  readonly key: string;
  /** Returned to whoever claims the key again: tells a repetition from a clash. */
  readonly note: string;
}

/** A row of an ordered log: the messages or the records of one conversation. Writing an existing `seq` replaces it. */
export interface LogEntry {
  readonly log: "messages" | "records";
  readonly owner: string;
  /** Dense and ascending from 1. */
  readonly seq: number;
  readonly body: unknown;
  /** The words under which search finds it (see core/search/words.ts); `null`: those it had before, if any. */
  readonly words: readonly string[] | null;
}

export interface NewEffect {
  readonly id: string;
  /** First in, first out among effects of one lane; `null`: a lane of its own. */
  readonly lane: string | null;
  /** What it is going to burden; takeDue can leave out pools that are busy. */
  readonly pool: string;
  readonly dueAt: number;
  /** The conversation it belongs to, so that erasing reaches it. */
  readonly owner: string;
  readonly body: unknown;
  /** Log entries to write if, and only if, the effect starts leased; they win over the commit's own of the same place. */
  readonly whenLeased: readonly LogEntry[];
}

export interface Lease {
  readonly untilMs: number;
  /** Pools with no room: effects of these start unleased. */
  readonly busyPools: readonly string[];
}

export type CommitResult =
  | { readonly status: "committed"; readonly leased: readonly LeasedEffect[] }
  | { readonly status: "stale" }
  /** `note`: what the first claim of that key left; `null` when an effect was already settled. */
  | { readonly status: "duplicate"; readonly key: string; readonly note: string | null };

export interface LeasedEffect {
  readonly id: string;
  readonly lane: string | null;
  readonly pool: string;
  readonly owner: string;
  /** 1 for the first lease; the token of this lease. */
  readonly attempt: number;
  /** How often it was put off with `retry`. A lease that was lost with its process says nothing about the work. */
  readonly failures: number;
  readonly body: unknown;
}

export interface TakeDue {
  readonly now: number;
  readonly limit: number;
  readonly leaseUntilMs: number;
  readonly busyPools: readonly string[];
}

export interface Taken {
  readonly effects: readonly LeasedEffect[];
  /** When to look again: the earliest due time or lease end that is left, over all pools. */
  readonly nextDueAt: number | null;
}

export type Settlement =
  /** Done, with nothing to commit. */
  | { readonly id: string; readonly attempt: number; readonly outcome: "done" }
  /** Stays the head of its lane until `dueAt`. */
  | {
      readonly id: string;
      readonly attempt: number;
      readonly outcome: "retry";
      readonly dueAt: number;
      readonly error: string;
    }
  /** Handed back unstarted: due at once, and the attempt is not counted. */
  | { readonly id: string; readonly attempt: number; readonly outcome: "hand-back" }
  /** Failed for good: leaves its lane, stays visible in `{ dead: true }`. */
  | {
      readonly id: string;
      readonly attempt: number;
      readonly outcome: "dead";
      readonly at: number;
      readonly error: string;
    }
  /** A dead effect back to the end of its lane, with its attempts and failures forgotten. */
  | { readonly id: string; readonly outcome: "revive"; readonly dueAt: number };

export type Query =
  | {
      readonly view: string;
      readonly key: string;
      readonly limit: number;
      readonly order: "ascending" | "descending";
      readonly cursor: string | null;
    }
  | {
      readonly log: LogEntry["log"];
      readonly owner: string;
      readonly limit: number;
      readonly order: "ascending" | "descending";
      /** Exclusive. */
      readonly afterSeq: number | null;
    }
  | { readonly dead: true; readonly limit: number; readonly cursor: string | null }
  /** How many entries a view has under a key, in one item: no document is read, so that thousands cost little. */
  | { readonly counted: string; readonly key: string };

export interface Page {
  readonly items: readonly PageItem[];
  /** `null` on the last page. Of a log: the last seq of the page. A cursor nobody gave throws {@link UnknownCursorError}. */
  readonly next: string | null;
}

export type PageItem =
  /** From a view: the document its index entry points at. */
  | { readonly kind: string; readonly id: string; readonly version: number; readonly body: unknown }
  | { readonly log: LogEntry["log"]; readonly owner: string; readonly seq: number; readonly body: unknown }
  | {
      readonly dead: true;
      readonly id: string;
      readonly lane: string | null;
      readonly owner: string;
      readonly attempt: number;
      readonly at: number;
      readonly error: string;
      readonly body: unknown;
    }
  | { readonly counted: string; readonly count: number; readonly body: null };

/** One entry per (view, id). Sorted by `sort`, then by id. */
export type IndexChange =
  | {
      readonly change: "put";
      readonly view: string;
      readonly key: string;
      readonly sort: number;
      readonly kind: string;
      readonly id: string;
      /** The key under which the entry stood before, when it is another one. */
      readonly previousKey: string | null;
    }
  | {
      readonly change: "remove";
      readonly view: string;
      readonly key: string;
      readonly kind: string;
      readonly id: string;
    };

export interface SearchQuery {
  readonly words: readonly string[];
  readonly limit: number;
}

export interface SearchHit {
  readonly conversationId: string;
  readonly seq: number;
}

/** Ids only: customer text never enters the feed (I15). */
export interface FeedInput {
  readonly type: FeedType;
  readonly conversationId: string | null;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

export interface FeedEntry extends Omit<FeedInput, "type"> {
  /** Another version may have written one that this one does not know. */
  readonly type: string;
  readonly cursor: string;
  readonly at: number;
}

export interface FeedRequest {
  /** Exclusive; `null`: from now on. */
  readonly after: string | null;
  readonly limit: number;
  readonly waitMs: number;
  /** Cuts the waiting short; the answer is then an empty page. */
  readonly signal: AbortSignal;
}

export type FeedPage =
  | { readonly status: "entries"; readonly entries: readonly FeedEntry[]; readonly cursor: string }
  /** The cursor is older than what is kept (24 h) or unknown: read the state afresh, then go on from `cursor`. */
  | { readonly status: "reset"; readonly cursor: string };

export interface EraseTarget {
  readonly documents: readonly DocumentKey[];
  readonly conversationIds: readonly string[];
}

/** A store whose backend is out of reach. The door answers 503 so that the provider tries again (I1). */
export class StoreUnavailableError extends Error {
  override readonly name = "StoreUnavailableError";
}

/** A cursor that this query never gave. Whoever brought it begins again; everything else that a query throws is a fault. */
export class UnknownCursorError extends Error {
  override readonly name = "UnknownCursorError";
}

export const claimKeptMs = 30 * 24 * 3_600_000;
export const feedKeptMs = 24 * 3_600_000;

/** What a store adapter's factory gives: the port, and the end of its lifetime, which lets waiting feed readers go. */
export interface OpenStore {
  readonly store: Store;
  close(): Promise<void>;
}
