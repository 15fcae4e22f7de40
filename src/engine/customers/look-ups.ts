import type { Decision } from "../../core/conversation/decision.ts";
import type { Conversation } from "../../core/conversation/state.ts";
import type { NewEffect } from "../../ports/store.ts";
import type { Parts } from "../parts.ts";
import { customerLookUp } from "./documents.ts";

/** When a conversation begins, and when a person is going to read about the customer: beside both, never in front of them. */
export function lookUps(
  { lookup, testChannelIds }: Pick<Parts, "lookup" | "testChannelIds">,
  before: Conversation | null,
  decision: Decision,
): readonly NewEffect[] {
  if (!lookup || decision.status !== "applied") return [];
  const { id, revision, customerId, control, route, createdAt } = decision.conversation;
  if (testChannelIds.has(route.channelId)) return [];
  const isHandedOver = control.phase === "queue" && before?.control.phase !== "queue";
  if (before !== null && !isHandedOver) return [];
  const cause = before === null ? "start" : "handoff";
  const dueAt = control.phase === "queue" ? control.since : createdAt;
  const planned = { id: `${id}.${revision}.lookup`, dueAt, owner: id };
  return [customerLookUp(planned, { type: "customer-lookup", customerId, conversationId: id, cause })];
}
