import type { DeliverParts } from "./deliver-parts.ts";
import { createDescribeItems, type DescribeItems } from "./describe-items.ts";
import { createEndpoints, type Endpoints } from "./endpoints.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import { methodsOf } from "./notifying.ts";
import { createPreferenceStore, type PreferenceStore } from "./preference-store.ts";
import { createSendTest, type SendTest, type TestResult, testEndpoint } from "./send-test.ts";

/** Everything about telling people that somebody may look at or change. */
export interface Notifications {
  readonly inbox: Inbox;
  readonly describe: DescribeItems;
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
    preferences: createPreferenceStore(parts),
    endpoints: createEndpoints(parts, notifying),
    methods: methodsOf(notifying.notifiers),
    sendTest: createSendTest(deliverParts),
    testEndpoint: (id) => testEndpoint(deliverParts, id),
  };
}
