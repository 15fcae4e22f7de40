import { conversationViews } from "../core/conversation/index-entries.ts";
import type { Message } from "../core/conversation/message.ts";
import type { EngagementRecord } from "../core/conversation/record.ts";
import type { Conversation, Phase } from "../core/conversation/state.ts";
import { readConversation } from "../core/conversation/upgrade.ts";
import type { Customer } from "../core/customers/customer.ts";
import { searchWords } from "../core/search/words.ts";
import type { PageItem, Store } from "../ports/store.ts";
import { logEntry, readCustomer, readCustomers, readOne } from "./read.ts";

export interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface ListOptions {
  readonly limit: number;
  readonly cursor: string | null;
}

/** What the console and its API read. */
export interface Conversations {
  get(id: string): Promise<Conversation | null>;
  customer(id: string): Promise<Customer | null>;
  /** By id, read at once; those who are gone are missing. */
  customers(ids: readonly string[]): Promise<ReadonlyMap<string, Customer>>;
  listByPhase(phase: Phase, options: ListOptions): Promise<PageOf<Conversation>>;
  listByAgent(agentId: string, options: ListOptions): Promise<PageOf<Conversation>>;
  /** Those who wait for this queue, whoever is to be served first at the top; tests wait apart (I16). */
  listByQueue(queueId: string, options: ListOptions): Promise<PageOf<Conversation>>;
  /** Ascending; `afterSeq` is exclusive. */
  messages(id: string, options: { limit: number; afterSeq: number }): Promise<PageOf<Message>>;
  records(id: string, options: { limit: number; afterSeq: number }): Promise<PageOf<EngagementRecord>>;
  search(text: string, limit: number): Promise<readonly Message[]>;
  unsupportedEvents(options: ListOptions): Promise<PageOf<unknown>>;
}

export function createConversations(store: Store): Conversations {
  async function list(view: string, key: string, order: "ascending" | "descending", options: ListOptions) {
    const page = await store.query({ view, key, order, ...options });
    return { items: page.items.map(({ body }) => readConversation(body)), next: page.next };
  }

  async function log<Item>(log: "messages" | "records", owner: string, options: { limit: number; afterSeq: number }) {
    const page = await store.query({ log, owner, order: "ascending", ...options });
    return { items: page.items.map((item: PageItem) => item.body as Item), next: page.next };
  }

  return {
    get: (id) => readOne(store, id),
    customer: (id) => readCustomer(store, id),
    customers: (ids) => readCustomers(store, ids),
    listByPhase: (phase, options) =>
      list(conversationViews.byPhase, phase, phase === "queue" ? "ascending" : "descending", options),
    listByAgent: (agentId, options) => list(conversationViews.byAgent, agentId, "descending", options),
    listByQueue: (queueId, options) => list(conversationViews.waiting, queueId, "ascending", options),
    messages: (id, options) => log<Message>("messages", id, options),
    records: (id, options) => log<EngagementRecord>("records", id, options),
    async search(text, limit) {
      const hits = await store.search({ words: searchWords(text), limit });
      const messages = await Promise.all(hits.map((hit) => logEntry(store, "messages", hit.conversationId, hit.seq)));
      return messages.filter((message) => message !== null).map((message) => message as Message);
    },
    async unsupportedEvents(options) {
      const page = await store.query({ view: "unsupported-events", key: "all", order: "descending", ...options });
      return { items: page.items.map(({ body }) => body), next: page.next };
    },
  };
}
