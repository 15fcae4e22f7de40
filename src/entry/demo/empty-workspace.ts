import { conversationViews } from "../../core/conversation/index-entries.ts";
import { agentView } from "../../engine/read-agents.ts";
import type { Store } from "../../ports/store.ts";

const lookedAt = 200;

/** Nobody has worked here yet: no agent and no conversation, in any phase, but those of demos and tests. */
export async function hasNoRealData(store: Store): Promise<boolean> {
  const looks = [
    agentView,
    ...(["bot", "queue", "human", "closed"] as const).map((key) => ({ view: conversationViews.byPhase, key })),
  ];
  for (const look of looks) {
    const page = await store.query({ ...look, limit: lookedAt, order: "descending", cursor: null });
    if (page.items.some(({ body }) => !(body as { isTest: boolean }).isTest)) return false;
  }
  return true;
}
