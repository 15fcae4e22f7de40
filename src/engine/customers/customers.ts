import { type Customer, type CustomerChange, changedCustomer } from "../../core/customers/customer.ts";
import type { CustomerLine } from "../../core/customers/read-lines.ts";
import type { Parts } from "../parts.ts";
import { afterChange } from "./after-change.ts";
import { editCustomer } from "./edit-customer.ts";
import { type ImportedLine, importLines } from "./import-lines.ts";

/** What the company knows of its customers. */
export interface Customers {
  /** `null`: there is no such customer. Their conversations hear of it right after. */
  change(id: string, change: CustomerChange): Promise<Customer | null>;
  /** One answer for each line, in their order. */
  import(lines: readonly CustomerLine[]): Promise<readonly ImportedLine[]>;
}

export function createCustomers(parts: Parts, wake: () => void): Customers {
  return {
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
