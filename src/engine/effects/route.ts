import type { Effect } from "../../core/conversation/effect.ts";
import { readAgent } from "../../core/people/agent.ts";
import { loadOn } from "../../core/people/load.ts";
import { decideRoute } from "../../core/routing/decide-route.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import { agentView } from "../agents.ts";
import type { Outcome } from "../effect-runner.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { KnownConversations } from "../known-conversations.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { outcomeOf } from "./outcome.ts";

const maxAgents = 500;

/** Chooses whom to ask. The commit carries the agents' versions, so that a place is never promised twice (I7). */
export function createRoute(parts: Parts, known: KnownConversations, handle: HandleEvent, policies: PolicyReader) {
  return async (leased: LeasedEffect, effect: Extract<Effect, { type: "route" }>): Promise<Outcome> => {
    const { body: conversation } = await known.fresh(effect.conversationId);
    if (conversation?.control.phase !== "queue") return { outcome: "done" };
    const { handoff } = conversation.control;
    if (handoff.id !== effect.handoffId || handoff.ask) return { outcome: "done" };
    const page = await parts.store.query({ ...agentView, limit: maxAgents, order: "ascending", cursor: null });
    const policy = await policies.for(conversation.draftId);
    const kind = parts.channels.get(conversation.route.channelId)?.kind ?? "unknown";
    const at = parts.clock.now();
    const decision = decideRoute({
      handoff,
      conversation,
      load: loadOn({ kind }, policy),
      agents: page.items.map((item) => readAgent(item.body)),
      policy,
      at,
      external: null,
    });
    const settled = { type: "route-settled", effectId: leased.id, handoffId: handoff.id, decision } as const;
    const event = { ...settled, id: leased.id, at };
    return outcomeOf(await handle(effect.conversationId, event, { settles: [leased.id] }));
  };
}
