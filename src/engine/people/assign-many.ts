import type { Idempotency, RunCommand } from "../commands.ts";
import type { Parts } from "../parts.ts";
import { type BulkDone, runBulk } from "./bulk.ts";

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
export function assignMany(parts: Parts, command: RunCommand, asked: AssignMany): Promise<BulkDone> {
  const { conversationIds, idempotency, agentId, byAgentId, evenIfAway, tellsCustomer } = asked;
  const assigned = { agentId, byAgentId, evenIfAway, tellsCustomer, jobId: null };
  return runBulk(parts, conversationIds, idempotency, (id, own) =>
    command(id, { type: "conversation-assigned", ...assigned }, own),
  );
}
