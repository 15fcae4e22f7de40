import { afterEach, beforeEach, expect, test } from "vitest";
import { newQueue } from "../../../src/core/routing/queue.ts";
import type { SettingsChanges } from "../../../src/core/settings/parts.ts";
import { person, startTestEngine, type TestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { quietSettings } from "../../support/quiet-settings.ts";

const hour = 3_600_000;
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

const called = (name: string) => ({ company: { ...quietSettings.company, name } });

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

test("a publishing that fails at its time is told to whoever scheduled it, or to those in charge where nobody did", async () => {
  const people = [person("lea", { role: "lead", teamIds: ["support"] }), person("root", { role: "admin" })];
  for (const agent of people) await one.engine.agents.add(agent);
  const told = async (agentId: string) => {
    const { items } = await one.engine.notifications.inbox.list(agentId, {
      limit: 9,
      cursor: null,
      onlyUnread: true,
    });
    return items.map(({ told: { kind, subjectId, detail } }) => [kind, subjectId, detail]);
  };
  const fails = async (byAgentId: string | null) => {
    const id = await draft(called(`For ${byAgentId}`));
    const when = { at: one.clock.now() + hour, note: null, byAgentId };
    await one.engine.settings.schedule({ id, by: "key:k", revision: null }, when);
    await publish(await draft(called(`Before ${byAgentId}`)));
    await one.pass(hour);
    await one.engine.settleAll();
    return id;
  };
  const ofLea = await fails("lea");
  const failed = (id: string) => ["settings-publish-failed", id, "conflict"];
  expect(await told("lea")).toEqual([failed(ofLea)]);
  expect(await told("root")).toEqual([]);
  const ofNobody = await fails(null);
  const all = [...(await told("lea")), ...(await told("root"))];
  expect(all).toContainEqual(failed(ofNobody));
  const leas = await one.engine.notifications.inbox.list("lea", { limit: 9, cursor: null, onlyUnread: false });
  const { items } = await one.engine.notifications.describe("lea", leas.items);
  expect(items.map(({ entry }) => entry?.title)).toContain(
    "A scheduled draft of the settings was not published. What was in force stays in force.",
  );
});
