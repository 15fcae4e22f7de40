/** One thing the subject is responsible for, and what became of it. Ids and codes only: names stay where they are (I15). */
export interface CaseItem {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly handoffId: string;
  readonly planId: string;
  /** Its place in the plan. */
  readonly position: number;
  readonly moduleId: string;
  /** `conversation`, `task`, `deal`, … */
  readonly kind: string;
  /** The thing's own id in its module. */
  readonly reference: string;
  /** As it was when the plan was verified: whoever finds it different leaves it alone. */
  readonly seen: string;
  readonly fromId: string;
  /** Who gets it; `null`: nobody has room, so it waits in a queue or stays, as chosen. */
  readonly toId: string | null;
  readonly status: CaseItemStatus;
  /** A code that says why it was not, or not only, moved. */
  readonly reason: string | null;
  readonly placed: Placed | null;
  /** As the job left it, so that going back finds out who else was there. */
  readonly left: string | null;
  /** Times that nobody answered. */
  readonly tries: number;
  readonly changedAt: number;
}

export const itemStatuses = ["pending", "moved", "skipped-changed", "failed", "returned", "left-alone"] as const;

/**
 * `skipped-changed`: somebody changed it after the plan was verified. `left-alone`: moved, then changed by people, so
 * that going back did not touch it.
 */
export type CaseItemStatus = (typeof itemStatuses)[number];

/** Where it is now. */
export type Placed =
  | { readonly type: "agent"; readonly id: string }
  | { readonly type: "queue"; readonly id: string }
  /** Ended for the subject and nobody else has to do anything. */
  | { readonly type: "nobody" };

/** What one attempt came to. */
export type ItemResult =
  | {
      readonly status: "moved";
      readonly placed: Placed;
      readonly left: string | null;
      readonly reason: string | null;
    }
  | { readonly status: "skipped-changed"; readonly reason: string }
  | { readonly status: "failed"; readonly reason: string }
  | { readonly status: "returned" }
  | { readonly status: "left-alone"; readonly reason: string }
  /** Nobody answered: later, and after some times not again. */
  | { readonly status: "again"; readonly reason: string };

/** After so many times without an answer it has failed; the lead may try it again. */
const mostTries = 6;

export function settleItem(item: CaseItem, result: ItemResult, at: number): CaseItem {
  switch (result.status) {
    case "again": {
      const tries = item.tries + 1;
      const isOver = tries >= mostTries;
      // On the way back it is where the job put it: nothing is lost, it only did not return.
      const over = item.status === "moved" ? "left-alone" : "failed";
      return { ...item, tries, status: isOver ? over : item.status, reason: result.reason, changedAt: at };
    }
    case "moved":
      return { ...item, ...result, tries: 0, changedAt: at };
    case "returned":
      return { ...item, status: "returned", reason: null, placed: null, tries: 0, changedAt: at };
    case "failed":
      // What was asked for before, and not answered, may have moved even so: that is not forgotten.
      return { ...item, status: "failed", reason: result.reason, changedAt: at };
    default:
      return { ...item, status: result.status, reason: result.reason, tries: 0, changedAt: at };
  }
}

/** It was asked, as far as anybody knows, and what was answered is lost. `askedAt`: then, or later. */
export function missAnswer(item: CaseItem, askedAt: number): CaseItem {
  return { ...item, status: "pending", tries: 1, reason: "no-answer", changedAt: askedAt };
}

/** On its way there, or there, as far as anybody knows: asked for, and nobody heard the answer. */
export function mayHaveMoved({ status, tries, reason }: CaseItem): boolean {
  return (status === "pending" || status === "failed") && (tries > 0 || reason === "no-answer");
}

/** Nobody went on with it in time: what nobody has asked for did not happen, of the rest nobody knows. */
export function giveUpItem(item: CaseItem, at: number): CaseItem {
  const status = item.status === "moved" ? "left-alone" : "failed";
  return settleItem(item, { status, reason: item.tries > 0 ? "no-answer" : "never-continued" }, at);
}

/** To be tried anew: the lead says so. What it may have come to before is still not known. */
export function reopenItem(item: CaseItem, at: number): CaseItem {
  return { ...item, status: "pending", reason: null, tries: mayHaveMoved(item) ? 1 : 0, changedAt: at };
}
