import { type Agent, release } from "../core/routing/agent.ts";
import type { DocumentKey } from "../ports/store.ts";
import { emptyCommit } from "./empty-commit.ts";
import { type Inbound, identityKey } from "./inbound.ts";
import type { KnownConversations } from "./known-conversations.ts";
import type { Parts } from "./parts.ts";
import { readCustomer, readOne } from "./read.ts";
import { drainEffect } from "./to-commit.ts";

/** Removes a customer and everything they wrote or were written (I15). Engine-wide: lanes, index and search with it. */
export function createErase(
  parts: Parts,
  inbound: Inbound,
  known: KnownConversations,
): (customerId: string) => Promise<boolean> {
  return async (customerId) => {
    const customer = await readCustomer(parts.store, customerId);
    if (!customer) return false;
    for (const id of customer.conversationIds) await releaseHolder(parts, id);
    const documents: DocumentKey[] = [
      { kind: "customer", id: customerId },
      ...customer.conversationIds.map((id) => ({ kind: "conversation", id })),
      ...customer.identities.map(({ channelId, address }) => identityKey(channelId, address)),
    ];
    await parts.store.erase({ documents, conversationIds: customer.conversationIds });
    for (const id of customer.conversationIds) known.forget(id);
    for (const { channelId, address } of customer.identities) inbound.forget(channelId, address);
    await parts.store.commit({
      ...emptyCommit(parts.clock.now()),
      feed: customer.conversationIds.map((conversationId) => ({
        type: "conversation-erased",
        conversationId,
        data: {},
      })),
    });
    return true;
  };
}

/** Whoever held it has room again. */
async function releaseHolder(parts: Parts, conversationId: string): Promise<void> {
  const conversation = await readOne(parts.store, conversationId);
  if (!conversation) return;
  const { control } = conversation;
  const agentId =
    control.phase === "human"
      ? control.agentId
      : control.phase === "queue"
        ? control.handoff.pendingRequest?.agentId
        : null;
  if (!agentId) return;
  for (;;) {
    const [stored] = await parts.store.load([{ kind: "agent", id: agentId }]);
    if (!stored) return;
    const result = await parts.store.commit({
      ...emptyCommit(parts.clock.now()),
      expects: [{ kind: "agent", id: agentId, version: stored.version }],
      puts: [{ kind: "agent", id: agentId, body: release(stored.body as Agent, conversationId) }],
      effects: [drainEffect(agentId, `${agentId}.${stored.version + 1}`, parts.clock.now())],
    });
    if (result.status === "committed") return;
  }
}
