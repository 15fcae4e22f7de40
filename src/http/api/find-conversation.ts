import type { Conversation } from "../../core/conversation/state.ts";
import type { Engine } from "../../engine/engine.ts";
import type { ConversationBody } from "../../protocol/conversations.ts";
import { presentConversation } from "../present/conversation.ts";
import { RequestError } from "../problem.ts";

export async function findConversation(engine: Engine, id: string): Promise<Conversation> {
  const conversation = await engine.conversations.get(id);
  if (!conversation) throw noConversation();
  return conversation;
}

export function noConversation(): RequestError {
  return new RequestError("not-found", { detail: "There is no conversation with this id, or it was erased." });
}

export async function withCustomer(engine: Engine, conversation: Conversation): Promise<ConversationBody> {
  return presentConversation(conversation, await engine.conversations.customer(conversation.customerId));
}

/** A whole page with one reading of the store. */
export async function withCustomers(
  engine: Engine,
  conversations: readonly Conversation[],
): Promise<readonly ConversationBody[]> {
  const customers = await engine.conversations.customers(conversations.map(({ customerId }) => customerId));
  return conversations.map((each) => presentConversation(each, customers.get(each.customerId) ?? null));
}
