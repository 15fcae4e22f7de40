import { readAgent, release } from "../core/people/agent.ts";
import type { DocumentKey } from "../ports/store.ts";
import { forgetReference } from "./customers/references.ts";
import { emptyCommit } from "./empty-commit.ts";
import { type Inbound, identityKey } from "./inbound.ts";
import type { KnownConversations } from "./known-conversations.ts";
import { packetKey } from "./packets.ts";
import type { Parts } from "./parts.ts";
import { readAgents } from "./read-agents.ts";
import { forgetWords } from "./reports/forget-words.ts";
import { followUpsOf } from "./tasks/follow-ups-of.ts";
import { drainEffect } from "./to-commit.ts";

/** Removes a customer and everything they wrote or were written (I15). Engine-wide: lanes, index and search with it. */
export function createErase(
  parts: Parts,
  inbound: Inbound,
  known: KnownConversations,
): (customerId: string) => Promise<boolean> {
  return async (customerId) => {
    const customer = await forgetReference(parts, customerId);
    if (!customer) return false;
    const { conversationIds } = customer;
    const documents: DocumentKey[] = [
      { kind: "customer", id: customerId },
      ...conversationIds.flatMap((id) => [{ kind: "conversation", id }, packetKey(id)]),
      ...(await followUpsOf(parts.store, conversationIds)),
      ...customer.identities.map(({ channelId, address }) => identityKey(channelId, address)),
    ];
    await forgetWords(parts, conversationIds);
    await parts.store.erase({ documents, conversationIds });
    for (const id of conversationIds) known.forget(id);
    for (const { channelId, address } of customer.identities) inbound.forget(channelId, address);
    // Afterwards, when nobody can be given them any more.
    for (const id of conversationIds) await releaseHolders(parts, id);
    await parts.store.commit({
      ...emptyCommit(parts.clock.now()),
      feed: conversationIds.map((conversationId) => ({ type: "conversation-erased", conversationId, data: {} })),
    });
    return true;
  };
}

/** Whoever held it has room again (I7). */
async function releaseHolders(parts: Parts, conversationId: string): Promise<void> {
  for (const { holds, id } of await readAgents(parts.store)) {
    if (conversationId in holds) await releaseHolder(parts, id, conversationId);
  }
}

async function releaseHolder(parts: Parts, agentId: string, conversationId: string): Promise<void> {
  for (;;) {
    const [stored] = await parts.store.load([{ kind: "agent", id: agentId }]);
    if (!stored) return;
    const result = await parts.store.commit({
      ...emptyCommit(parts.clock.now()),
      expects: [{ kind: "agent", id: agentId, version: stored.version }],
      puts: [{ kind: "agent", id: agentId, body: release(readAgent(stored.body), conversationId) }],
      effects: [drainEffect(agentId, `${agentId}.${stored.version + 1}`, parts.clock.now())],
    });
    if (result.status === "committed") return;
  }
}
