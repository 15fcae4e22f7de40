import { conversationViews } from "../../core/conversation/index-entries.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";
import { readAgents } from "../read-agents.ts";

const atOnce = 200;

/** What is with somebody who works here no more waits for somebody else. */
export async function adoptOwnerless(parts: Parts, handle: HandleEvent): Promise<readonly string[]> {
  const left = (await readAgents(parts.store)).filter(({ leftAt }) => leftAt !== null);
  const adopted: string[] = [];
  for (const { id: agentId } of left) {
    const view = { view: conversationViews.byAgent, key: agentId, order: "ascending", cursor: null } as const;
    // What was given away is in the list no more: however many there are, the next sweep has the rest.
    const page = await parts.store.query({ ...view, limit: atOnce });
    for (const { body } of page.items) {
      const { id } = readConversation(body);
      const event = { type: "owner-changed", agentId, because: "left" } as const;
      const at = parts.clock.now();
      const handled = await handle(id, { ...event, id: `${id}.ownerless.${at}`, at });
      if (handled.status === "committed") adopted.push(id);
    }
  }
  return adopted;
}
