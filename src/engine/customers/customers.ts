import {
  type Customer,
  type CustomerChange,
  changedCustomer,
  readCustomerBody,
} from "../../core/customers/customer.ts";
import type { CustomerLine } from "../../core/customers/read-lines.ts";
import type { ListOptions, PageOf } from "../conversations.ts";
import type { Parts } from "../parts.ts";
import { afterChange } from "./after-change.ts";
import { editCustomer } from "./edit-customer.ts";
import { type ImportedLine, importLines } from "./import-lines.ts";
import { createListUnlisted, type Listed } from "./list-unlisted.ts";
import { lookedAfterBy } from "./owner-entries.ts";

/** What the company knows of its customers. */
export interface Customers {
  /** `null`: there is no such customer. Their conversations hear of it right after. */
  change(id: string, change: CustomerChange): Promise<Customer | null>;
  /** Whose account owner this agent is, who came first at the top. `going-on`: those of before are still looked up. */
  lookedAfterBy(agentId: string, options: ListOptions): Promise<LookedAfter>;
  /** One answer for each line, in their order. */
  import(lines: readonly CustomerLine[]): Promise<readonly ImportedLine[]>;
}

export type LookedAfter =
  | ({ readonly status: "listed" } & PageOf<Customer>)
  | Extract<Listed, { readonly status: "going-on" }>;

/** So long somebody waits for those who were written before there was such a list. */
const patienceMs = 5_000;

export function createCustomers(parts: Parts, wake: () => void): Customers {
  const listUnlisted = createListUnlisted(parts);
  return {
    async lookedAfterBy(agentId, options) {
      const listed = await listUnlisted(AbortSignal.timeout(patienceMs));
      if (listed.status === "going-on") return listed;
      const page = await parts.store.query({ ...lookedAfterBy(agentId), order: "ascending", ...options });
      return { status: "listed", items: page.items.map(({ body }) => readCustomerBody(body)), next: page.next };
    },
    async change(id, change) {
      const changed = await editCustomer(parts, id, (customer, version) => ({
        customer: changedCustomer(customer, change),
        ...afterChange(parts, { id, version, change }),
      }));
      wake();
      return changed;
    },
    async import(lines) {
      const imported = await importLines(parts, lines);
      wake();
      return imported;
    },
  };
}
