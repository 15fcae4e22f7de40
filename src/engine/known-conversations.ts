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
  /** The last messages, without a gap, as far as this process wrote them; as they are in this version. */
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
  /** Another process has changed it: what is remembered would only lead to a commit that is refused. */
  hear(id: string, revision: number): void;
}

const remembered = 2_000;
/** What a bot may read of a conversation, so that a lively one is not read again for every turn. */
const rememberedMessages = 40;

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
    advance(before, { conversation, messages: written }) {
      const messages = withWritten(before, written);
      recent.set(conversation.id, { version: before.version + 1, body: conversation, messages, isFresh: false });
    },
    forget: (id) => recent.delete(id),
    hear(id, revision) {
      const body = recent.get(id)?.body;
      if (body && body.revision < revision) recent.delete(id);
    },
  };
  return known;
}

/** Changed ones in their places, new ones at the end. */
function withWritten({ body, messages }: KnownConversation, written: readonly Message[]): readonly Message[] {
  const current = [...messages];
  for (const message of written) {
    const index = message.seq - (current[0]?.seq ?? message.seq);
    if (index >= 0 && index < current.length) current[index] = message;
    else if (message.seq > (body?.lastSeq ?? 0)) current.push(message);
  }
  return current.slice(-rememberedMessages);
}
