import type { Conversation } from "../../core/conversation/state.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import type { Agent } from "../../core/people/agent.ts";
import type { Store } from "../../ports/store.ts";

/** Those who wait and ring for this person. Routing writes every ring into their document, so that none is missed (I7). */
export async function askingFor(store: Store, { id: agentId, holds }: Agent): Promise<readonly Conversation[]> {
  const offered = Object.entries(holds).filter(([, { as }]) => as === "offered");
  if (offered.length === 0) return [];
  const stored = await store.load(offered.map(([id]) => ({ kind: "conversation", id })));
  return stored.flatMap((one) => {
    if (!one) return [];
    const conversation = readConversation(one.body);
    const { control } = conversation;
    const pending = control.phase === "queue" ? (control.handoff.ask?.pending ?? []) : [];
    return pending.some((asked) => asked.agentId === agentId) ? [conversation] : [];
  });
}
