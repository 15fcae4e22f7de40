import { expect, it } from "vitest";
import type { OpenStore } from "../../src/ports/store.ts";
import { startTestApp } from "../support/app.ts";
import { memoryStore } from "../support/memory-store.ts";

/** A store that says how often it was asked for documents. */
function counted({ store, close }: OpenStore) {
  const asked = { loads: 0 };
  const load: typeof store.load = (keys) => {
    asked.loads += 1;
    return store.load(keys);
  };
  return { open: { store: { ...store, load }, close }, asked };
}

it("a page of conversations with their customers' names is read at once, however many there are", async () => {
  const { open, asked } = counted(memoryStore());
  const test = startTestApp({ open });
  for (const name of ["Ada", "Bea", "Cleo", "Dora"]) await test.write("hello", { from: name, name });
  await test.settle();
  const loadsFor = async (limit: number) => {
    const before = asked.loads;
    const page = await test.call("GET", `/api/v1/conversations?phase=bot&limit=${limit}`);
    const names = page.json.items.map(({ customer }: { customer: { name: string } }) => customer.name);
    return { names, loads: asked.loads - before };
  };
  const one = await loadsFor(1);
  const all = await loadsFor(50);
  expect([one.names.length, all.names.toSorted()]).toEqual([1, ["Ada", "Bea", "Cleo", "Dora"]]);
  expect(all.loads).toBe(one.loads);
  await test.close();
});
