import { expect, test } from "vitest";
import type { OpenStore } from "../../../src/ports/store.ts";
import { person } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { start } from "../opened.ts";

const day = 24 * 3_600_000;

test("reading everything does not bring back what is cleared away at that moment", async () => {
  const open = memoryStore();
  let clear: (() => Promise<unknown>) | null = null;
  const commit: OpenStore["store"]["commit"] = async (given) => {
    const clears = given.puts.some(({ kind }) => kind === "inbox-item") ? clear : null;
    if (clears) clear = null;
    await clears?.();
    return open.store.commit(given);
  };
  const { engine, clock } = start({ store: { ...open, store: { ...open.store, commit } } });
  await engine.agents.add(person("kim"));
  const due = { at: clock.now() + day };
  const wanted = { title: "Call back", kind: "call-back", conversationId: null, ownerId: "kim", teamId: null, due };
  const { inbox } = engine.notifications;
  const shown = async () => (await inbox.list("kim", { limit: 5, cursor: null, onlyUnread: false })).items;
  await engine.tasks.add(wanted, { type: "key", id: "admin" }, null);
  await engine.settleAll();
  const [item] = await shown();
  clock.advance(91 * day);
  clear = shown;
  await inbox.readAll("kim");
  expect(clear).toBeNull();
  expect(await inbox.get(item?.id ?? "")).toBeNull();
});
