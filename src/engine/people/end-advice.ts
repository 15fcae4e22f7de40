import { readConversation } from "../../core/conversation/upgrade.ts";
import { discussionView } from "../../core/requests/discussions.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";

const pageSize = 50;

/**
 * Whoever has left advises nobody: their place among those who may is free again. What has ended already says so, so that
 * this can stop anywhere and begin again.
 */
export async function endAdvice(
  { store, clock, handle }: Pick<Parts, "store" | "clock"> & { readonly handle: HandleEvent },
  agentId: string,
  cause: string,
): Promise<void> {
  const view = { view: discussionView(agentId), key: "all", limit: pageSize, order: "ascending" } as const;
  let cursor: string | null = null;
  do {
    const page = await store.query({ ...view, cursor });
    for (const { control, id } of page.items.map(({ body }) => readConversation(body))) {
      if (control.phase !== "human" || !control.advisers.includes(agentId)) continue;
      const eventId = `${cause}:advice:${id}`;
      await handle(id, { type: "discussion-ended", id: eventId, at: clock.now(), agentId, byAgentId: agentId });
    }
    cursor = page.next;
  } while (cursor !== null);
}
