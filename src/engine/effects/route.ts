import type { Effect } from "../../core/conversation/effect.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import type { KnownConversations } from "../known-conversations.ts";
import type { Parts } from "../parts.ts";
import { waitingOf } from "../routing/read-route-input.ts";
import type { Routing } from "../routing/routing.ts";
import { serveBefore } from "../routing/serve-before.ts";
import { outcomeOf } from "./outcome.ts";

/** Chooses whom to ask. The commit carries the agents' versions, so that a place is never promised twice (I7). */
export function createRoute(
  known: KnownConversations,
  parts: Pick<Parts, "store" | "channels">,
  { router, mayFind }: Pick<Routing, "router" | "mayFind">,
) {
  return async (leased: LeasedEffect, effect: Extract<Effect, { type: "route" }>): Promise<Outcome> => {
    const waiting = waitingOf((await known.fresh(effect.conversationId)).body);
    if (!waiting || waiting.handoff.id !== effect.handoffId) return { outcome: "done" };
    if (effect.isRoutine && !(await mayFind(waiting))) return { outcome: "done" };
    await mayFind.looked(waiting);
    let decided = await router.decide(waiting);
    const { outcome, by } = decided.decision;
    const isByTurn = (outcome.type === "ask" || outcome.type === "give") && !isOwn(by);
    if (isByTurn && (await serveBefore(parts, router, waiting, decided, leased.id))) {
      decided = await router.decide(waiting);
    }
    return outcomeOf(
      await router.settle(waiting, decided, {
        ...{ id: leased.id, effectId: leased.id, settles: [leased.id] },
        look: effect.look ?? 1,
      }),
    );
  };
}

/** It belongs to that person: nobody else gets a place less by it. */
function isOwn(by: string): boolean {
  return by === "last-agent" || by === "same-customer" || by === "substitute";
}
