import { afterEach, beforeEach, expect, test } from "vitest";
import { newQueue } from "../../../src/core/routing/queue.ts";
import type { SettingsChanges } from "../../../src/core/settings/parts.ts";
import { person, startTestEngine, type TestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { quietSettings } from "../../support/quiet-settings.ts";

let one: TestEngine;

beforeEach(() => {
  one = startTestEngine({ store: memoryStore() });
});
afterEach(() => one.close());

async function draft(changes: SettingsChanges): Promise<string> {
  const fresh = { name: "A draft", note: "", changes, by: "ada", baseVersion: null };
  const created = await one.engine.settings.drafts.create(fresh, null);
  if (created.status !== "created") throw new Error(created.status);
  return created.draft.id;
}

function publish(draftId: string) {
  const request = { draftId, by: "ada", note: null, revision: null, idempotency: null };
  return one.engine.settings.publish(request);
}

test("whom it concerns is said when a team, a queue or hours go: members, who waits, whose shift it is", async () => {
  const hours = quietSettings.hours.always;
  if (!hours) throw new Error("The starter has hours.");
  const night = { id: "night", name: "Night", hours: "always", headId: null };
  const queue = newQueue({ id: "night", name: "Night", teams: ["night"] });
  const handoff = { ...quietSettings.handoff, destination: { type: "queue", id: "night" } } as const;
  const shift = { ...hours, id: "late" };
  await publish(
    await draft({
      "teams/night": night,
      "queues/night": queue,
      "hours/late": shift,
      "hours/spare": { ...hours, id: "spare" },
      "rules/request": null,
      handoff,
    }),
  );
  const about = { teamIds: ["night"], shift: "late", presence: "away" } as const;
  const people = [person("lea", about), person("kim", about), person("max", { ...about, leftAt: 1 })];
  for (const agent of people) await one.engine.agents.add(agent);
  await one.write("customer-1", "I want to talk to a human");
  await one.engine.settleAll();
  const goes = { "teams/night": null, "queues/night": null, "hours/late": null, "hours/spare": null };
  const id = await draft({ ...goes, handoff: quietSettings.handoff });
  const problems = (await one.engine.settings.examine(id))?.problems ?? [];
  const known = ["team-has-members", "queue-has-waiting", "hours-are-shift"];
  const told = problems.filter(({ code }) => known.includes(code));
  expect(told.map(({ part, severity, message }) => [part, severity, message.split(". ")[0]])).toEqual([
    ["hours/late", "warning", '2 people work by the hours "late"'],
    ["queues/night", "warning", '1 customer waits in queue "night"'],
    ["teams/night", "warning", 'Team "night" still has 2 members'],
  ]);
  expect(await publish(id)).toMatchObject({ status: "published" });
});
