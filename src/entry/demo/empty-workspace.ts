import { conversationViews } from "../../core/conversation/index-entries.ts";
import { agentView } from "../../engine/agents.ts";
import type { Store } from "../../ports/store.ts";

/** Nobody has worked here yet: no agent, no conversation in any phase. */
export async function isEmptyWorkspace(store: Store): Promise<boolean> {
  const looks = [
    agentView,
    ...(["bot", "queue", "human", "closed"] as const).map((key) => ({ view: conversationViews.byPhase, key })),
  ];
  for (const look of looks) {
    const page = await store.query({ ...look, limit: 1, order: "ascending", cursor: null });
    if (page.items.length > 0) return false;
  }
  return true;
}
