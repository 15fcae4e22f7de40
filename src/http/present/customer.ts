import type { Customer } from "../../core/customers/customer.ts";
import type { CustomerBody } from "../../protocol/customers.ts";
import { isoTime } from "./time.ts";

export function presentCustomer({
  schemaVersion: _version,
  lookedUpAt: _lookedUp,
  ...customer
}: Customer): CustomerBody {
  return {
    ...customer,
    reference: customer.reference ?? null,
    properties: { ...customer.properties },
    identities: [...customer.identities],
    conversationIds: [...customer.conversationIds],
    createdAt: isoTime(customer.createdAt),
  };
}
