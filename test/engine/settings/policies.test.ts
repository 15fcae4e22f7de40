import { beforeEach, expect, it } from "vitest";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import { currentKey, draftKey, type SettingsDraft, switchesKey } from "../../../src/engine/settings/documents.ts";
import { versionAfter, versionCommit } from "../../../src/engine/settings/new-version.ts";
import { createPolicies, type Policies } from "../../../src/engine/settings/policies.ts";
import { readCurrent } from "../../../src/engine/settings/read-settings.ts";
import { type FeedEntry, type Store, StoreUnavailableError } from "../../../src/ports/store.ts";
import { type TestClock, testClock } from "../../support/clock.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { recordingLogger } from "../../support/recording-logger.ts";

let clock: TestClock;
let store: Store;
let policies: Policies;
let isAway: boolean;
let working: Promise<unknown>[];
let logged: ReturnType<typeof recordingLogger>;

beforeEach(async () => {
  clock = testClock();
  isAway = false;
  working = [];
  logged = recordingLogger();
  const real = memoryStore().store;
  const load: Store["load"] = async (keys) => {
    if (isAway) throw new StoreUnavailableError("away");
    return real.load(keys);
  };
  store = { ...real, load, commit: (commit) => real.commit(commit), query: (query) => real.query(query) };
  const keepAlive = (work: Promise<unknown>) => void working.push(work);
  policies = createPolicies({ store, starter: quietSettings, clock, logger: logged.logger, keepAlive });
  await policies.start();
});

/** As another process does it: nobody here is told. */
async function publishElsewhere(name: string): Promise<void> {
  const current = await readCurrent({ store, starter: quietSettings });
  const settings = { ...quietSettings, company: { ...quietSettings.company, name } };
  const origin = { type: "restored", number: 0 } as const;
  const version = versionAfter(current, { author: "ada", note: "", at: clock.now(), origin, settings, changes: [] });
  await store.commit(versionCommit(current, version, settings));
}

async function writeDraft(id: string, name: string, revision: number): Promise<void> {
  const draft: SettingsDraft = {
    ...{ schemaVersion: 1, id, name: "", note: "", author: "ada", createdAt: 0, updatedBy: "ada", updatedAt: 0 },
    ...{ revision, baseVersion: 0, schedule: null, failure: null },
    changes: { company: { ...quietSettings.company, name } },
  };
  await store.commit({ ...emptyCommit(clock.now()), puts: [{ ...draftKey(id), body: draft }] });
}

async function hear(type: string, data: FeedEntry["data"] = {}): Promise<void> {
  policies.hear({ type, data, conversationId: null, cursor: "1", at: clock.now() });
  await Promise.all(working);
}

const nameInForce = () => policies.current().settings.company.name;

it("decides by what the workspace starts with until somebody publishes, and then at once", async () => {
  expect(policies.current()).toMatchObject({ version: 0, draftId: null, settings: quietSettings });
  await publishElsewhere("Northwind");
  expect(nameInForce()).toBe("");
  await hear("settings-published", { version: 1 });
  expect(policies.current()).toMatchObject({ version: 1, settings: { company: { name: "Northwind" } } });
});

it("gives the same object as long as nothing changed, however often it reads", async () => {
  await publishElsewhere("Northwind");
  await hear("settings-published");
  const before = policies.current();
  await hear("settings-published");
  clock.advance(10 * 60_000);
  policies.current();
  await Promise.all(working);
  await policies.refresh();
  expect(policies.current()).toBe(before);
});

it("hears of a switch and keeps the settings' own identity", async () => {
  const { settings } = policies.current();
  const closed = { until: clock.now() + 1, by: "ada", at: clock.now() };
  await store.commit({ ...emptyCommit(clock.now()), puts: [{ ...switchesKey, body: { closed, incident: null } }] });
  await hear("settings-switched");
  expect(policies.current().switches).toEqual({ closed, incident: null });
  expect(policies.current().settings).toBe(settings);
});

it("finds out by itself within a minute what the feed did not tell", async () => {
  await publishElsewhere("Northwind");
  clock.advance(59_999);
  policies.current();
  await Promise.all(working);
  expect(nameInForce()).toBe("");
  clock.advance(1);
  policies.current();
  await Promise.all(working);
  expect(nameInForce()).toBe("Northwind");
});

it("does not begin without the store, and later goes on with what it knows until the store is back", async () => {
  await publishElsewhere("Northwind");
  isAway = true;
  const { logger } = logged;
  const unread = createPolicies({ store, starter: quietSettings, clock, logger, keepAlive: () => undefined });
  await expect(unread.start()).rejects.toThrow("away");
  await hear("settings-published");
  expect(nameInForce()).toBe("");
  expect(logged.lines).toMatchObject([{ event: "settings-unreadable" }]);
  isAway = false;
  clock.advance(1_000);
  policies.current();
  await Promise.all(working);
  expect(nameInForce()).toBe("Northwind");
});

it("puts a draft on what is in force, for whoever tries it out and for nobody else (I16)", async () => {
  await writeDraft("d", "Draft", 1);
  const draft = await policies.forDraft("d");
  expect(draft).toMatchObject({ version: 0, draftId: "d", settings: { company: { name: "Draft" } } });
  expect(nameInForce()).toBe("");
  expect(await policies.forDraft("d")).toBe(draft);
  expect(await policies.forDraft("none")).toBeNull();
});

it("follows a draft as it is edited and gone, and what is in force beneath it", async () => {
  await writeDraft("d", "One", 1);
  const first = await policies.forDraft("d");
  await writeDraft("d", "Two", 2);
  expect(await policies.forDraft("d")).toBe(first);
  await hear("settings-draft-changed", { draftId: "d" });
  const second = await policies.forDraft("d");
  expect(second?.settings.company.name).toBe("Two");
  await hear("settings-draft-changed", { draftId: "d" });
  expect(await policies.forDraft("d")).toBe(second);
  await publishElsewhere("Northwind");
  await policies.refresh();
  expect(await policies.forDraft("d")).toMatchObject({ version: 1, settings: { company: { name: "Two" } } });
  await store.commit({ ...emptyCommit(clock.now()), removes: [draftKey("d")] });
  await hear("settings-draft-changed", { draftId: "d" });
  expect(await policies.forDraft("d")).toBeNull();
});

it("says that a version is lost rather than deciding by another", async () => {
  const pointer = { schemaVersion: 1, number: 7 };
  await store.commit({ ...emptyCommit(clock.now()), puts: [{ ...currentKey, body: pointer }] });
  await expect(policies.refresh()).rejects.toThrow("Settings version 7 is in force and its content is missing.");
  expect(policies.current().version).toBe(0);
});
