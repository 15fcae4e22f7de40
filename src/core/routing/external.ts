/** What a company's own service is told: ids and codes, never customers' words (I15). */
export interface ExternalQuestion {
  readonly conversationId: string;
  readonly handoffId: string;
  readonly queueId: string;
  readonly reason: string;
  readonly priority: string;
  readonly locale: string | null;
  readonly channelKind: string;
  readonly enteredQueueAt: number;
  /** Who could take it, in the order of the fallback; at most {@link mostNamed}. */
  readonly agents: readonly { readonly id: string; readonly openUnits: number; readonly capacity: number }[];
}

export type ExternalAnswer =
  | { readonly status: "named"; readonly agentId: string }
  | { readonly status: "named-nobody" }
  | { readonly status: "failed"; readonly because: ExternalFailure };

/** `resting`: it failed so often that it is not asked for a while. `not-set-up`: there is no way to call it here. */
export type ExternalFailure = "timed-out" | "failed" | "refused" | "malformed" | "resting" | "not-set-up";

export const mostNamed = 200;

/** In words, for whoever reads the record. */
export function describeFailure(because: ExternalFailure): string {
  return because === "not-set-up" ? "is not set up" : because.replace("-", " ");
}
