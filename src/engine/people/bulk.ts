import type { CommandRefusal } from "../../core/conversation/decision.ts";
import type { Commanded, Idempotency } from "../commands.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";

/** What became of one conversation among many. */
export interface BulkItem {
  readonly conversationId: string;
  readonly status: "done" | "refused" | "missing";
  /** Why it was refused. */
  readonly code: CommandRefusal | null;
}

export type BulkDone =
  | { readonly status: "done"; readonly items: readonly BulkItem[]; readonly isRepeated: boolean }
  /** The key was used for something else. */
  | { readonly status: "clash" };

/** As it is kept with the key. */
interface Kept {
  readonly fingerprint: string;
  readonly items: readonly BulkItem[];
}

type RunItem = (conversationId: string, idempotency: Idempotency | null) => Promise<Commanded>;

/**
 * One after the other, and the answer is kept with the key: asked again it is the same answer, and whoever was cut off
 * goes on where nothing has been done yet.
 */
export async function runBulk(
  parts: Parts,
  conversationIds: readonly string[],
  idempotency: Idempotency | null,
  run: RunItem,
): Promise<BulkDone> {
  const earlier = idempotency && (await readKept(parts, idempotency.key));
  if (earlier) return earlier.fingerprint === idempotency?.fingerprint ? repeated(earlier) : { status: "clash" };
  const items: BulkItem[] = [];
  // Every commit carries the version of the person who gets it: side by side they would only be in each other's way.
  for (const conversationId of new Set(conversationIds)) {
    const own = idempotency && { ...idempotency, key: `${idempotency.key}:${conversationId}` };
    const commanded = await run(conversationId, own);
    if (commanded.status === "clash") return { status: "clash" };
    items.push(itemOf(conversationId, commanded));
  }
  if (idempotency) await keep(parts, idempotency, items);
  return { status: "done", items, isRepeated: false };
}

function itemOf(conversationId: string, commanded: Exclude<Commanded, { status: "clash" }>): BulkItem {
  if (commanded.status === "refused") return { conversationId, status: "refused", code: commanded.code };
  return { conversationId, status: commanded.status === "missing" ? "missing" : "done", code: null };
}

function repeated({ items }: Kept): BulkDone {
  return { status: "done", items, isRepeated: true };
}

const claimOf = (key: string) => `bulk:${key}`;

/** Claims are looked at before versions, and the wrong version keeps this commit from leaving a trace. */
async function readKept({ store, clock }: Parts, key: string): Promise<Kept | null> {
  const result = await store.commit({
    ...emptyCommit(clock.now()),
    claims: [{ key: claimOf(key), note: "" }],
    expects: [{ kind: "bulk", id: "none", version: 1 }],
  });
  return result.status === "duplicate" && result.note !== null ? (JSON.parse(result.note) as Kept) : null;
}

async function keep({ store, clock }: Parts, { key, fingerprint }: Idempotency, items: readonly BulkItem[]) {
  const kept: Kept = { fingerprint, items };
  await store.commit({
    ...emptyCommit(clock.now()),
    claims: [{ key: claimOf(key), note: JSON.stringify(kept) }],
  });
}
