import { afterAll, describe, expect, it } from "vitest";
import { createRedisStore } from "../../../adapters/stores/redis/index.ts";
import { totals } from "../../../src/core/casehandoff/counts.ts";
import { readCustomerLines } from "../../../src/core/customers/read-lines.ts";
import { testClock } from "../../support/clock.ts";
import { startRedis } from "../../support/redis.ts";
import { openOffice, staff, to } from "./office.ts";

const redis = await startRedis();
afterAll(() => redis.stop());

describe("a case handoff on Redis", () => {
  it("is started once by two leads at two processes, moves everything once, and comes back", async () => {
    const at = { url: redis.url, workspaceId: "cases" };
    const clock = testClock();
    const people = [staff("lea", { capacity: 60 }), staff("kim", { capacity: 60 })];
    const one = await openOffice(people, { store: await createRedisStore(at), clock, processName: "one" });
    const other = await openOffice([], { store: await createRedisStore(at), clock, processName: "other" });
    const ids = await one.give("lea", 30);
    const { id } = await one.draft("lea", to("kim"));
    const hash = (await one.verify(id)).plan?.hash ?? "";
    const begun = await Promise.all([
      one.engine.caseHandoffs.start(id, { by: "key:ann", hash }),
      other.engine.caseHandoffs.start(id, { by: "key:ben", hash }),
    ]);
    expect(begun.map(({ status }) => status).sort()).toEqual(["changed", "refused"]);
    await Promise.all([one.engine.settleAll(), other.engine.settleAll()]);
    await one.pass(60_000);
    expect(await one.now(id)).toMatchObject({ status: "completed" });
    expect(totals((await other.now(id)).counts)).toMatchObject({ moved: 31, pending: 0 });
    expect(await other.owners(ids)).toEqual(ids.map(() => "kim"));
    await other.engine.caseHandoffs.undo(id, { by: "key:ben", isForced: false });
    await Promise.all([one.engine.settleAll(), other.engine.settleAll()]);
    await one.pass(60_000);
    expect(await one.now(id)).toMatchObject({ status: "undone" });
    expect(await one.owners(ids)).toEqual(ids.map(() => "lea"));
    expect((await other.engine.agents.get("kim"))?.holds).toEqual({});
  });

  it("moves the customers somebody looks after, who are listed at once at every process", async () => {
    const at = { url: redis.url, workspaceId: "accounts" };
    const clock = testClock();
    const one = await openOffice([staff("lea"), staff("kim")], { store: await createRedisStore(at), clock });
    const other = await openOffice([], { store: await createRedisStore(at), clock, processName: "other" });
    const read = readCustomerLines("channel,address,owner\nmain.test,ada,lea\nmain.test,bob,lea\nmain.test,cy,kim\n");
    await one.engine.customers.import(read.status === "read" ? read.lines : []);
    const counts = async () => {
      const previews = await Promise.all(["lea", "kim"].map((id) => other.engine.caseHandoffs.preview(id)));
      return previews.map((preview) => preview?.modules.find(({ id }) => id === "accounts")?.count ?? 0);
    };
    expect(await counts()).toEqual([2, 1]);
    const { id } = await one.run("lea", to("kim"));
    expect(await counts()).toEqual([0, 3]);
    await other.engine.caseHandoffs.undo(id, { by: "key:ben", isForced: false });
    await other.engine.settleAll();
    expect(await counts()).toEqual([2, 1]);
  });
});
