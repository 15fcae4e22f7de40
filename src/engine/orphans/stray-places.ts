import { readConversation } from "../../core/conversation/upgrade.ts";
import { type Agent, readAgent, release } from "../../core/people/agent.ts";
import { holdersOf } from "../../core/requests/holders.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { readAgents } from "../read-agents.ts";
import { drainEffect } from "../to-commit.ts";

/** What was given so lately may be on its way to be given back by itself. */
const settledMs = 3_600_000;

/** Places that are kept with somebody for a conversation that is gone, or with others: nobody would get them again (I7). */
export async function freePlaces(parts: Parts): Promise<readonly string[]> {
  const freed: string[] = [];
  for (const { id, holds } of await readAgents(parts.store)) {
    const old = Object.entries(holds).filter(([, { at }]) => at + settledMs <= parts.clock.now());
    const strays = await straysOf(
      parts,
      id,
      old.map(([conversationId]) => conversationId),
    );
    for (const conversationId of strays) if (await freePlace(parts, id, conversationId)) freed.push(conversationId);
  }
  return freed;
}

async function straysOf({ store }: Parts, agentId: string, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const stored = await store.load(ids.map((id) => ({ kind: "conversation", id })));
  return ids.filter((_id, index) => !isWith(stored[index]?.body, agentId));
}

function isWith(body: unknown, agentId: string): boolean {
  if (body === undefined) return false;
  return holdersOf(readConversation(body).control).has(agentId);
}

/** Decided by both documents as they are now: whoever is being given it at this moment keeps the place. */
async function freePlace({ store, clock }: Parts, agentId: string, conversationId: string): Promise<boolean> {
  const keys = [
    { kind: "conversation", id: conversationId },
    { kind: "agent", id: agentId },
  ];
  for (;;) {
    const [stored, person] = await store.load(keys);
    const agent: Agent | null = person ? readAgent(person.body) : null;
    if (!person || !agent || agent.holds[conversationId] === undefined || isWith(stored?.body, agentId)) return false;
    const at = clock.now();
    const result = await store.commit({
      ...emptyCommit(at),
      expects: keys.map((key, index) => ({ ...key, version: [stored, person][index]?.version ?? 0 })),
      puts: [{ kind: "agent", id: agentId, body: release(agent, conversationId) }],
      effects: [drainEffect(agentId, `${agentId}.${person.version + 1}`, at)],
    });
    if (result.status === "committed") return true;
  }
}
