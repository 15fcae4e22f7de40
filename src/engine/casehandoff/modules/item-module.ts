import type { CaseHandoff } from "../../../core/casehandoff/case-handoff.ts";
import type { CaseItem, ItemResult } from "../../../core/casehandoff/item.ts";
import type { Agent } from "../../../core/people/agent.ts";
import type { Destination } from "../../../core/rules/rule.ts";
import type { Commit } from "../../../ports/store.ts";

/** One kind of thing that people are responsible for, of the product's own or outside. */
export interface ItemModule {
  readonly id: string;
  readonly name: string;
  /** Of one commit at most. */
  readonly batchSize: number;
  /** What it moves has moved whether it is marked here or not. */
  readonly isOutside: boolean;
  /** Everything active of this person, a page at a time. */
  list(subject: Agent, cursor: string | null, signal: AbortSignal): Promise<ListedItems>;
  /**
   * Moves these, or puts them back. What changes in the store goes into the commit that marks the items, so that
   * nothing is moved without being marked; what changes outside is repeatable under the item's key.
   */
  carry(items: readonly CaseItem[], carrying: Carrying): Promise<CarriedOut>;
}

export type ListedItems =
  | { readonly status: "listed"; readonly items: readonly FoundItem[]; readonly next: string | null }
  | { readonly status: "unreachable"; readonly error: string };

export interface FoundItem {
  readonly kind: string;
  readonly reference: string;
  readonly seen: string;
  /** What it takes of its owner's room. */
  readonly units: number;
  readonly channelKind: string | null;
}

export interface Carrying {
  readonly handoff: CaseHandoff;
  readonly direction: "out" | "back";
  /**
   * Nothing is to go out any more: only whether it has gone is to be found out, by asking, and nothing moves by it. So
   * it does not matter who has left since.
   */
  readonly isRecall: boolean;
  readonly isForced: boolean;
  /** Where conversations wait that nobody has room for. */
  readonly overflow: Destination | null;
  /** Who gets what was planned for nobody, when there is room by now; `null`: nobody in particular. */
  readonly onlyTakerId: string | null;
  readonly at: number;
  readonly signal: AbortSignal;
}

export interface CarriedOut {
  readonly results: ReadonlyMap<string, ItemResult>;
  readonly commit: Partial<Commit>;
  /** After the commit, whether it was made or refused. */
  settled(isCommitted: boolean): void;
}

/** For what changes nothing in the store. */
export function carriedOutside(results: ReadonlyMap<string, ItemResult>): CarriedOut {
  return { results, commit: {}, settled: () => undefined };
}
