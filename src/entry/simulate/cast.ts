/** Who has written so far. */
export interface Cast {
  conversationOf(customer: string): string | null;
  customerOf(conversationId: string): string | null;
  add(customer: string, conversationId: string): void;
}

export function createCast(): Cast {
  const [conversations, customers] = [new Map<string, string>(), new Map<string, string>()];
  return {
    conversationOf: (customer) => conversations.get(customer) ?? null,
    customerOf: (conversationId) => customers.get(conversationId) ?? null,
    add(customer, conversationId) {
      conversations.set(customer, conversationId);
      customers.set(conversationId, customer);
    },
  };
}
