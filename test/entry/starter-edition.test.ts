import { expect, test } from "vitest";
import type { Settings } from "../../src/core/settings/settings.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { settleStarter } from "../../src/entry/starter-edition.ts";
import type { OpenStore } from "../../src/ports/store.ts";
import { testClock } from "../support/clock.ts";
import { person, startTestEngine } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

const momentsOf = ({ taskTemplates }: Settings) => Object.values(taskTemplates).flatMap(({ when }) => when);

/** A workspace as it was left by a Baton that noted no beginnings. */
async function atWork(work: (open: OpenStore) => Promise<unknown>): Promise<OpenStore> {
  const open = memoryStore();
  await work(open);
  return open;
}

const withAgent = () =>
  atWork(async (open) => {
    const { engine } = startTestEngine({ store: open });
    await engine.agents.add(person("kim"));
    await engine.stop();
  });

const published = () =>
  atWork(async ({ store }) => {
    const puts = [{ kind: "settings-current", id: "current", body: { schemaVersion: 1, number: 3 } }];
    await store.commit({ ...emptyCommit(1), puts });
  });

test("a new workspace keeps its promises by itself", async () => {
  const open = memoryStore();
  expect(await settleStarter(open.store, testClock())).toEqual(starterSettings);
  expect(momentsOf(starterSettings)).toContain("after-hours");
  await open.close();
});

test.each([
  ["with people in it", withAgent],
  ["whose lead has published something", published],
])("a workspace %s goes on as it began: nothing makes follow-ups that made none before", async (_, start) => {
  const open = await start();
  const settings = await settleStarter(open.store, testClock());
  expect(momentsOf(settings)).toEqual([]);
  expect(settings.handoff.exhaustion.task).toBe("call-back");
  expect(Object.keys(settings.taskTemplates)).toEqual(["call-back", "internal-note", "check-in"]);
  await open.close();
});

test("how it began is noted once: a new workspace stays one when people have come", async () => {
  const open = memoryStore();
  await settleStarter(open.store, testClock());
  const { engine } = startTestEngine({ store: open });
  await engine.agents.add(person("kim"));
  expect(await settleStarter(open.store, testClock())).toEqual(starterSettings);
  await engine.stop();
  await open.close();
});

test("processes that start together begin with the same settings", async () => {
  const open = memoryStore();
  const begun = await Promise.all([1, 2, 3].map(() => settleStarter(open.store, testClock())));
  expect(begun).toEqual([starterSettings, starterSettings, starterSettings]);
  await open.close();
});
