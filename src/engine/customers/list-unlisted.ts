import { conversationViews } from "../../core/conversation/index-entries.ts";
import type { Phase } from "../../core/conversation/state.ts";
import { isUnlisted } from "../../core/customers/customer.ts";
import { emptyCommit } from "../empty-commit.ts";
import { othersFirst } from "../others-first.ts";
import type { Parts } from "../parts.ts";
import { listUnderOwner } from "./edit-customer.ts";

/** `going-on`: so many conversations were looked through, and there are more. */
export type Listed = { readonly status: "done" } | { readonly status: "going-on"; readonly looked: number };

/** How far it is, kept with every page. */
interface Progress {
  readonly schemaVersion: 1;
  readonly step: number;
  readonly cursor: string | null;
  readonly looked: number;
}

const key = { kind: "customers-listed", id: "by-owner" };
const pageSize = 200;

/**
 * Every conversation there is. The open ones a second time, so that what moved from one to another meanwhile is not
 * missed; what is closed meanwhile was looked at before.
 */
const steps: readonly Phase[] = ["bot", "queue", "human", "closed", "bot", "queue", "human"];

/**
 * Customers who were written by a version that listed nobody under their owner: they are found by their conversations,
 * once, a page at a time, when somebody first asks for such a list. It ends with the signal and goes on where it was.
 */
export function createListUnlisted(parts: Pick<Parts, "store" | "clock">): (signal: AbortSignal) => Promise<Listed> {
  let isDone = false;
  return async (signal) => {
    while (!isDone) {
      const [stored] = await parts.store.load([key]);
      const progress = (stored?.body as Progress | undefined) ?? { schemaVersion: 1, step: 0, cursor: null, looked: 0 };
      isDone = progress.step >= steps.length;
      if (isDone) break;
      if (signal.aborted) return { status: "going-on", looked: progress.looked };
      const next = await listPage(parts, progress);
      // Of two processes one is faster, and the other one goes on from there.
      const expects = [{ ...key, version: stored?.version ?? 0 }];
      await parts.store.commit({ ...emptyCommit(parts.clock.now()), expects, puts: [{ ...key, body: next }] });
      await othersFirst();
    }
    return { status: "done" };
  };
}

async function listPage(parts: Pick<Parts, "store" | "clock">, { step, cursor, looked }: Progress): Promise<Progress> {
  const { store } = parts;
  const view = { view: conversationViews.byPhase, key: steps[step] ?? "", order: "ascending" } as const;
  const page = await store.query({ ...view, limit: pageSize, cursor });
  const ids = new Set(page.items.map(({ body }) => (body as { readonly customerId: string }).customerId));
  const customers = await store.load([...ids].map((id) => ({ kind: "customer", id })));
  const unlisted = customers.flatMap((stored) => (stored && isUnlisted(stored.body) ? [stored.id] : []));
  await Promise.all(unlisted.map((id) => listUnderOwner(parts, id)));
  const isLast = page.next === null;
  return {
    ...{ schemaVersion: 1, step: isLast ? step + 1 : step, cursor: page.next },
    looked: looked + page.items.length,
  };
}
