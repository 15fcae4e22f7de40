import { expect, test } from "vitest";
import { all, storedTables, tables } from "../../../src/engine/reports/documents.ts";
import { person } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { only, start } from "../opened.ts";
import { counted } from "./count.ts";

const hour = 3_600_000;

test("rows go into blocks an hour or two after they came to rest, and a report before and after is the same", async () => {
  const open = memoryStore();
  const started = start({ store: open });
  const standing = async () => {
    const view = { key: all, limit: 100, order: "ascending", cursor: null } as const;
    const pages = storedTables.map((table) => open.store.query({ view: tables[table].view, ...view }));
    return (await Promise.all(pages)).map(({ items }) => items.length);
  };
  await started.engine.start();
  await started.engine.agents.add(person("robin"));
  for (const customer of ["ada", "ben"]) {
    await started.write(customer, "I want to talk to a human");
    await started.pass(0);
  }
  const { id } = await only(started);
  await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
  const close = { type: "conversation-closed", agentId: "robin", outcome: "resolved", wrapUp: null } as const;
  await started.engine.command(id, close, null);
  await started.pass(0);
  const [handoffs = 0, engagements = 0] = await standing();
  expect([handoffs, engagements]).toEqual([2, 2]);
  const before = await counted(started, { name: "ownership", by: ["agent"] });
  await started.pass(3 * hour);
  // One of them is still open.
  expect((await standing())[0]).toBe(1);
  expect(await counted(started, { name: "ownership", by: ["agent"] })).toEqual(before);
});
