/** Asks the company's own system what it knows of a customer. */
export interface CustomerLookup {
  /** Never throws but the signal's own reason; whoever asks does not wait for long. */
  lookUp(question: LookupQuestion, signal: AbortSignal): Promise<LookupAnswer>;
}

export interface LookupQuestion {
  /** The same over repetitions. */
  readonly id: string;
  readonly customerId: string;
  readonly conversationId: string;
  /** Where they write, and as whom. */
  readonly channelId: string;
  readonly address: string;
}

export type LookupAnswer =
  | { readonly status: "found"; readonly properties: Readonly<Record<string, string>> }
  /** They are not known there. */
  | { readonly status: "unknown" }
  /** `error` is a code or a sentence of ours, never what was answered (I15). */
  | { readonly status: "failed"; readonly error: string };
