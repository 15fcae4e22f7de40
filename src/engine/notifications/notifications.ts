import type { ListOptions, PageOf } from "../conversations.ts";
import type { DeliverParts } from "./deliver-parts.ts";
import { createDescribeItems, type DescribeItems } from "./describe-items.ts";
import { type Notification, notificationViews } from "./documents.ts";
import { createEndpoints, type Endpoints } from "./endpoints.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import { methodsOf } from "./notifying.ts";
import { createPreferenceStore, type PreferenceStore } from "./preference-store.ts";
import { createSendTest, type SendTest, type TestResult, testEndpoint } from "./send-test.ts";

/** Everything about telling people that somebody may look at or change. */
export interface Notifications {
  readonly inbox: Inbox;
  readonly describe: DescribeItems;
  /** Who was told of one conversation, newest first: one for each target, with the people it came to. */
  ofConversation(id: string, options: ListOptions): Promise<PageOf<Notification>>;
  readonly preferences: PreferenceStore;
  readonly endpoints: Endpoints;
  /** What is configured beside the product itself. */
  readonly methods: ReturnType<typeof methodsOf>;
  readonly sendTest: SendTest;
  testEndpoint(id: string): Promise<TestResult | null>;
}

export function createNotifications(deliverParts: DeliverParts): Notifications {
  const { parts, notifying } = deliverParts;
  return {
    inbox: createInbox(parts),
    describe: createDescribeItems(deliverParts),
    async ofConversation(id, options) {
      const view = { view: notificationViews.byConversation, key: id, order: "descending" } as const;
      const page = await parts.store.query({ ...view, ...options });
      return { items: page.items.map(({ body }) => body as Notification), next: page.next };
    },
    preferences: createPreferenceStore(parts),
    endpoints: createEndpoints(parts, notifying),
    methods: methodsOf(notifying.notifiers),
    sendTest: createSendTest(deliverParts),
    testEndpoint: (id) => testEndpoint(deliverParts, id),
  };
}
