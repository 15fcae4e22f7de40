import type { Agent } from "../routing/agent.ts";
import type { Message } from "./message.ts";
import type { RequestRecord } from "./record.ts";
import type { ConversationSettings } from "./settings.ts";

/** What the decision may read beside the conversation. The commit carries the version of every document in it. */
export interface TransitionContext {
  readonly settings: ConversationSettings;
  /** Those named by `involvedAgents`, by id. */
  readonly agents: Readonly<Record<string, Agent>>;
  /** The message an event speaks of (`send-settled`, `delivery-reported`). */
  readonly message: Message | null;
  /** The record of the pending request, so that its end can be written into it. */
  readonly requestRecord: RequestRecord | null;
}
