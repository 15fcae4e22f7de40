import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome, Run } from "../effect-runner.ts";
import { deliverHeld } from "../notifications/deliver-held.ts";
import { deliverToAgent, deliverToEndpoint, deliverToPlace } from "../notifications/deliver-one.ts";
import type { DeliverParts, Handed } from "../notifications/deliver-parts.ts";
import type { NotificationDeliver } from "../notifications/documents.ts";
import { rewriteEndpoint } from "../notifications/endpoints.ts";

/** Hands one notification to whoever delivers it, and tries again for as long as that makes sense (I10). */
export function createNotificationDeliver(deliverParts: DeliverParts) {
  const { parts } = deliverParts;
  return async (leased: LeasedEffect, effect: NotificationDeliver, run: Run): Promise<Outcome> => {
    const handed = await hand(deliverParts, leased, effect, run);
    const { to } = effect;
    if (handed.status === "nothing-left") return { outcome: "done" };
    parts.metrics.count("baton_notifications_total", { to: to.type, outcome: handed.status });
    if (handed.status === "settled") return { outcome: "settled" };
    if (handed.status === "dropped") return { outcome: "done" };
    if (to.type === "endpoint") await noteOutcome(deliverParts, to.endpointId, handed);
    switch (handed.status) {
      case "delivered":
        return { outcome: "done" };
      case "failed":
        // Whoever says that they want nothing any more has got what they want.
        return handed.isGone ? { outcome: "done" } : { outcome: "dead", error: handed.error };
      case "retry": {
        const { error, retryAfterMs } = handed;
        if (run.signal.aborted) return { outcome: "hand-back" };
        return isLast(deliverParts, leased, effect)
          ? { outcome: "dead", error }
          : { outcome: "retry", error, retryAfterMs };
      }
    }
  };
}

function hand(
  deliverParts: DeliverParts,
  leased: LeasedEffect,
  { to }: NotificationDeliver,
  run: Run,
): Promise<Handed> {
  switch (to.type) {
    case "agent":
      return deliverToAgent(deliverParts, leased.id, to, run.signal);
    case "held":
      return deliverHeld(deliverParts, leased.id, to, run.signal);
    case "place":
      return deliverToPlace(deliverParts, leased.id, to, run.signal);
    case "endpoint":
      return deliverToEndpoint(deliverParts, leased.id, to, run.signal);
  }
}

function isLast({ parts }: DeliverParts, { failures }: LeasedEffect, { firstAt }: NotificationDeliver): boolean {
  const { sendAttempts, sendHoldMs } = parts.limits;
  return failures + 1 >= sendAttempts || parts.clock.now() - firstAt >= sendHoldMs;
}

/** Whoever looks after the endpoints sees what is wrong without searching among the dead letters. */
async function noteOutcome({ parts }: DeliverParts, endpointId: string, handed: Handed): Promise<void> {
  if (handed.status === "delivered") {
    if (handed.isFirstSinceFailure) {
      await rewriteEndpoint(parts, endpointId, (endpoint) => ({ ...endpoint, lastFailure: null }));
    }
  } else if (handed.status === "failed" || handed.status === "retry") {
    const isGone = handed.status === "failed" && handed.isGone;
    const lastFailure = { at: parts.clock.now(), error: handed.error, isGone };
    await rewriteEndpoint(parts, endpointId, (endpoint) => ({
      ...endpoint,
      lastFailure,
      isEnabled: endpoint.isEnabled && !isGone,
    }));
  }
}
