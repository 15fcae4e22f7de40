import { conversationViews } from "../../core/conversation/index-entries.ts";
import { queueOf } from "../../core/routing/queue-of.ts";
import type { Parts } from "../parts.ts";
import type { Waiting } from "./read-route-input.ts";
import type { Decided, Router } from "./router.ts";
import { listOfQueue, listOfView } from "./waiting-list.ts";

/** Of those who are before it, so many are looked at: most of them nobody can take just now, or they would not wait. */
const mostLooked = 3;

/**
 * Somebody has been found for one who waits; but whoever is before them in the same queue comes first, when they can be
 * served as well. `true`: somebody was, so that it has to be decided again.
 */
export async function serveBefore(
  { store, channels }: Pick<Parts, "store" | "channels">,
  router: Router,
  { conversation, handoff }: Waiting,
  { policy }: Decided,
  causeId: string,
): Promise<boolean> {
  const { destination } = handoff;
  if (destination.type === "agent" || conversation.isTest) return false;
  const queue = queueOf(destination, policy.settings);
  const list =
    destination.type === "queue"
      ? listOfQueue(store, queue, channels)
      : listOfView(store, conversationViews.unasked, destination.id);
  let hasServed = false;
  for (let looked = 0; looked < mostLooked; looked++) {
    const next = await list.head();
    list.pass();
    if (!next || next.conversation.id === conversation.id) return hasServed;
    const decided = await router.decide(next);
    const { type } = decided.decision.outcome;
    if (type !== "ask" && type !== "give") continue;
    const id = `${causeId}:${next.conversation.id}`;
    await router.settle(next, decided, { id, effectId: causeId, settles: [] });
    hasServed = true;
  }
  return hasServed;
}
