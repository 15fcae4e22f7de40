import { conversationViews } from "../../core/conversation/index-entries.ts";
import type { Destination } from "../../core/rules/rule.ts";
import type { Store } from "../../ports/store.ts";
import type { Idempotency } from "../commands.ts";
import { type BulkDone, runBulk, wasAnswered } from "./bulk.ts";
import { type BulkAsk, type BulkTools, doneBefore } from "./bulk-batch.ts";

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

export type HandedOver =
  | BulkDone
  /** Nothing was moved: a note for what is not theirs would be lost. */
  | { readonly status: "strange-notes"; readonly conversationIds: readonly string[] };

/** "Hand over my open conversations": each with a note for whoever comes next, and each answered for by itself. */
export async function handOver(tools: BulkTools, asked: HandOver): Promise<HandedOver> {
  const ids = await held(tools.parts.store, asked.agentId);
  const strange = await strangeNotes(tools, asked, ids);
  if (strange.length > 0) return { status: "strange-notes", conversationIds: strange };
  const asks = [...ids].map((id) => {
    const note = (Object.hasOwn(asked.notes, id) ? asked.notes[id] : null) ?? asked.note;
    return give(asked, id, note);
  });
  return runBulk(tools, asks, asked.idempotency);
}

/** A repetition comes when they have gone: what the call before it has moved is not strange. */
async function strangeNotes({ parts }: BulkTools, { notes, idempotency }: HandOver, ids: ReadonlySet<string>) {
  const strange = Object.keys(notes).filter((id) => !ids.has(id));
  if (strange.length === 0 || !idempotency) return strange;
  if (await wasAnswered(parts, idempotency)) return [];
  const done = await doneBefore(parts, idempotency, strange);
  return strange.filter((id) => !done.has(id));
}

function give({ to, byAgentId }: HandOver, conversationId: string, note: string | null): BulkAsk {
  if ("destination" in to) {
    const { destination } = to;
    const command = { type: "conversation-unassigned", byAgentId, destination, note } as const;
    return { conversationId, command, note: null };
  }
  const assigned = { agentId: to.agentId, byAgentId, evenIfAway: false, jobId: null, tellsCustomer: true };
  const command = { type: "conversation-assigned", ...assigned } as const;
  const added = note === null ? null : ({ type: "note-added", agentId: byAgentId, text: note } as const);
  return { conversationId, command, note: added };
}

/** The oldest first; whoever writes meanwhile comes twice in the list. */
async function held(store: Store, agentId: string): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  let cursor: string | null = null;
  do {
    const view = { view: conversationViews.byAgent, key: agentId, limit: 200, order: "ascending", cursor } as const;
    const page = await store.query(view);
    for (const item of page.items) if ("id" in item) ids.add(item.id);
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}
