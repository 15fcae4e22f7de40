import type { IndexChange } from "../../ports/store.ts";
import type { ListOptions, PageOf } from "../conversations.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { type InboxItem, inboxKey, notificationViews } from "./documents.ts";
import { trimByAge } from "./trim-inbox.ts";

/** What one person was told, as they see it in the product. */
export interface Inbox {
  /** Newest first. */
  list(agentId: string, options: ListOptions & { readonly onlyUnread: boolean }): Promise<PageOf<InboxItem>>;
  /** Counted up to 100: more is "many" to everybody. */
  unread(agentId: string): Promise<number>;
  get(id: string): Promise<InboxItem | null>;
  /** `null`: there is none. Doing it twice changes nothing. */
  read(id: string): Promise<InboxItem | null>;
  /** Everything that was there when it was asked for. */
  readAll(agentId: string): Promise<void>;
}

const mostCounted = 100;
const pageSize = 100;

export function createInbox(parts: Parts): Inbox {
  const { store, clock } = parts;

  async function read(id: string): Promise<InboxItem | null> {
    for (;;) {
      const [stored] = await store.load([inboxKey(id)]);
      if (!stored) return null;
      const before = stored.body as InboxItem;
      if (before.readAt !== null) return before;
      const item = { ...before, readAt: clock.now() };
      const result = await store.commit({
        ...emptyCommit(item.readAt),
        expects: [{ ...inboxKey(id), version: stored.version }],
        puts: [{ ...inboxKey(id), body: item }],
        index: [{ change: "remove", view: notificationViews.unread, key: before.agentId, ...inboxKey(id) }],
        feed: [{ type: "notification-read", conversationId: null, data: { agentId: before.agentId, id } }],
      });
      if (result.status === "committed") return item;
    }
  }

  async function readAll(agentId: string): Promise<void> {
    const until = clock.now();
    const view = { view: notificationViews.unread, key: agentId } as const;
    for (;;) {
      const page = await store.query({ ...view, limit: pageSize, order: "ascending", cursor: null });
      const found = page.items.filter(({ body }) => (body as InboxItem).told.at <= until);
      const items = found.map(({ body }) => body as InboxItem);
      if (items.length === 0) return;
      await store.commit({
        ...emptyCommit(until),
        // What is cleared away at this moment does not come back.
        expects: found.flatMap((item) => ("version" in item ? [{ ...inboxKey(item.id), version: item.version }] : [])),
        puts: items.map((item) => ({ ...inboxKey(item.id), body: { ...item, readAt: item.readAt ?? until } })),
        index: items.map(({ id }): IndexChange => ({ change: "remove", ...view, ...inboxKey(id) })),
        feed: [{ type: "notification-read", conversationId: null, data: { agentId, id: null } }],
      });
    }
  }

  return {
    async list(agentId, { onlyUnread, ...options }) {
      // Not only once a day: nobody is shown what is about to go.
      if (options.cursor === null) await trimByAge(parts, agentId);
      const view = onlyUnread ? notificationViews.unread : notificationViews.inbox;
      const page = await store.query({ view, key: agentId, order: "descending", ...options });
      return { items: page.items.map(({ body }) => body as InboxItem), next: page.next };
    },
    async unread(agentId) {
      const counted = { limit: mostCounted, order: "descending", cursor: null } as const;
      return (await store.query({ view: notificationViews.unread, key: agentId, ...counted })).items.length;
    },
    async get(id) {
      const [stored] = await store.load([inboxKey(id)]);
      return stored ? (stored.body as InboxItem) : null;
    },
    read,
    readAll,
  };
}
