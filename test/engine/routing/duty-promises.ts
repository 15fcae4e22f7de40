import { describe, expect, test } from "vitest";
import type { Hours } from "../../../src/core/hours/hours.ts";
import type { Agent } from "../../../src/core/people/agent.ts";
import type { OpenStore } from "../../../src/ports/store.ts";
import { daily } from "../../core/routing/searching.ts";
import { testClock } from "../../support/clock.ts";
import { person } from "../../support/engine.ts";
import { type Floor, openFloor } from "./floor.ts";

const hour = 3_600_000;
const minute = 60_000;
const midnight = Date.UTC(2026, 10, 21);

/** What a lead learns beforehand of a queue that will be open with nobody there; one look for all processes (I9). */
export function dutyPromises(name: string, openStore: () => Promise<OpenStore>): void {
  describe(`the look at who will be on duty, on ${name}`, () => {
    test("tells the head of the team once of a gap: which queue, from when to when", async () => {
      const floor = await startedFloor(openStore);
      await addBoss(floor);
      await add(floor, "anne", { shift: "early" });
      await floor.pass(20 * hour);
      const aboutChat = (await readBy(floor, "boss")).filter(({ Queue }) => Queue === "Chat");
      expect(aboutChat).toEqual([
        { title, Queue: "Chat", From: "tomorrow at 12:00 (UTC)", Until: "tomorrow at 18:00 (UTC)", at: "12:15" },
        { title, Queue: "Chat", From: "today at 12:00 (UTC)", Until: "today at 18:00 (UTC)", at: "0:15" },
      ]);
    });

    test("says in which zone the queue's times are", async () => {
      const hours = [{ ...daily("office", 8, 18), timeZone: "Europe/Berlin" }];
      const floor = await startedFloor(openStore, { hours });
      await addBoss(floor, { timeZone: "Asia/Tokyo" });
      await floor.pass(20 * minute);
      expect(await readBy(floor, "boss")).toContainEqual({
        ...{ title, Queue: "Chat", at: "0:15" },
        ...{ From: "today at 8:00 (Europe/Berlin)", Until: "today at 18:00 (Europe/Berlin)" },
      });
    });

    test("follows a gap to its end behind the day it looks at, and leaves out an end that nobody knows", async () => {
      const absence = { id: "ill", reason: null, substituteId: null };
      const floor = await startedFloor(openStore, { hours: [daily("office", 0, 24)] });
      await addBoss(floor);
      await add(floor, "anne", { absences: [{ ...absence, from: midnight, to: midnight + 60 * hour }] });
      await floor.pass(20 * minute);
      const [known] = await readBy(floor, "boss");
      expect(known).toMatchObject({ From: "today at 0:15 (UTC)", Until: "Monday at 12:00 (UTC)" });

      const other = await startedFloor(openStore, { hours: [daily("office", 0, 24)] });
      await addBoss(other);
      await add(other, "anne", { absences: [{ ...absence, from: midnight, to: null }] });
      await other.pass(20 * minute);
      const [unknown] = await readBy(other, "boss");
      expect(unknown).toMatchObject({ From: "today at 0:15 (UTC)" });
      expect(unknown).not.toHaveProperty("Until");
    });

    test("says nothing where somebody is there, or where it closes", async () => {
      const floor = await startedFloor(openStore);
      await addBoss(floor);
      await add(floor, "anne", { shift: "office" });
      await floor.pass(4 * hour);
      expect(await readBy(floor, "boss")).toEqual([]);
    });

    test.each([
      ["whoever is on call, when the team has no head", { headId: null, onCall: "night" }, ["night"]],
      ["whoever is on call, when its head has left", { headId: "gone", onCall: "night" }, ["night"]],
      ["the leads of the team, when nobody is on call either", { headId: null, onCall: null }, ["lead"]],
    ])("tells %s", async (_whom, { headId, onCall }, told) => {
      const floor = await startedFloor(openStore, { headId, onCall });
      for (const [id, role] of [
        ["night", "agent"],
        ["lead", "lead"],
        ["admin", "admin"],
      ] as const) {
        await add(floor, id, { role, shift: "early" });
      }
      await add(floor, "gone", { role: "lead", leftAt: midnight });
      await floor.pass(20 * minute);
      const heard: string[] = [];
      for (const id of ["night", "lead", "admin", "gone"]) if ((await readBy(floor, id)).length > 0) heard.push(id);
      expect(heard).toEqual(told);
    });

    test("comes back every quarter of an hour, once, however many processes plan it", async () => {
      const store = await openStore();
      const clock = testClock(midnight);
      const one = openFloor(settingsOf(), { clock, processName: "one" }, store);
      const other = openFloor(settingsOf(), { clock, processName: "two" }, { ...store, close: async () => undefined });
      const { cursor } = await store.store.feed({ after: null, limit: 1, waitMs: 0, signal });
      await Promise.all([one.engine.start(), other.engine.start()]);
      const looks: number[] = [];
      for (let quarter = 0; quarter <= 4; quarter++) {
        await Promise.all([one.engine.settleAll(), other.engine.settleAll()]);
        await one.engine.settleAll();
        const heard = await store.store.feed({ after: cursor, limit: 500, waitMs: 0, signal });
        if (heard.status !== "entries") throw new Error("an hour is not too long ago");
        looks.push(heard.entries.filter(({ type }) => type === "roster-checked").length);
        clock.advance(15 * minute);
      }
      expect(looks).toEqual([0, 1, 2, 3, 4]);
    });

    test("goes on after a crash, and has not forgotten what was told", async () => {
      const store = await openStore();
      const clock = testClock(midnight);
      const before = openFloor(settingsOf(), { clock }, { ...store, close: async () => undefined });
      await before.engine.start();
      await addBoss(before);
      await add(before, "anne", { shift: "early" });
      await before.pass(20 * minute);
      const told = await readBy(before, "boss");
      expect(told.map(({ Queue }) => Queue).sort()).toEqual(["Chat", "E-mail"]);
      await before.engine.stop();
      const after = openFloor(settingsOf(), { clock, processName: "after" }, store);
      await after.engine.start();
      await after.pass(2 * hour);
      expect(await readBy(after, "boss")).toEqual(told);
    });
  });
}

