import type { Store } from "../ports/store.ts";
import type { ListOptions, PageOf } from "./conversations.ts";
import { type Notification, notificationViews } from "./notifications/documents.ts";

/** What tests would have told people, newest first. Nobody was told (I16). */
export interface Captured {
  list(options: ListOptions): Promise<PageOf<Notification>>;
}

export function createCaptured(store: Store): Captured {
  return {
    async list(options) {
      const captured = { view: notificationViews.captured, key: "all", order: "descending" } as const;
      const page = await store.query({ ...captured, ...options });
      return { items: page.items.map(({ body }) => body as Notification), next: page.next };
    },
  };
}
