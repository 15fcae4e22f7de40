import { describe, expect, it } from "vitest";
import type { Store } from "../../../src/ports/store.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { openOffice, staff, to } from "./office.ts";

/** Of a process that is gone after so many commits. */
function dyingAfter(store: Store, commits: number) {
  let left = commits;
  const commit: Store["commit"] = async (given) => {
    if (left-- <= 0) throw new Error("The process is gone.");
    return store.commit(given);
  };
  return { ...store, commit };
}

describe("a draft that is discarded", () => {
  it.each([1, 2, 3])(
    "leaves no items behind and starts no half plan when it is cut off after %d commits",
    async (commits) => {
      const open = memoryStore();
      const office = await openOffice([staff("lea", { capacity: 130 }), staff("kim", { capacity: 130 })], {
        store: open,
      });
      await office.give("lea", 110);
      const { id } = await office.draft("lea", to("kim"));
      const plan = (await office.verify(id)).plan;
      const dying = await openOffice([], {
        store: { store: dyingAfter(open.store, commits), close: async () => undefined },
        clock: office.clock,
        processName: "dying",
        dies: true,
      });
      await expect(dying.engine.caseHandoffs.discard(id, "key:lead")).rejects.toThrow("gone");

      const left = await office.now(id);
      expect(left).toMatchObject({ status: "draft", plan: null });
      const begun = await office.engine.caseHandoffs.start(id, { by: "key:lead", hash: plan?.hash ?? "" });
      expect(begun).toMatchObject({ status: "refused", code: "not-verified" });

      expect(await office.engine.caseHandoffs.discard(id, "key:lead")).toEqual({ status: "discarded" });
      expect(await office.engine.caseHandoffs.get(id)).toBeNull();
      const view = { view: "case-items", key: plan?.id ?? "", order: "ascending", limit: 10, cursor: null } as const;
      expect((await open.store.query(view)).items).toEqual([]);
    },
  );
});
