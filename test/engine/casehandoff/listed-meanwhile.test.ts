import { expect, test } from "vitest";
import { conversationViews } from "../../../src/core/conversation/index-entries.ts";
import type { OpenStore } from "../../../src/ports/store.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { type Office, openOffice, staff, to } from "./office.ts";

/** More than one page of a list. */
const count = 201;

/** A store in which something happens after the first page of what somebody has. */
function afterFirstPage(happens: () => Promise<unknown>): OpenStore {
  const { store, close } = memoryStore();
  let isFirst = true;
  const query: typeof store.query = async (asked) => {
    const page = await store.query(asked);
    if (isFirst && "view" in asked && asked.view === conversationViews.byAgent && page.next !== null) {
      isFirst = false;
      await happens();
    }
    return page;
  };
  return { store: { ...store, query }, close };
}

/** Lea has them, and one customer writes while they are listed: `customer-1` was the first to write. */
async function openWith(writer: string): Promise<{ readonly office: Office; readonly ids: readonly string[] }> {
  const opened: { office: Office | null } = { office: null };
  const store = afterFirstPage(async () => opened.office?.write(writer, "And when does it arrive?"));
  const office = await openOffice([staff("lea", { capacity: 500 }), staff("kim", { capacity: 500 })], { store });
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    ids.push(...(await office.give("lea", 1)));
    office.clock.advance(1_000);
  }
  opened.office = office;
  return { office, ids };
}

test.each(["customer-1", `customer-${count}`])(
  "everything is planned once, also when %s writes while it is listed",
  async (writer) => {
    const { office } = await openWith(writer);
    const { id } = await office.draft("lea", {
      ...to("kim"),
      modules: { memberships: { isEnabled: false, target: null } },
    });
    const { plan } = await office.verify(id);
    expect(plan?.modules.find((module) => module.id === "conversations")?.count).toBe(count);
  },
);

test.each(["customer-1", `customer-${count}`])(
  "everything is handed over and answered for once, also when %s writes while it is listed",
  async (writer) => {
    const { office, ids } = await openWith(writer);
    const done = await office.engine.people.handOver({
      ...{ agentId: "lea", to: { agentId: "kim" }, notes: {}, note: null, byAgentId: "lea" },
      idempotency: { key: "once", fingerprint: "same" },
    });
    if (done.status !== "done") throw new Error(done.status);
    expect(done.items.map(({ conversationId }) => conversationId).toSorted()).toEqual(ids.toSorted());
    expect(new Set(await office.owners(ids))).toEqual(new Set(["kim"]));
  },
);
