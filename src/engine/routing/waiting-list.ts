import { conversationViews, windowKey } from "../../core/conversation/index-entries.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import type { Queue } from "../../core/routing/queue.ts";
import { rankOf, waitsSince } from "../../core/routing/rank.ts";
import type { Channel } from "../../ports/channel.ts";
import type { Store } from "../../ports/store.ts";
import { type Waiting, waitingOf } from "./read-route-input.ts";

/** Those who wait, the next to be served first; read no further than somebody looks. */
export interface WaitingList {
  /** `null`: nobody (any more). */
  head(): Promise<Waiting | null>;
  /** The head has been looked at. */
  pass(): void;
}

export type Channels = ReadonlyMap<string, Pick<Channel, "id" | "capabilities">>;
/** Of two heads, the smaller is before the other. */
export type Place = (waiting: Waiting) => number;

/** Most look at the first only, and some at very many: each page is twice as long as the one before. */
const [firstPageSize, longestPageSize] = [2, 32];
/** After everything whose channel closes. */
const never = 1e14;

/** One queue in its own order. By reply window: whose channel closes first, then those whose never does. */
export function listOfQueue(store: Store, { id, order }: Pick<Queue, "id" | "order">, channels: Channels): WaitingList {
  if (order === "priority-then-age") return listOfView(store, conversationViews.unasked, id);
  if (order === "age") return listOfView(store, conversationViews.unaskedByAge, id);
  const ofChannels = [...channels.keys()].map((channelId) =>
    listOfView(store, conversationViews.unaskedByWindow, windowKey(id, channelId)),
  );
  return merged(ofChannels, placeIn({ order }, channels));
}

/** Where somebody stands in a queue of this order. */
export function placeIn({ order }: Pick<Queue, "order">, channels: Channels): Place {
  switch (order) {
    case "priority-then-age":
      return ({ handoff }) => rankOf(handoff);
    case "age":
      return ({ handoff }) => waitsSince(handoff);
    case "reply-window":
      return (waiting) => closesAt(waiting, channels);
  }
}

/** Several as one: each keeps its own order, and of their heads the one with the highest rank is first. */
export function byRank(lists: readonly WaitingList[]): WaitingList {
  return merged(lists, ({ handoff }) => rankOf(handoff));
}

export function listOfView(store: Store, view: string, key: string): WaitingList {
  let page: Waiting[] = [];
  let cursor: string | null = null;
  let limit = firstPageSize;
  let isOver = false;
  return {
    async head() {
      while (page.length === 0 && !isOver) {
        const read = await store.query({ view, key, limit, order: "ascending", cursor });
        limit = Math.min(2 * limit, longestPageSize);
        page = read.items.flatMap(({ body }) => waitingOf(readConversation(body)) ?? []);
        cursor = read.next;
        isOver = read.next === null;
      }
      return page[0] ?? null;
    },
    pass() {
      page.shift();
    },
  };
}

function merged(lists: readonly WaitingList[], place: Place): WaitingList {
  let first: WaitingList | null = null;
  return {
    async head() {
      let best: Waiting | null = null;
      first = null;
      for (const list of lists) {
        const head = await list.head();
        if (head && (best === null || place(head) < place(best))) {
          best = head;
          first = list;
        }
      }
      return best;
    },
    pass() {
      first?.pass();
    },
  };
}

function closesAt({ conversation }: Waiting, channels: Channels): number {
  const { lastCustomerAt, route } = conversation;
  const windowMs = channels.get(route.channelId)?.capabilities.replyWindowMs ?? null;
  return lastCustomerAt + (windowMs ?? never);
}
