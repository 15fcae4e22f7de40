import { conversationViews } from "../core/conversation/index-entries.ts";
import type { Conversation, Phase } from "../core/conversation/state.ts";
import { readConversation } from "../core/conversation/upgrade.ts";
import type { Store } from "../ports/store.ts";

const phases: readonly Phase[] = ["bot", "queue", "human", "closed"];
const pageSize = 50;

/**
 * Every conversation once in which the customer has written since then, the last one first, a page at a time. One that
 * changes its phase meanwhile may be met twice and is given once.
 */
export async function* newestFirst(store: Store, since: number): AsyncGenerator<Conversation, void, void> {
  const readers = phases.map((phase) => readPhase(store, phase, since));
  const heads = await Promise.all(readers.map((reader) => reader.next()));
  const given = new Set<string>();
  for (;;) {
    const index = newestOf(heads.map(({ value }) => value ?? null));
    const head = heads[index]?.value;
    if (!head) return;
    if (!given.has(head.id)) yield head;
    given.add(head.id);
    heads[index] = (await readers[index]?.next()) ?? { done: true, value: undefined };
  }
}

/** -1: there is none left. */
function newestOf(heads: readonly (Conversation | null)[]): number {
  return heads.reduce((newest, head, index) => {
    const best = newest < 0 ? null : heads[newest];
    return head && (!best || head.lastCustomerAt > best.lastCustomerAt) ? index : newest;
  }, -1);
}

async function* readPhase(store: Store, key: Phase, since: number): AsyncGenerator<Conversation, void, void> {
  let cursor: string | null = null;
  do {
    const view = { view: conversationViews.byPhase, key, order: "descending" } as const;
    const { items, next }: Awaited<ReturnType<Store["query"]>> = await store.query({
      ...view,
      limit: pageSize,
      cursor,
    });
    for (const { body } of items) {
      const conversation = readConversation(body);
      if (conversation.lastCustomerAt >= since) yield conversation;
      // All that follow are older; but the queue stands by how long people wait, and whoever waits may write.
      else if (key !== "queue") return;
    }
    cursor = next;
  } while (cursor !== null);
}
