import { describe, expect, test } from "vitest";
import type { Hours } from "../../src/core/hours/hours.ts";
import { compilePolicy } from "../../src/core/settings/policy.ts";
import { noSwitches, type Settings } from "../../src/core/settings/settings.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import type { Parts } from "../../src/engine/parts.ts";
import { createRoster } from "../../src/engine/routing/roster.ts";
import { createRosterArm, createRosterCheck } from "../../src/engine/routing/roster-check.ts";
import type { LeasedEffect } from "../../src/ports/store.ts";
import { daily } from "../core/routing/searching.ts";
import { testClock } from "../support/clock.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";
import { floorSettings } from "./routing/floor.ts";

const quarter = 15 * 60_000;
const hour = 3_600_000;

interface Noticed {
  readonly to: string;
  readonly about: string;
  readonly from: string | null;
}

/** Midnight, a team that works from eight to six, and one person who goes at noon. */
async function scene(hours: readonly Hours[] = [daily("office", 8, 18), daily("early", 6, 12)], onCall = "night") {
  const { store } = memoryStore();
  const clock = testClock(Date.UTC(2026, 10, 21));
  const team = { id: "support", name: "support", hours: "office", headId: "head" };
  const settings: Settings = floorSettings({
    people: { onCall },
    more: {
      teams: { support: team },
      hours: Object.fromEntries(hours.map((each) => [each.id, each])),
    },
  });
  const woken: number[] = [];
  const parts = {
    ...{ store, clock, wakeAt: (at: number) => void woken.push(at), keepAlive: () => undefined },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  } as unknown as Parts;
  const policies = { for: async () => compilePolicy(1, settings, noSwitches) };
  const check = createRosterCheck(parts, { roster: createRoster(parts), policies });
  const notices: Noticed[] = [];

  /** Runs what is due, as the engine would. */
  async function due(): Promise<number> {
    const { effects } = await store.takeDue({
      now: clock.now(),
      limit: 50,
      leaseUntilMs: clock.now() + 1,
      busyPools: [],
    });
    for (const effect of effects) await run(effect);
    return effects.length;
  }

  async function run(effect: LeasedEffect): Promise<void> {
    const body = effect.body as {
      type: string;
      notice?: { targets: { id: string }[]; subjectId: string; detail: string };
    };
    if (body.type === "roster-check") {
      expect((await check(effect)).outcome).toBe("settled");
      return;
    }
    notices.push({
      to: body.notice?.targets.map(({ id }) => id).join(" ") ?? "",
      about: body.notice?.subjectId ?? "",
      from: body.notice?.detail ?? null,
    });
    await store.settle([{ id: effect.id, attempt: effect.attempt, outcome: "done" }]);
  }

  async function add(id: string, shift: string): Promise<void> {
    const key = { kind: "agent", id };
    const index = [{ change: "put", view: "agents", key: "all", ...key, sort: 0, previousKey: null } as const];
    await store.commit({
      ...emptyCommit(0),
      puts: [{ ...key, body: person(id, { shift, teamIds: ["support"] }) }],
      index,
    });
  }

  async function pass(ms: number): Promise<void> {
    for (const end = clock.now() + ms; clock.now() < end; ) {
      clock.advance(quarter);
      await due();
      await due();
    }
  }

  return { parts, add, pass, due, clock, notices, woken };
}

describe("the look at who will be on duty", () => {
  test("warns the head of the team once of a gap, a day ahead, however often it is seen and while it lasts", async () => {
    const { parts, add, pass, notices } = await scene();
    await add("anne", "early");
    await createRosterArm(parts)();
    await pass(20 * hour);
    expect(notices.filter(({ about }) => about === "chat")).toEqual([
      { to: "head", about: "chat", from: "2026-11-21T12:00:00.000Z" },
      { to: "head", about: "chat", from: "2026-11-22T12:00:00.000Z" },
    ]);
  });

  test("says nothing where somebody is there, or where it closes", async () => {
    const { parts, add, pass, notices } = await scene();
    await add("anne", "office");
    await createRosterArm(parts)();
    await pass(4 * hour);
    expect(notices).toEqual([]);
  });

  test("comes back every quarter of an hour, once, however many processes plan it", async () => {
    const { parts, clock, due, woken } = await scene();
    await Promise.all([createRosterArm(parts)(), createRosterArm(parts)()]);
    expect(await due()).toBe(0);
    clock.advance(quarter);
    await createRosterArm(parts)();
    expect(await due()).toBe(1);
    clock.advance(quarter - 1);
    // The warnings of the first look, one for each queue, and no second look.
    expect(await due()).toBe(2);
    clock.advance(1);
    expect(await due()).toBe(1);
    expect(woken).toContain(clock.now());
  });
});
