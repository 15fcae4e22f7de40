import { type Message, textOf } from "../core/conversation/message.ts";
import type { Control, Conversation } from "../core/conversation/state.ts";
import { readConversation } from "../core/conversation/upgrade.ts";
import { readAgent } from "../core/people/agent.ts";
import { type Ask, requestIdOf } from "../core/requests/ask.ts";
import { discussionView } from "../core/requests/discussions.ts";
import { pendingAsks } from "../core/requests/pending-asks.ts";
import type { Store } from "../ports/store.ts";
import { logEntry, readCustomer } from "./read.ts";

/** One thing that waits for a person's answer. */
export interface AskedRequest {
  readonly id: string;
  readonly ask: Ask;
  readonly conversation: Conversation;
  readonly customerName: string | null;
  readonly requesterName: string | null;
  readonly note: string | null;
}

export interface AskedOf {
  readonly requests: readonly AskedRequest[];
  /** Conversations in which they advise. */
  readonly discussions: readonly string[];
}

export interface Requests {
  /** `null`: there is no such person. */
  askedOf(agentId: string): Promise<AskedOf | null>;
}

/** More than this nobody answers; the first ones leave room for the next. */
const mostDiscussions = 200;

/** What is asked of people. To take something is written with the person; advice is found by its view. */
export function createRequests(store: Store): Requests {
  async function conversationsOf(agentId: string): Promise<readonly Conversation[] | null> {
    const [stored] = await store.load([{ kind: "agent", id: agentId }]);
    if (!stored) return null;
    const offered = Object.entries(readAgent(stored.body).holds).filter(([, { as }]) => as === "offered");
    const keys = offered.map(([id]) => ({ kind: "conversation", id }));
    const [held, advised] = await Promise.all([
      keys.length === 0 ? [] : store.load(keys),
      store.query({
        ...{ view: discussionView(agentId), key: "all" },
        ...{ limit: mostDiscussions, order: "descending", cursor: null },
      }),
    ]);
    const bodies = [...held.map((one) => one?.body), ...advised.items.map(({ body }) => body)];
    const found = bodies.flatMap((body) => (body === undefined ? [] : readConversation(body)));
    return [...new Map(found.map((conversation) => [conversation.id, conversation])).values()];
  }

  async function describe(conversation: Conversation, ask: Ask, recordSeq: number): Promise<AskedRequest> {
    const { id, customerId } = conversation;
    const { requestedBy, noteSeq } = ask;
    const requesterKeys = requestedBy.type === "agent" ? [{ kind: "agent", id: requestedBy.agentId }] : [];
    const [customer, note, [requester]] = await Promise.all([
      readCustomer(store, customerId),
      noteSeq === null ? null : logEntry(store, "messages", id, noteSeq),
      requesterKeys.length === 0 ? [] : store.load(requesterKeys),
    ]);
    return {
      ...{ id: requestIdOf(id, recordSeq), ask, conversation },
      customerName: customer?.name ?? null,
      requesterName: requester ? readAgent(requester.body).name : null,
      note: note ? textOf((note as Message).content) : null,
    };
  }

  return {
    async askedOf(agentId) {
      const conversations = await conversationsOf(agentId);
      if (!conversations) return null;
      const asked = conversations.flatMap((conversation) =>
        pendingAsks(conversation.control).flatMap((ask) =>
          ask.pending
            .filter((one) => one.agentId === agentId)
            .map(({ recordSeq }) => describe(conversation, ask, recordSeq)),
        ),
      );
      const requests = await Promise.all(asked);
      return {
        requests: requests.toSorted((one, other) => one.ask.expiresAt - other.ask.expiresAt),
        discussions: conversations.filter(({ control }) => advises(control, agentId)).map(({ id }) => id),
      };
    },
  };
}

function advises(control: Control, agentId: string): boolean {
  return control.phase === "human" && control.advisers.includes(agentId);
}
