import type { Effect } from "../../core/conversation/effect.ts";
import { readAgent } from "../../core/people/agent.ts";
import { chooseAgent } from "../../core/routing/choose-agent.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import { agentView } from "../agents.ts";
import type { Outcome } from "../effect-runner.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { KnownConversations } from "../known-conversations.ts";
import type { Parts } from "../parts.ts";
import { outcomeOf } from "./outcome.ts";

const maxAgents = 500;

/** Chooses whom to ask. The commit carries the agent's version, so that a place is never promised twice (I7). */
export function createRoute(parts: Parts, known: KnownConversations, handle: HandleEvent) {
  return async (leased: LeasedEffect, effect: Extract<Effect, { type: "route" }>): Promise<Outcome> => {
    const { body: conversation } = await known.fresh(effect.conversationId);
    if (conversation?.control.phase !== "queue") return { outcome: "done" };
    const { handoff } = conversation.control;
    if (handoff.id !== effect.handoffId || handoff.pendingRequest) return { outcome: "done" };
    const page = await parts.store.query({ ...agentView, limit: maxAgents, order: "ascending", cursor: null });
    const choice = chooseAgent(
      page.items.map((item) => readAgent(item.body)),
      { ...handoff, isTest: conversation.isTest },
    );
    const event = {
      type: "route-settled",
      id: leased.id,
      at: parts.clock.now(),
      effectId: leased.id,
      handoffId: handoff.id,
      ...choice,
    } as const;
    return outcomeOf(await handle(effect.conversationId, event, { settles: [leased.id] }));
  };
}
