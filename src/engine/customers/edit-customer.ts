import { type Customer, readCustomerBody } from "../../core/customers/customer.ts";
import type { Commit } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";

interface EditedCustomer extends Partial<Pick<Commit, "effects" | "index" | "feed">> {
  readonly customer: Customer;
}

/** `null` of an edit: nothing is written. `null` of the answer: there is no such customer. */
export async function editCustomer(
  { store, clock }: Pick<Parts, "store" | "clock">,
  id: string,
  edit: (customer: Customer, version: number) => EditedCustomer | null,
): Promise<Customer | null> {
  const key = { kind: "customer", id };
  for (;;) {
    const [stored] = await store.load([key]);
    if (!stored) return null;
    const before = readCustomerBody(stored.body);
    const edited = edit(before, stored.version);
    if (!edited) return before;
    const { customer, ...planned } = edited;
    const result = await store.commit({
      ...emptyCommit(clock.now()),
      expects: [{ ...key, version: stored.version }],
      puts: [{ ...key, body: customer }],
      ...planned,
    });
    if (result.status === "committed") return customer;
  }
}
