import type { CommandRefusal } from "../../core/conversation/decision.ts";
import type { Idempotency } from "../commands.ts";
import { emptyCommit } from "../empty-commit.ts";
import { othersFirst } from "../others-first.ts";
import type { Parts } from "../parts.ts";
import { readClaims } from "../read-claims.ts";
import { type BulkAsk, type BulkTools, runBatch } from "./bulk-batch.ts";
import { createBulkNotice } from "./bulk-notice.ts";

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

/** The person who gets them is written once for so many; few enough that nobody waits for the commit. */
const batchSize = 25;

/**
 * Batch after batch, and the answer is kept with the key: asked again it is the same answer, and whoever was cut off goes
 * on where nothing has been done yet. Whoever gets them is told once, when all is done.
 */
export async function runBulk(
  tools: BulkTools,
  asks: readonly BulkAsk[],
  idempotency: Idempotency | null,
): Promise<BulkDone> {
  const { parts } = tools;
  const earlier = idempotency && (await readKept(parts, idempotency.key));
  if (earlier) return earlier.fingerprint === idempotency?.fingerprint ? repeated(earlier) : { status: "clash" };
  const items: BulkItem[] = [];
  const notice = asks.length > 1 ? createBulkNotice(parts) : null;
  for (let start = 0; start < asks.length; start += batchSize) {
    const done = await runBatch({ ...tools, notice }, asks.slice(start, start + batchSize), idempotency);
    if (done === "clash") {
      await notice?.tell();
      return { status: "clash" };
    }
    items.push(...done);
    await othersFirst();
  }
  await notice?.tell();
  if (idempotency) await keep(parts, idempotency, items);
  return { status: "done", items, isRepeated: false };
}

function repeated({ items }: Kept): BulkDone {
  return { status: "done", items, isRepeated: true };
}

/** Whether there is an answer to repeat. */
export async function wasAnswered(parts: Parts, { key }: Idempotency): Promise<boolean> {
  return (await readKept(parts, key)) !== null;
}

const claimOf = (key: string) => `bulk:${key}`;

async function readKept(parts: Parts, key: string): Promise<Kept | null> {
  const [note] = await readClaims(parts, [claimOf(key)]);
  return note == null ? null : (JSON.parse(note) as Kept);
}

async function keep({ store, clock }: Parts, { key, fingerprint }: Idempotency, items: readonly BulkItem[]) {
  const kept: Kept = { fingerprint, items };
  await store.commit({
    ...emptyCommit(clock.now()),
    claims: [{ key: claimOf(key), note: JSON.stringify(kept) }],
  });
}
