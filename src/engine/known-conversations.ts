import type { Applied } from "../core/conversation/decision.ts";
import type { Message } from "../core/conversation/message.ts";
import type { Conversation } from "../core/conversation/state.ts";
import { readConversation } from "../core/conversation/upgrade.ts";
import type { Store } from "../ports/store.ts";
import { createRecent } from "./recent.ts";

export interface KnownConversation {
  readonly version: number;
  /** `null` with version 0: there is none. */
  readonly body: Conversation | null;
  /** Messages that this process wrote last, as they are in this version. */
  readonly messages: readonly Message[];
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
  /** After a commit of this process. */
  advance(before: KnownConversation, decision: Applied): void;
  forget(id: string): void;
}

const remembered = 10_000;
/** A message that is sent is settled soon after it was written. */
const rememberedMessages = 4;

export function createKnownConversations(store: Store): KnownConversations {
  const recent = createRecent<KnownConversation>(remembered);
  const known: KnownConversations = {
    get: async (id) => recent.get(id) ?? known.fresh(id),
    async fresh(id) {
      const [stored] = await store.load([{ kind: "conversation", id }]);
      if (!stored) return { version: 0, body: null, messages: [], isFresh: true };
      const fresh = { version: stored.version, body: readConversation(stored.body), messages: [] };
      recent.set(id, { ...fresh, isFresh: false });
      return { ...fresh, isFresh: true };
    },
    advance({ version, messages }, { conversation, messages: written }) {
      const seqs = new Set(written.map(({ seq }) => seq));
      const current = [...messages.filter(({ seq }) => !seqs.has(seq)), ...written].slice(-rememberedMessages);
      recent.set(conversation.id, { version: version + 1, body: conversation, messages: current, isFresh: false });
    },
    forget: (id) => recent.delete(id),
  };
  return known;
}
