import { expect, test } from "vitest";
import { testClock } from "../../support/clock.ts";
import { person, startTestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { start } from "../opened.ts";

const minute = 60_000;

test("a console that another process heard last is never given up too early", async () => {
  const open = memoryStore();
  const clock = testClock();
  const store = { store: open.store, close: async () => undefined };
  const [here, there] = ["a", "b"].map((processName) => startTestEngine({ store, clock, processName }));
  if (!here || !there) throw new Error("Two engines were started.");
  await here.engine.agents.add(person("robin"));
  await there.engine.people.seen("robin");
  clock.advance(50_000);
  await there.engine.people.seen("robin");
  const presence = async () => (await here.engine.agents.get("robin"))?.presence;
  await here.pass(2 * minute - 1);
  expect(await presence()).toBe("available");
  await here.pass(minute);
  expect(await presence()).toBe("offline");
  await here.close();
  await there.close();
  await open.close();
});

test("hours that are published tell whoever works by them, at once and at their next change", async () => {
  const windows = [{ from: "00:00", to: "24:00" }];
  const every = (given: typeof windows) => ({
    ...{ monday: given, tuesday: given, wednesday: given, thursday: given, friday: given },
    ...{ saturday: given, sunday: given },
  });
  const early = { id: "early", name: "Early", timeZone: "UTC", week: every(windows), exceptions: [] };
  const starter = { ...quietSettings, hours: { ...quietSettings.hours, early } };
  const open = memoryStore();
  const started = start({ store: open, starter });
  await started.engine.agents.add(person("robin", { shift: "early" }));
  await started.pass(0);
  const schedule = async () => {
    const [watch] = await open.store.load([{ kind: "agent-watch", id: "robin" }]);
    return watch?.body as { readonly told: string | null; readonly schedule: { readonly dueAt: number } | null };
  };
  expect(await schedule()).toMatchObject({ told: null, schedule: null });
  const shorter = { ...early, week: every([{ from: "06:00", to: "08:30" }]) };
  const draft = { name: "Shorter", note: "", by: "lead", baseVersion: null, changes: { "hours/early": shorter } };
  const drafted = await started.engine.settings.drafts.create(draft, null);
  if (drafted.status !== "created") throw new Error(drafted.status);
  const request = { draftId: drafted.draft.id, by: "lead", note: null, revision: null, idempotency: null };
  expect(await started.engine.settings.publish(request)).toMatchObject({ status: "published" });
  await started.pass(0);
  expect(await schedule()).toMatchObject({
    told: "off-shift",
    schedule: { dueAt: Date.UTC(2026, 10, 22, 6) },
  });
});
