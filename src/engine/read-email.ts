import type { ConversationEvent, EventType } from "../core/conversation/event.ts";
import type { Conversation } from "../core/conversation/state.ts";
import { isEmailAddress, takesEmail } from "../core/customers/takes-email.ts";
import type { Policy } from "../core/settings/policy.ts";
import type { Parts } from "./parts.ts";
import { readCustomer } from "./read.ts";
import type { Read } from "./to-commit.ts";

interface Asked {
  readonly policy: Policy;
  readonly conversation: Conversation | null;
  readonly event: ConversationEvent;
  readonly read: Read;
}

/** Of these somebody may come to wait, and be offered how. */
const mayWait: ReadonlySet<EventType> = new Set([
  "message-received",
  "bot-replied",
  "bot-failed",
  "conversation-flagged",
  "conversation-unassigned",
  "owner-changed",
  "route-settled",
  "timer-fired",
]);

/** Looked up only where an answer by e-mail may be offered, or is asked for, and no property says the address. */
export async function takesEmailFor(
  { store, channels }: Pick<Parts, "store" | "channels">,
  { policy, conversation, event, read }: Asked,
): Promise<boolean> {
  const mayBeOffered = policy.offersWaits && mayWait.has(event.type);
  if (isEmailAddress(conversation?.properties.email?.value ?? "") || !(mayBeOffered || asksForEmail(event)))
    return false;
  const customer = read.newcomer ?? (conversation && (await readCustomer(store, conversation.customerId)));
  return customer !== null && takesEmail(customer, (channelId) => channels.get(channelId)?.kind ?? null);
}

function asksForEmail(event: ConversationEvent): boolean {
  if (event.type === "wait-chosen") return event.choice === "email";
  if (event.type !== "message-received") return false;
  return event.content.type === "choice" && event.content.choice === "wait-email";
}
