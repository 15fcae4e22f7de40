import type { Property } from "../rules/rule.ts";

/** A person who writes to us. Personal data lives here and in their messages, nowhere else (I15). */
export interface Customer {
  readonly schemaVersion: 2;
  readonly id: string;
  readonly name: string | null;
  readonly locale: string | null;
  readonly identities: readonly Identity[];
  readonly conversationIds: readonly string[];
  readonly createdAt: number;
  readonly isTest: boolean;
  /** The agent who looks after them. */
  readonly accountOwnerId: string | null;
  /** What is known of them whatever they write about. From the API, an import or a look-up, so that it can be relied on. */
  readonly properties: Readonly<Record<string, Property>>;
  /** When the company's own system was last asked about them; `null`: never. */
  readonly lookedUpAt: number | null;
}

/** Customers are stored as they are; those of before lack what there was not then. */
export function readCustomerBody(body: unknown): Customer {
  const stored = body as Omit<Customer, "schemaVersion" | "accountOwnerId" | "properties" | "lookedUpAt"> &
    Partial<Customer>;
  return { accountOwnerId: null, properties: {}, lookedUpAt: null, ...stored, schemaVersion: 2 };
}

export interface Identity {
  readonly channelId: string;
  readonly address: string;
  readonly isVerified: boolean;
}

/** The way from (channel, address) to the conversation; a document of its own, so that two processes cannot make two. */
export interface IdentityLink {
  readonly customerId: string;
  readonly conversationId: string;
  /** They were imported before they wrote: the conversation begins with their first message. */
  readonly isReserved?: boolean;
}

export interface CustomerChange {
  readonly name?: string | null;
  readonly locale?: string | null;
  readonly accountOwnerId?: string | null;
  /** `null` removes one. */
  readonly properties?: Readonly<Record<string, Property | null>>;
}

/** Decisions are stored with them, so they stay few; what came first stays. */
export const mostCustomerProperties = 50;

/** What is not named stays. */
export function changedCustomer(customer: Customer, { properties, ...change }: CustomerChange): Customer {
  const entries = Object.entries({ ...customer.properties, ...properties });
  const kept = entries.flatMap(([name, value]): [string, Property][] => (value === null ? [] : [[name, value]]));
  return { ...customer, ...change, properties: Object.fromEntries(kept.slice(0, mostCustomerProperties)) };
}
