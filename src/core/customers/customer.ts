import type { Property } from "../rules/rule.ts";

/** A person who writes to us. Personal data lives here and in their messages, nowhere else (I15). */
export interface Customer {
  readonly schemaVersion: 3;
  readonly id: string;
  /** The company's own id of them; absent: it has not said. */
  readonly reference?: string;
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

/**
 * Customers are stored as they are; those of before lack what there was not then. 1 → 2: owners and properties came.
 * 2 → 3: those with an owner are listed under them, which is made up for when they are next written.
 */
export function readCustomerBody(body: unknown): Customer {
  const stored = body as Omit<Customer, "schemaVersion" | "accountOwnerId" | "properties" | "lookedUpAt"> &
    Partial<Customer>;
  return { accountOwnerId: null, properties: {}, lookedUpAt: null, ...stored, schemaVersion: 3 };
}

/** Stored before customers were listed under their owner, and has one. */
export function isUnlisted(body: unknown): boolean {
  const { schemaVersion, accountOwnerId } = body as {
    readonly schemaVersion: number;
    readonly accountOwnerId?: unknown;
  };
  return schemaVersion < 3 && typeof accountOwnerId === "string";
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
  /** What the company said of who writes from here when it was last looked at. */
  readonly reference?: string;
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
