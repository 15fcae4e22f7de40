import { describe, expect, it } from "vitest";
import { totals } from "../../../src/core/casehandoff/counts.ts";
import { settleItem } from "../../../src/core/casehandoff/item.ts";
import { markLate } from "../../../src/engine/casehandoff/mark-late.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { openOffice, staff, to } from "./office.ts";

describe("what is marked after somebody stopped it", () => {
  it("counts once, however many come to say it", async () => {
    const open = memoryStore();
    const office = await openOffice([staff("lea"), staff("kim")], { store: open });
    await office.give("lea", 3);
    const { id } = await office.draft("lea", to("kim"));
    await office.verify(id);
    await office.start(id);
    const items = await office.items(id);
    await office.engine.caseHandoffs.stop(id, "key:lead");
    const placed = { type: "agent", id: "kim" } as const;
    const changes = items.map((before) => {
      return { before, after: settleItem(before, { status: "moved", placed, left: null, reason: null }, 9) };
    });
    const parts = { store: open.store, clock: office.clock, wakeAt: () => undefined };
    await Promise.all([markLate(parts, id, changes), markLate(parts, id, changes.slice(1))]);
    await markLate(parts, id, changes);
    expect(totals((await office.now(id)).counts)).toMatchObject({ pending: 0, moved: 4 });
    const { items: moved } = await office.engine.caseHandoffs.items(await office.now(id), "moved", {
      ...{ limit: 50, cursor: null },
    });
    expect(moved).toHaveLength(4);
  });
});
