import type { DocumentKey } from "../ports/store.ts";
import { emptyCommit } from "./empty-commit.ts";
import type { Inbound } from "./inbound.ts";
import type { KnownConversations } from "./known-conversations.ts";
import { packetKey } from "./packets.ts";
import type { Parts } from "./parts.ts";
import { forgetWords } from "./reports/forget-words.ts";
import { takeOut } from "./take-out.ts";
import { followUpsOf } from "./tasks/follow-ups-of.ts";

/** Removes a customer and everything they wrote or were written (I15). Engine-wide: lanes, index and search with it. */
export function createErase(
  parts: Parts,
  inbound: Inbound,
  known: KnownConversations,
): (customerId: string) => Promise<boolean> {
  return async (customerId) => {
    const takenOut = await takeOut(parts, customerId);
    if (!takenOut) return false;
    const { customer, surveys } = takenOut;
    const { conversationIds } = customer;
    for (const id of conversationIds) known.forget(id);
    for (const { channelId, address } of customer.identities) inbound.forget(channelId, address);
    // Afterwards, when nothing more is decided of them that would be counted.
    await forgetWords(parts, conversationIds);
    const documents: DocumentKey[] = [
      { kind: "customer", id: customerId },
      ...conversationIds.flatMap((id) => [{ kind: "conversation", id }, packetKey(id)]),
      ...surveys,
      ...(await followUpsOf(parts.store, conversationIds)),
    ];
    await parts.store.erase({ documents, conversationIds });
    await parts.store.commit({
      ...emptyCommit(parts.clock.now()),
      feed: conversationIds.map((conversationId) => ({ type: "conversation-erased", conversationId, data: {} })),
    });
    return true;
  };
}