const title = "Nobody is on the roster while a queue is open.";
const { signal } = new AbortController();

interface Duty {
  readonly hours?: readonly Hours[];
  readonly headId?: string | null;
  readonly onCall?: string | null;
}

/** A team that works from eight to six. */
function settingsOf({ hours = [daily("office", 8, 18)], headId = "boss", onCall = null }: Duty = {}) {
  const all = [...hours, daily("early", 6, 12)];
  const team = { id: "support", name: "Support", hours: "office", headId };
  return {
    chat: { name: "Chat" },
    people: { onCall },
    more: { teams: { support: team }, hours: Object.fromEntries(all.map((each) => [each.id, each])) },
  };
}

async function startedFloor(openStore: () => Promise<OpenStore>, duty: Duty = {}): Promise<Floor> {
  const floor = openFloor(settingsOf(duty), { clock: testClock(midnight) }, await openStore());
  await floor.engine.start();
  return floor;
}

async function add({ engine }: Floor, id: string, differing: Partial<Agent>): Promise<void> {
  await engine.agents.add(person(id, { teamIds: ["support"], ...differing }));
}

/** Leads the team without taking its work, so that nobody counts on them. */
function addBoss(floor: Floor, differing: Partial<Agent> = {}): Promise<void> {
  return add(floor, "boss", { role: "lead", teamIds: [], ...differing });
}

/** What is in somebody's product, newest first, label by label, and at what time it came. */
async function readBy({ engine }: Floor, agentId: string): Promise<readonly Record<string, string>[]> {
  const page = await engine.notifications.inbox.list(agentId, { limit: 50, cursor: null, onlyUnread: false });
  const { items } = await engine.notifications.describe(agentId, page.items);
  return items.map(({ item, entry }) => ({
    title: entry?.title ?? "",
    ...Object.fromEntries(entry?.lines.map(({ label, value }) => [label, value]) ?? []),
    at: clockOf(item.told.at),
  }));
}

function clockOf(at: number): string {
  const minutes = Math.floor(at / minute) % (24 * 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
