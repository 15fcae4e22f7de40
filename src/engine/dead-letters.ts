import type { Effect } from "../core/conversation/effect.ts";
import type { Store } from "../ports/store.ts";
import { emptyCommit } from "./empty-commit.ts";
import type { Parts } from "./parts.ts";
import { readClaims } from "./read-claims.ts";

export interface DeadLetter {
  readonly id: string;
  readonly conversationId: string;
  readonly type: string;
  /** The message that did not leave. */
  readonly seq: number | null;
  readonly attempts: number;
  readonly at: number;
  readonly error: string;
}

export interface DeadLetters {
  list(options: { limit: number; cursor: string | null }): Promise<{ items: DeadLetter[]; next: string | null }>;
  /** Back to the end of its lane, with fresh attempts (I10); once more changes nothing. */
  retry(id: string): Promise<"waits" | "unknown">;
}

export function createDeadLetters(parts: Parts, wake: () => void): DeadLetters {
  const { store, clock } = parts;
  return {
    async list(options) {
      const page = await store.query({ dead: true, ...options });
      const items = page.items.flatMap((item): DeadLetter[] => {
        if (!("dead" in item)) return [];
        const effect = item.body as Effect;
        const seq = effect.type === "message-send" ? effect.seq : null;
        const { id, owner, attempt, at, error } = item;
        return [{ id, conversationId: owner, type: effect.type, seq, attempts: attempt, at, error }];
      });
      return { items, next: page.next };
    },
    async retry(id) {
      if (!(await isDead(store, id))) {
        const [note] = await readClaims(parts, [claimOf(id)]);
        return note == null ? "unknown" : "waits";
      }
      // Before it is no dead letter any more, so that whoever asks again is not told there never was one.
      await store.commit({ ...emptyCommit(clock.now()), claims: [{ key: claimOf(id), note: "retried" }] });
      await store.settle([{ id, outcome: "revive", dueAt: clock.now() }]);
      wake();
      return "waits";
    },
  };
}

const claimOf = (id: string) => `dead-letter:${id}`;

async function isDead(store: Store, id: string): Promise<boolean> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Store["query"]>> = await store.query({ dead: true, limit: 200, cursor });
    if (page.items.some((item) => "dead" in item && item.id === id)) return true;
    cursor = page.next;
  } while (cursor !== null);
  return false;
}
