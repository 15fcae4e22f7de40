import type { Conversation } from "../core/conversation/state.ts";
import { readConversation } from "../core/conversation/upgrade.ts";
import type { Store } from "../ports/store.ts";
import { createRecent } from "./recent.ts";

export interface KnownConversation {
  readonly version: number;
  /** `null` with version 0: there is none. */
  readonly body: Conversation | null;
  /** Read from the store just now. */
  readonly isFresh: boolean;
}

/**
 * The conversations this process touched last, as it last saw them. What is known may be old: whoever decides on it
 * commits with its version, and is told `stale` when it was. What is decided without a commit needs a fresh look.
 */
export interface KnownConversations {
  get(id: string): Promise<KnownConversation>;
  fresh(id: string): Promise<KnownConversation>;
  set(id: string, version: number, body: Conversation): void;
  forget(id: string): void;
}

const remembered = 10_000;

export function createKnownConversations(store: Store): KnownConversations {
  const recent = createRecent<KnownConversation>(remembered);
  const known: KnownConversations = {
    get: async (id) => recent.get(id) ?? known.fresh(id),
    async fresh(id) {
      const [stored] = await store.load([{ kind: "conversation", id }]);
      if (!stored) return { version: 0, body: null, isFresh: true };
      const body = readConversation(stored.body);
      known.set(id, stored.version, body);
      return { version: stored.version, body, isFresh: true };
    },
    set: (id, version, body) => recent.set(id, { version, body, isFresh: false }),
    forget: (id) => recent.delete(id),
  };
  return known;
}
