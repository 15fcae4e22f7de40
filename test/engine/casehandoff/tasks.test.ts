import { describe, expect, it } from "vitest";
import { type Office, openOffice, staff, to } from "./office.ts";

const day = 24 * 3_600_000;

function desk({ engine: { tasks }, clock }: Office) {
  const by = { type: "agent", id: "bob" } as const;
  return {
    async add(ownerId: string, teamId: string | null = null): Promise<string> {
      const due = { at: clock.now() + day };
      const wanted = { title: "Call back", kind: "call-back", conversationId: null, ownerId, teamId, due };
      const made = await tasks.add(wanted, by, null);
      if (made.status !== "made") throw new Error(`Not made: ${made.status}`);
      return made.task.id;
    },
    done: (id: string) => tasks.change(id, [{ type: "done", by, note: null }], {}),
    give: (id: string, ownerId: string) =>
      tasks.change(id, [{ type: "assigned", ownerId, teamId: null, by, because: null }], {}),
    async owners(ids: readonly string[]) {
      return Promise.all(ids.map(async (id) => (await tasks.get(id))?.ownerId));
    },
  };
}

describe("open tasks", () => {
  it("move with everything else; what was done or given away meanwhile is left alone, both ways", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("bob")]);
    const tasks = desk(office);
    const [call, write, done, given] = [
      await tasks.add("lea"),
      await tasks.add("lea"),
      await tasks.add("lea"),
      await tasks.add("lea"),
    ];
    const { id } = await office.draft("lea", to("kim"));
    expect((await office.verify(id)).plan?.modules[0]).toMatchObject({ id: "tasks", count: 4 });
    await tasks.done(done);
    await tasks.give(given, "bob");
    // A reminder is nobody's change.
    await office.pass(day / 2);
    await office.start(id);
    await office.engine.settleAll();
    const skipped = (await office.items(id)).filter(({ status }) => status === "skipped-changed");
    expect(skipped.map(({ reference, reason }) => [reference, reason]).sort()).toEqual(
      [
        [done, "done"],
        [given, "changed"],
      ].sort(),
    );
    expect(await tasks.owners([call, write])).toEqual(["kim", "kim"]);
    await tasks.give(write, "bob");
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    expect(await tasks.owners([call, write])).toEqual(["lea", "bob"]);
  });

  it("that were promised in their name after it was verified go to their head, the others to whom it says", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("hana")]);
    const tasks = desk(office);
    const planned = await tasks.add("lea", "billing");
    const { id } = await office.draft("lea", { ...to("kim"), leaves: true });
    await office.verify(id);
    const promised = await Promise.all(Array.from({ length: 150 }, () => tasks.add("lea", "billing")));
    await office.start(id);
    await office.engine.settleAll();
    expect(new Set(await tasks.owners(promised))).toEqual(new Set(["hana"]));
    expect(await tasks.owners([planned])).toEqual(["kim"]);
    expect(await office.now(id)).toMatchObject({ status: "completed", leaving: { status: "left" } });
  });
});

describe("somebody who leaves without a case handoff", () => {
  it("leaves no task behind: their head has them at once, or their team where there is none", async () => {
    const office = await openOffice([staff("lea"), staff("hana")]);
    const tasks = desk(office);
    const ids = await Promise.all(Array.from({ length: 250 }, () => tasks.add("lea", "billing")));
    const headless = await tasks.add("lea");
    await office.engine.people.leave("lea", { role: "admin", agentId: null });
    await office.engine.settleAll();
    expect(new Set(await tasks.owners(ids))).toEqual(new Set(["hana"]));
    expect(await tasks.owners([headless])).toEqual([null]);
  });
});
