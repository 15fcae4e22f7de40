import type { QueueDrain } from "../../core/conversation/effect.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import type { Routing } from "../routing/routing.ts";

/** Somebody has room: as many of those who wait as they have places for are routed again (I7). */
export function createQueueDrain({ serveAgent }: Pick<Routing, "serveAgent">) {
  return async (leased: LeasedEffect): Promise<Outcome> => {
    const { agentId } = leased.body as QueueDrain;
    await serveAgent(agentId, leased.id);
    return { outcome: "done" };
  };
}
