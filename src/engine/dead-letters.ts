import type { Effect } from "../core/conversation/effect.ts";
import type { Parts } from "./parts.ts";

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
  /** Back to the end of its lane, with fresh attempts (I10). Unknown ids change nothing. */
  retry(id: string): Promise<void>;
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
      await store.settle([{ id, outcome: "revive", dueAt: clock.now() }]);
      wake();
    },
  };
}
