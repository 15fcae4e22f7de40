import { afterEach, describe, expect, test } from "vitest";
import { createListUnlisted } from "../../../src/engine/customers/list-unlisted.ts";
import { lookedAfterBy } from "../../../src/engine/customers/owner-entries.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import type { OpenStore, Store } from "../../../src/ports/store.ts";
import { testClock } from "../../support/clock.ts";
import { memoryStore } from "../../support/memory-store.ts";

const open: OpenStore[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const customerOf = (number: string) => ({
  ...{ schemaVersion: 2, id: `cus_${number}`, createdAt: 0, accountOwnerId: "lea" },
});

/** Customers of Lea's and one closed conversation of each, as a version has left them that listed nobody. */
async function storeOfBefore(count: number): Promise<Store> {
  const opened = memoryStore();
  open.push(opened);
  const numbers = Array.from({ length: count }, (_, index) => String(index).padStart(4, "0"));
  await opened.store.commit({
    ...emptyCommit(0),
    puts: numbers.flatMap((number) => [
      { kind: "customer", id: `cus_${number}`, body: customerOf(number) },
      { kind: "conversation", id: `con_${number}`, body: { customerId: `cus_${number}` } },
    ]),
    index: numbers.map((number, index) => ({
      ...({ change: "put", view: "conversations-by-phase", key: "closed", sort: index } as const),
      ...{ kind: "conversation", id: `con_${number}`, previousKey: null },
    })),
  });
  return opened.store;
}

async function listed(store: Store): Promise<number> {
  const page = await store.query({ ...lookedAfterBy("lea"), limit: 1_000, order: "ascending", cursor: null });
  return page.items.length;
}

/** Lets so many pages through. */
function endsAfter(store: Store, pages: number): { readonly store: Store; readonly signal: AbortSignal } {
  const controller = new AbortController();
  let left = pages;
  const counting: Store = {
    ...store,
    async query(query) {
      left -= 1;
      if (left === 0) controller.abort();
      return store.query(query);
    },
  };
  return { store: counting, signal: controller.signal };
}

const clock = testClock();
const patient = new AbortController().signal;

describe("customers that no list leads to", () => {
  test("are listed a page at a time; whoever was cut off goes on where they were, in another process, too", async () => {
    const store = await storeOfBefore(450);
    const first = endsAfter(store, 5);
    expect(await createListUnlisted({ store: first.store, clock })(first.signal)).toEqual({
      ...{ status: "going-on", looked: 400 },
    });
    expect(await listed(store)).toBe(400);
    expect(await createListUnlisted({ store, clock })(patient)).toEqual({ status: "done" });
    expect(await listed(store)).toBe(450);
  });

  test("are listed once by two processes at the same time", async () => {
    const store = await storeOfBefore(450);
    const both = [createListUnlisted({ store, clock }), createListUnlisted({ store, clock })];
    expect(await Promise.all(both.map((list) => list(patient)))).toEqual([{ status: "done" }, { status: "done" }]);
    expect(await listed(store)).toBe(450);
  });

  test("keep the owner they were given while they were being listed", async () => {
    const store = await storeOfBefore(1);
    const taken: Store = {
      ...store,
      async commit(commit) {
        const isListing = commit.puts.some(({ kind }) => kind === "customer");
        if (isListing && (await store.load([{ kind: "taken", id: "once" }]))[0] === null) {
          const body = { schemaVersion: 3, id: "cus_0000", accountOwnerId: "kim" };
          await store.commit({
            ...emptyCommit(0),
            puts: [
              { kind: "customer", id: "cus_0000", body },
              { kind: "taken", id: "once", body: {} },
            ],
          });
        }
        return store.commit(commit);
      },
    };
    await createListUnlisted({ store: taken, clock })(patient);
    expect(await listed(store)).toBe(0);
    expect((await store.load([{ kind: "customer", id: "cus_0000" }]))[0]?.body).toMatchObject({
      accountOwnerId: "kim",
    });
  });
});
