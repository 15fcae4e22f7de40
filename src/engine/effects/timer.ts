import type { Effect } from "../../core/conversation/effect.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";
import { outcomeOf } from "./outcome.ts";

/** A stored due time comes back as an event; the event's commit settles it, so that it takes effect once (I9). */
export function createTimer(parts: Parts, handle: HandleEvent) {
  return async (leased: LeasedEffect, effect: Extract<Effect, { type: "timer" }>): Promise<Outcome> => {
    const event = { type: "timer-fired", id: leased.id, effectId: leased.id, timer: effect.timer } as const;
    const at = parts.clock.now();
    return outcomeOf(await handle(effect.conversationId, { ...event, at }, { settles: [leased.id] }));
  };
}
