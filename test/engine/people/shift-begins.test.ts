import { describe, expect, test } from "vitest";
import type { Agent } from "../../../src/core/people/agent.ts";
import type { SettingsChanges } from "../../../src/core/settings/parts.ts";
import { daily } from "../../core/routing/searching.ts";
import { person } from "../../support/engine.ts";
import { ask, type Floor, floorSettings, onlyWaiting, openFloor, served } from "../routing/floor.ts";

const minute = 60_000;
const ten = Date.UTC(2026, 10, 21, 10);
const settings = {
  people: { ringsAtOnce: 2 },
  more: { hours: { ...floorSettings().hours, late: daily("late", 10, 18) } },
};
const absence = { id: "dentist", from: ten - 120 * minute, reason: null, substituteId: null };

/** From 09:00 on somebody waits, and one person is there who may not be asked yet. */
async function scene(anne: Partial<Agent>): Promise<Floor> {
  const floor = openFloor(settings);
  await floor.engine.agents.add(person("anne", anne));
  // No wake-up of the handoff comes at a full hour.
  floor.clock.advance(7_123);
  await ask(floor, "ada");
  return floor;
}

async function askedAt(floor: Floor): Promise<number | null> {
  const { id, handoff } = await onlyWaiting(floor);
  const page = await floor.engine.conversations.records(id, { limit: 200, afterSeq: 0 });
  const request = page.items.find((record) => record.type === "request");
  return handoff.ask && request ? request.at : null;
}

async function publish({ engine, pass }: Floor, changes: SettingsChanges): Promise<void> {
  const fresh = { name: "Earlier", note: "", changes, by: "boss", baseVersion: null };
  const created = await engine.settings.drafts.create(fresh, null);
  if (created.status !== "created") throw new Error(created.status);
  const request = { draftId: created.draft.id, by: "boss", note: null, revision: null, idempotency: null };
  expect(await engine.settings.publish(request)).toMatchObject({ status: "published" });
  await pass(0);
}

async function untilTen(floor: Floor, beforeMs = 0): Promise<void> {
  await floor.pass(ten - beforeMs - floor.clock.now());
}

describe("whoever waits is offered at the very moment", () => {
  test("in which a shift begins", async () => {
    const floor = await scene({ shift: "late" });
    await untilTen(floor, 1);
    expect(await served(floor)).toEqual({});
    await untilTen(floor);
    expect(await served(floor)).toEqual({ ada: "anne" });
    expect(await askedAt(floor)).toBe(ten);
  });

  test("in which an absence ends", async () => {
    const floor = await scene({ absences: [{ ...absence, to: ten }] });
    await untilTen(floor, 1);
    expect(await served(floor)).toEqual({});
    await untilTen(floor);
    expect(await askedAt(floor)).toBe(ten);
  });

  test("in which both are so, and not before", async () => {
    const floor = await scene({ shift: "late", absences: [{ ...absence, to: ten - 30 * minute }] });
    await untilTen(floor, 1);
    expect(await served(floor)).toEqual({});
    await untilTen(floor);
    expect(await askedAt(floor)).toBe(ten);
  });

  test("from which newly published hours let them work", async () => {
    const floor = await scene({ shift: "late" });
    await untilTen(floor, 40 * minute);
    await publish(floor, { "hours/late": daily("late", 9, 18) });
    expect(await served(floor)).toEqual({ ada: "anne" });
  });
});

test("who is not there when their shift begins is not asked", async () => {
  const floor = await scene({ shift: "late", presence: "away" });
  await untilTen(floor);
  expect(await served(floor)).toEqual({});
});

test("as many are offered as there is room for, in the order in which they wait", async () => {
  const floor = await scene({ shift: "late", capacity: 2 });
  await ask(floor, "bob", "cy");
  await untilTen(floor);
  expect(await served(floor)).toEqual({ ada: "anne", bob: "anne" });
});
