/** A person who writes to us. Personal data lives here and in their messages, nowhere else (I15). */
export interface Customer {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: string | null;
  readonly locale: string | null;
  readonly identities: readonly Identity[];
  readonly conversationIds: readonly string[];
  readonly createdAt: number;
  readonly isTest: boolean;
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
}
