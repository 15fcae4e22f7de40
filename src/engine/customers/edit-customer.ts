import { type Customer, isUnlisted, readCustomerBody } from "../../core/customers/customer.ts";
import type { Commit } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { ownerEntries } from "./owner-entries.ts";

interface EditedCustomer extends Partial<Pick<Commit, "effects" | "feed">> {
  readonly customer: Customer;
}

/**
 * `null` of an edit: nothing is to change; one of before is then still listed under its owner. `null` of the answer:
 * there is no such customer.
 */
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
    const isNew = isUnlisted(stored.body);
    const edited = edit(before, stored.version) ?? (isNew ? { customer: before } : null);
    if (!edited) return before;
    const { customer, ...planned } = edited;
    const result = await store.commit({
      ...emptyCommit(clock.now()),
      expects: [{ ...key, version: stored.version }],
      puts: [{ ...key, body: customer }],
      index: ownerEntries(isNew ? null : before, customer),
      ...planned,
    });
    if (result.status === "committed") return customer;
  }
}

/** Listed under whoever looks after them, as everybody is who was written by this version. */
export async function listUnderOwner(parts: Pick<Parts, "store" | "clock">, id: string): Promise<Customer | null> {
  return editCustomer(parts, id, () => null);
}
