import { describe, expect, it } from "vitest";
import { readCustomerLines } from "../../../src/core/customers/read-lines.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import type { Store } from "../../../src/ports/store.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { type Office, openOffice, staff, to } from "./office.ts";

const ofAll = { limit: 100, cursor: null };

/** So many customers whose account owner this person is; none of them has ever written. */
async function lookAfter(office: Office, ownerId: string, addresses: readonly string[]): Promise<readonly string[]> {
  const file = ["channel,address,owner", ...addresses.map((address) => `main.test,${address},${ownerId}`)].join("\n");
  const read = readCustomerLines(file);
  if (read.status === "broken") throw new Error(read.message);
  const imported = await office.engine.customers.import(read.lines);
  return imported.map((line) => {
    if (line.status === "refused") throw new Error(line.message);
    return line.customerId;
  });
}

async function ownersOf(office: Office, ids: readonly string[]): Promise<readonly (string | null | undefined)[]> {
  return Promise.all(ids.map(async (id) => (await office.engine.conversations.customer(id))?.accountOwnerId));
}

async function countOf(office: Office, agentId: string): Promise<number> {
  const preview = await office.engine.caseHandoffs.preview(agentId);
  return preview?.modules.find(({ id }) => id === "accounts")?.count ?? 0;
}

const setOwner = (office: Office, id: string, accountOwnerId: string | null) =>
  office.engine.customers.change(id, { accountOwnerId });

describe("customers somebody looks after", () => {
  it("are counted at once, whoever looks after them from one moment to the next", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    const [ada = "", bob = ""] = await lookAfter(office, "lea", ["ada", "bob", "cy"]);
    expect(await countOf(office, "lea")).toBe(3);
    await setOwner(office, ada, "kim");
    await setOwner(office, bob, null);
    expect([await countOf(office, "lea"), await countOf(office, "kim")]).toEqual([1, 1]);
    await setOwner(office, bob, "kim");
    await office.engine.erase(ada);
    expect([await countOf(office, "lea"), await countOf(office, "kim")]).toEqual([1, 1]);
  });

  it("move with everything else, each by name, and come back", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    const ids = await lookAfter(office, "lea", ["ada", "bob", "cy"]);
    const { id } = await office.draft("lea", to("kim"));
    const { plan } = await office.verify(id);
    expect(plan?.modules).toContainEqual(
      expect.objectContaining({ id: "accounts", count: 3, shares: [{ agentId: "kim", count: 3 }] }),
    );
    await office.start(id);
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "completed", remaining: { memberships: 1 } });
    expect(await ownersOf(office, ids)).toEqual(["kim", "kim", "kim"]);
    expect([await countOf(office, "lea"), await countOf(office, "kim")]).toEqual([0, 3]);
    const moved = await office.engine.caseHandoffs.items(await office.now(id), "moved", ofAll);
    const customers = moved.items.filter(({ kind }) => kind === "customer");
    expect(customers.map(({ reference, placed }) => [reference, placed]).sort()).toEqual(
      ids.map((each) => [each, { type: "agent", id: "kim" }]).sort(),
    );
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    expect(await ownersOf(office, ids)).toEqual(["lea", "lea", "lea"]);
    expect([await countOf(office, "lea"), await countOf(office, "kim")]).toEqual([3, 0]);
  });

  it("go to somebody else than the rest, or to a department, as is chosen", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("eva", { teamIds: ["returns"] })]);
    const conversations = await office.give("lea", 1);
    const ids = await lookAfter(office, "lea", ["ada", "bob"]);
    const target = { type: "department", id: "returns", strategy: "least-loaded" } as const;
    await office.run("lea", {
      method: "by-module",
      modules: {
        conversations: { isEnabled: true, target: { type: "employee", id: "kim" } },
        accounts: { isEnabled: true, target },
        memberships: { isEnabled: false, target: null },
      },
    });
    expect(await office.owners(conversations)).toEqual(["kim"]);
    expect(await ownersOf(office, ids)).toEqual(["eva", "eva"]);
  });

  it("who were given to others or erased meanwhile are left alone, both ways, and what is known of them stays", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("bob")]);
    const [given = "", erased = "", kept = "", later = ""] = await lookAfter(office, "lea", ["a", "b", "c", "d"]);
    const { id } = await office.draft("lea", to("kim"));
    await office.verify(id);
    await setOwner(office, given, "bob");
    await office.engine.erase(erased);
    await office.engine.customers.change(kept, { name: "Cy" });
    await office.start(id);
    await office.engine.settleAll();
    const skipped = (await office.items(id)).filter(({ status }) => status === "skipped-changed");
    expect(skipped.map(({ reference, reason }) => [reference, reason]).sort()).toEqual(
      [
        [given, "owner-changed"],
        [erased, "gone"],
      ].sort(),
    );
    expect(await office.engine.conversations.customer(kept)).toMatchObject({ accountOwnerId: "kim", name: "Cy" });
    await setOwner(office, later, "bob");
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    expect(await ownersOf(office, [given, kept, later])).toEqual(["bob", "lea", "bob"]);
  });

  it("come back by themselves at the date of a temporary case handoff", async () => {
    const office = await openOffice([staff("lea"), staff("kim")]);
    const ids = await lookAfter(office, "lea", ["ada"]);
    await office.run("lea", { ...to("kim"), returnAt: office.clock.now() + 3_600_000 });
    expect(await ownersOf(office, ids)).toEqual(["kim"]);
    await office.pass(2 * 3_600_000);
    expect(await ownersOf(office, ids)).toEqual(["lea"]);
  });
});

