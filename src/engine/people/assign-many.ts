import type { Idempotency } from "../commands.ts";
import { type BulkDone, runBulk } from "./bulk.ts";
import type { BulkTools } from "./bulk-batch.ts";

export interface AssignMany {
  readonly conversationIds: readonly string[];
  readonly agentId: string;
  /** Who decides it; `null`: an outside system, or the operator. */
  readonly byAgentId: string | null;
  readonly evenIfAway: boolean;
  readonly tellsCustomer: boolean;
  readonly idempotency: Idempotency | null;
}

/** Many conversations to one person, each by its own decision: one event, one record, one answer (I2, I7). */
export function assignMany(tools: BulkTools, asked: AssignMany): Promise<BulkDone> {
  const { conversationIds, idempotency, agentId, byAgentId, evenIfAway, tellsCustomer } = asked;
  const assigned = { agentId, byAgentId, evenIfAway, tellsCustomer, jobId: null };
  const command = { type: "conversation-assigned", ...assigned } as const;
  const asks = [...new Set(conversationIds)].map((conversationId) => ({ conversationId, command, note: null }));
  return runBulk(tools, asks, idempotency);
}
