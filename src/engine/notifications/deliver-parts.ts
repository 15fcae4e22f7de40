import type { Delivery, DeliveryResult, NotifierMethod } from "../../ports/notifier.ts";
import { rejectOnAbort } from "../effects/reject-on-abort.ts";
import type { Parts } from "../parts.ts";
import type { Policies } from "../settings/policies.ts";
import type { Notifying } from "./notifying.ts";

export interface DeliverParts {
  readonly parts: Parts;
  readonly policies: Pick<Policies, "current">;
  readonly notifying: Notifying;
}

/** What became of handing one over. */
export type Handed =
  /** Nobody wants or may have it any more: the person has read it or left, the conversation was erased. */
  | { readonly status: "dropped" }
  /** It looked for what others might have missed, and there is nothing. */
  | { readonly status: "nothing-left" }
  /** In a commit of its own. */
  | { readonly status: "settled" }
  | { readonly status: "delivered"; readonly isFirstSinceFailure: boolean }
  | Exclude<DeliveryResult, { status: "delivered" }>;

/** One attempt, in bounded time, whatever the notifier does. */
export async function attempt(
  { parts, notifying }: DeliverParts,
  method: NotifierMethod,
  delivery: Delivery,
  stop: AbortSignal,
): Promise<DeliveryResult> {
  const notifier = notifying.notifiers.get(method);
  if (!notifier) return { status: "failed", isGone: false, error: `${method} is not configured any more.` };
  const timeout = AbortSignal.timeout(parts.limits.sendTimeoutMs);
  const signal = AbortSignal.any([stop, timeout]);
  try {
    return await Promise.race([notifier.deliver(delivery, signal), rejectOnAbort(signal)]);
  } catch (error) {
    if (signal.aborted) return { status: "retry", error: `${method} did not answer in time.`, retryAfterMs: null };
    parts.logger.error("notifier-fault", { method, error: error instanceof Error ? error.name : "unknown" });
    return { status: "retry", error: `The ${method} adapter failed; see the log.`, retryAfterMs: null };
  }
}

/** Delivered is delivered; nobody asks whether it had failed before. */
export function handedOf(result: DeliveryResult): Handed {
  return result.status === "delivered" ? { status: "delivered", isFirstSinceFailure: false } : result;
}