/** As a version before this one has left it: the document, and no list that leads to it. */
async function asBefore({ store }: { readonly store: Store }, id: string): Promise<void> {
  const [stored] = await store.load([{ kind: "customer", id }]);
  const body = stored?.body as { readonly accountOwnerId: string };
  const view = { view: "customers-by-owner", key: body.accountOwnerId };
  await store.commit({
    ...emptyCommit(0),
    puts: [{ kind: "customer", id, body: { ...body, schemaVersion: 2 } }],
    index: [{ change: "remove", ...view, kind: "customer", id }],
  });
}

describe("customers from before there was a list of them", () => {
  async function officeOfBefore(count: number) {
    const open = memoryStore();
    const office = await openOffice([staff("lea", { capacity: 999 }), staff("kim")], { store: open });
    const addresses = Array.from({ length: count }, (_, index) => `customer-${index + 1}`);
    const ids = await lookAfter(office, "lea", addresses);
    return { open, office, ids, addresses };
  }

  it("are found by their conversations, wherever these are, however many", async () => {
    const { open, office, ids, addresses } = await officeOfBefore(230);
    for (const address of addresses) await office.write(address, "Hello");
    await office.engine.settleAll();
    const { items } = await office.engine.conversations.listByPhase("bot", { limit: 4, cursor: null });
    const [waits, closes, taken] = items.map(({ id }) => id);
    const flagged = { type: "conversation-flagged", flag: "urgent", reason: null } as const;
    for (const id of [waits, closes, taken]) await office.engine.command(id ?? "", flagged, null);
    for (const id of [closes, taken]) {
      await office.engine.command(id ?? "", { type: "conversation-claimed", agentId: "kim" }, null);
    }
    const end = { type: "conversation-closed", agentId: "kim", outcome: "resolved", wrapUp: null } as const;
    await office.engine.command(closes ?? "", end, null);
    for (const id of ids) await asBefore(open, id);
    expect(await countOf(office, "lea")).toBe(230);
    await setOwner(office, ids[0] ?? "", "kim");
    expect([await countOf(office, "lea"), await countOf(office, "kim")]).toEqual([229, 1]);
  });

  it("are looked for once: nobody goes through everything again", async () => {
    const { open, office, ids } = await officeOfBefore(1);
    await countOf(office, "lea");
    await asBefore(open, ids[0] ?? "");
    const other = await openOffice([], { store: { ...open, close: async () => undefined }, processName: "other" });
    expect(await countOf(other, "lea")).toBe(0);
  });

  it("who never wrote are found as soon as they write, are changed, or are imported again", async () => {
    const { open, office, ids, addresses } = await officeOfBefore(3);
    for (const id of ids) await asBefore(open, id);
    expect(await countOf(office, "lea")).toBe(0);
    const [first = "", second = "", third = ""] = addresses;
    await office.write(first, "Hello");
    expect(await countOf(office, "lea")).toBe(1);
    await office.engine.customers.change(ids[1] ?? "", { name: second });
    expect(await countOf(office, "lea")).toBe(2);
    expect(await lookAfter(office, "lea", [third])).toEqual([ids[2]]);
    expect(await countOf(office, "lea")).toBe(3);
  });
});
