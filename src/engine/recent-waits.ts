import { conversationViews } from "../core/conversation/index-entries.ts";
import type { Conversation } from "../core/conversation/state.ts";
import type { Store } from "../ports/store.ts";

/** How long one customer waited in a queue, and when that was over. */
export interface RecentWait {
  readonly conversationId: string;
  readonly ms: number;
  readonly at: number;
}

/** So many tell how long a queue takes now. */
const mostWaits = 50;
const pageSize = 5;

/**
 * The last waits of each queue, the latest first. What has been read is not read again: only what has come since. One that
 * is stored late, behind those that are known, is missed: they are for an estimate.
 */
export function createRecentWaits(store: Store): (queueId: string) => Promise<readonly RecentWait[]> {
  const known = new Map<string, readonly RecentWait[]>();

  return async (queueId) => {
    const before = known.get(queueId) ?? [];
    const since = await readSince(store, queueId, before);
    const again = new Set(since.map(({ conversationId }) => conversationId));
    const kept = before.filter(({ conversationId }) => !again.has(conversationId));
    const waits = [...since, ...kept].slice(0, mostWaits);
    known.set(queueId, waits);
    return waits;
  };
}

async function readSince(store: Store, queueId: string, known: readonly RecentWait[]): Promise<readonly RecentWait[]> {
  const found: RecentWait[] = [];
  // Asked again, there is nearly always nothing new: one look at the last of them tells that.
  let limit = known.length === 0 ? mostWaits : 1;
  let cursor: string | null = null;
  do {
    const page = await store.query({ view: conversationViews.waits, key: queueId, limit, order: "descending", cursor });
    for (const { body } of page.items) {
      const wait = waitOf(body as Conversation);
      if (!wait) continue;
      if (known.some(({ conversationId, at }) => conversationId === wait.conversationId && at === wait.at))
        return found;
      found.push(wait);
    }
    cursor = page.next;
    limit = pageSize;
  } while (cursor !== null && found.length < mostWaits);
  return found;
}

function waitOf({ id, lastWait }: Conversation): RecentWait | null {
  return lastWait && { conversationId: id, ms: lastWait.ms, at: lastWait.at };
}
