import type { Agent } from "../people/agent.ts";
import type { AccountOwner, QueueFacts } from "../rules/rule.ts";
import type { Policy } from "../settings/policy.ts";
import type { Message } from "./message.ts";
import type { ConversationSettings } from "./settings.ts";

/** What the decision may read beside the conversation. The commit carries the version of every document in it. */
export interface TransitionContext {
  readonly settings: ConversationSettings;
  /** The lead's rules and texts as they are in force, or a draft of them for a test (I16). */
  readonly policy: Policy;
  readonly channel: ChannelFacts;
  /** Those named by `involvedAgents`, by id. */
  readonly agents: Readonly<Record<string, Agent>>;
  /** The message an event speaks of (`send-settled`, `delivery-reported`). */
  readonly message: Message | null;
  /** Only where a text asks for it. */
  readonly customerName: string | null;
  /** An address to which they can be written is known to be theirs; absent: nobody has looked. */
  readonly takesEmail?: boolean;
  readonly workload: Workload;
  /** Who looks after the customer; `null`: nobody; absent: nothing is sent there. */
  readonly accountOwner?: AccountOwner | null;
}

/** What of a channel matters to a decision. */
export interface ChannelFacts {
  readonly id: string;
  /** `whatsapp`, `email`, `web`, `api`. */
  readonly kind: string;
  readonly maxTextLength: number;
  /** The customer sees the conversation while it goes on, so that waiting texts reach somebody who waits. */
  readonly hasPresence: boolean;
  /** It takes answers for so long after the customer's last message; `null` or absent: for ever. */
  readonly replyWindowMs?: number | null;
  /** Answers to choose from can be pressed. */
  readonly hasButtons: boolean;
}

/** How busy people are, as it was seen a moment ago: good enough for texts and rules, never for giving work away. */
export interface Workload {
  readonly queues: Readonly<Record<string, QueueFacts>>;
  /** Of these queues, those whose people are all off duty. */
  readonly unattended: readonly string[];
  /** By queue; absent where there is not enough to say it honestly. */
  readonly waits: Readonly<Record<string, WaitRange>>;
  /** Who waits in the conversation's own queue, the next one first: as many as it is worth telling a place of. */
  readonly line: readonly string[];
}

export interface WaitRange {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

export const noWorkload: Workload = { queues: {}, unattended: [], waits: {}, line: [] };
