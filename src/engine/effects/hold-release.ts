import type { Effect } from "../../core/conversation/effect.ts";
import type { Conversation } from "../../core/conversation/state.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import { readAgent, release } from "../../core/people/agent.ts";
import { pendingAsks } from "../../core/requests/pending-asks.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { drainEffect } from "../to-commit.ts";

/**
 * Gives one person of a broadcast their place back. A commit of its own each, so that whoever accepts need not wait for
 * two hundred people to stand still; until then a place too many is kept, never one too few (I7).
 */
export function createHoldRelease({ store, clock, wakeAt }: Pick<Parts, "store" | "clock" | "wakeAt">) {
  return async (
    leased: LeasedEffect,
    { conversationId, agentId }: Extract<Effect, { type: "hold-release" }>,
  ): Promise<Outcome> => {
    const keys = [
      { kind: "conversation", id: conversationId },
      { kind: "agent", id: agentId },
    ];
    for (;;) {
      const [stored, person] = await store.load(keys);
      if (!person) return { outcome: "done" };
      const agent = readAgent(person.body);
      const isAsked = stored ? isAskedIn(readConversation(stored.body), agentId) : false;
      // Asked again meanwhile, or theirs now: that place is another one.
      if (isAsked || agent.holds[conversationId]?.as !== "offered") return { outcome: "done" };
      const at = clock.now();
      const result = await store.commit({
        ...emptyCommit(at),
        settles: [leased.id],
        expects: keys.map((key, index) => ({ ...key, version: [stored, person][index]?.version ?? 0 })),
        puts: [{ kind: "agent", id: agentId, body: release(agent, conversationId) }],
        effects: [drainEffect(agentId, leased.id, at)],
      });
      if (result.status === "stale") continue;
      wakeAt(at);
      return { outcome: "settled" };
    }
  };
}

function isAskedIn({ control }: Conversation, agentId: string): boolean {
  return pendingAsks(control).some(({ kind, pending }) => {
    return kind !== "discuss" && pending.some((asked) => asked.agentId === agentId);
  });
}
