import { conversationViews } from "../../core/conversation/index-entries.ts";
import type { Destination } from "../../core/rules/rule.ts";
import type { Store } from "../../ports/store.ts";
import type { Commanded, Idempotency, RunCommand } from "../commands.ts";
import type { Parts } from "../parts.ts";
import { type BulkDone, runBulk } from "./bulk.ts";

export interface HandOver {
  /** Whose open conversations go. */
  readonly agentId: string;
  /** To one colleague, or to where others take them from; `null`: to where each of them came from. */
  readonly to: { readonly agentId: string } | { readonly destination: Destination | null };
  /** By conversation; those without one get `note`. */
  readonly notes: Readonly<Record<string, string>>;
  readonly note: string | null;
  readonly byAgentId: string;
  readonly idempotency: Idempotency | null;
}

/** "Hand over my open conversations": each with a note for whoever comes next, and each answered for by itself. */
export async function handOver(parts: Parts, command: RunCommand, asked: HandOver): Promise<BulkDone> {
  const ids = await held(parts.store, asked.agentId);
  return runBulk(parts, ids, asked.idempotency, (id, idempotency) => {
    const note = (Object.hasOwn(asked.notes, id) ? asked.notes[id] : null) ?? asked.note;
    return give(command, asked, { id, note, idempotency });
  });
}

interface Given {
  readonly id: string;
  readonly note: string | null;
  readonly idempotency: Idempotency | null;
}

async function give(
  command: RunCommand,
  { to, byAgentId }: HandOver,
  { id, note, idempotency }: Given,
): Promise<Commanded> {
  if ("destination" in to) {
    const { destination } = to;
    return command(id, { type: "conversation-unassigned", byAgentId, destination, note }, idempotency);
  }
  const assigned = { agentId: to.agentId, byAgentId, evenIfAway: false, jobId: null, tellsCustomer: true };
  const commanded = await command(id, { type: "conversation-assigned", ...assigned }, idempotency);
  const isTheirs = commanded.status === "committed" || commanded.status === "repeated";
  if (isTheirs && note !== null) {
    const own = idempotency && { ...idempotency, key: `${idempotency.key}:note` };
    await command(id, { type: "note-added", agentId: byAgentId, text: note }, own);
  }
  return commanded;
}

/** The oldest first. */
async function held(store: Store, agentId: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const view = { view: conversationViews.byAgent, key: agentId, limit: 200, order: "ascending", cursor } as const;
    const page = await store.query(view);
    ids.push(...page.items.flatMap((item) => ("id" in item ? [item.id] : [])));
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}
