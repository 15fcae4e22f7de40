import type { QueueDrain } from "../../core/conversation/effect.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";
import { createRouting, type Routing } from "../routing/routing.ts";

/** Somebody has room: as many of those who wait as they have places for are routed again (I7). */
export function createQueueDrain(parts: Parts, handle: HandleEvent, routing: Routing = createRouting(parts, handle)) {
  return async (leased: LeasedEffect): Promise<Outcome> => {
    const { agentId } = leased.body as QueueDrain;
    await routing.ready();
    await routing.serveAgent(agentId, leased.id);
    return { outcome: "done" };
  };
}
