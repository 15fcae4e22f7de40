import type { SettingsDraft } from "../../engine/settings/documents.ts";

/** Who has written so far, and what leads have begun. */
export interface Cast {
  conversationOf(customer: string): string | null;
  customerOf(conversationId: string): string | null;
  /** In the order in which they first wrote. */
  all(): readonly { readonly customer: string; readonly conversationId: string }[];
  add(customer: string, conversationId: string): void;
  /** As it was begun, by its name. */
  draftOf(name: string): SettingsDraft | null;
  addDraft(draft: SettingsDraft): void;
}

export function createCast(): Cast {
  const [conversations, customers] = [new Map<string, string>(), new Map<string, string>()];
  const drafts = new Map<string, SettingsDraft>();
  return {
    conversationOf: (customer) => conversations.get(customer) ?? null,
    customerOf: (conversationId) => customers.get(conversationId) ?? null,
    all: () => [...conversations].map(([customer, conversationId]) => ({ customer, conversationId })),
    add(customer, conversationId) {
      conversations.set(customer, conversationId);
      customers.set(conversationId, customer);
    },
    draftOf: (name) => drafts.get(name) ?? null,
    addDraft(draft) {
      drafts.set(draft.name, draft);
    },
  };
}
