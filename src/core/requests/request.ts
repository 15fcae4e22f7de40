/** Asking one person to take a conversation (I6). The words are the same for routing's offers and colleagues' requests. */
export interface PersonRequest {
  readonly id: string;
  readonly kind: RequestKind;
  readonly agentId: string;
  readonly requestedBy: RequestSource;
  readonly at: number;
  readonly expiresAt: number;
  readonly expiryEffectId: string;
  readonly recordSeq: number;
}

export type RequestKind = "offer" | "assign" | "discuss";
export type RequestSource = { readonly type: "routing" } | { readonly type: "agent"; readonly agentId: string };
/** Every way a request can end; it takes exactly one of them. */
export type RequestEnd = "accepted" | "rejected" | "withdrawn" | "timed-out" | "rescinded";
