import { describe, expect } from "vitest";
import type { Hours } from "../../../src/core/hours/hours.ts";
import type { Agent } from "../../../src/core/people/agent.ts";
import type { OpenStore } from "../../../src/ports/store.ts";
import { daily } from "../../core/routing/searching.ts";
import { testClock } from "../../support/clock.ts";
import { person, startTestEngine } from "../../support/engine.ts";
import { type InWorkspace, testIn } from "../../support/workspace.ts";
import { ask, type Floor, floorSettings, waiting } from "./floor.ts";

const hour = 3_600_000;
const minute = 60_000;
const midnight = Date.UTC(2026, 10, 21);

/**
 * What a lead learns beforehand of a queue that will be open with nobody there, one look for all processes (I9); and who
 * is called when something urgent finds nobody all the same.
 */
export function dutyPromises(name: string, inWorkspace: InWorkspace): void {
  let one: OpenStore;
  let other: OpenStore;
  const floors: Floor[] = [];
  const test = testIn(inWorkspace, {
    async begin(...stores) {
      [one, other] = stores;
    },
    async end() {
      for (const floor of floors.splice(0)) await floor.close();
    },
  });

  function floorOf(duty: Duty, { store = one, clock = testClock(midnight), processName = "one" } = {}): Floor {
    const started = startTestEngine({ store, clock, processName, starter: floorSettings(settingsOf(duty)) });
    const floor = { ...started, store: store.store };
    floors.push(floor);
    return floor;
  }

  async function startedFloor(duty: Duty = {}): Promise<Floor> {
    const floor = floorOf(duty);
    await floor.engine.start();
    return floor;
  }

  describe(`the look at who will be on duty, on ${name}`, () => {
    test("tells the head of the team once of a gap: which queue, from when to when", async () => {
      const floor = await startedFloor();
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
      const floor = await startedFloor({ hours });
      await addBoss(floor, { timeZone: "Asia/Tokyo" });
      await floor.pass(20 * minute);
      expect(await readBy(floor, "boss")).toContainEqual({
        ...{ title, Queue: "Chat", at: "0:15" },
        ...{ From: "today at 8:00 (Europe/Berlin)", Until: "today at 18:00 (Europe/Berlin)" },
      });
    });

    test.each([
      { what: "follows a gap to its end behind the day it looks at", to: midnight + 60 * hour, until: untilMonday },
      { what: "leaves out an end that nobody knows", to: null, until: {} },
    ])("$what", async ({ to, until }) => {
      const floor = await startedFloor({ hours: [daily("office", 0, 24)] });
      await addBoss(floor);
      const absence = { id: "ill", reason: null, substituteId: null, from: midnight, to };
      await add(floor, "anne", { absences: [absence] });
      await floor.pass(20 * minute);
      expect(await readBy(floor, "boss")).toContainEqual({
        ...{ title, Queue: "Chat", at: "0:15", From: "today at 0:15 (UTC)" },
        ...until,
      });
    });

    test("says nothing where somebody is there, or where it closes", async () => {
      const floor = await startedFloor();
      await addBoss(floor);
      await add(floor, "anne", { shift: "office" });
      await floor.pass(4 * hour);
      expect(await readBy(floor, "boss")).toEqual([]);
    });

    test.each([
      { whom: "whoever is on call, when the team has no head", headId: null, onCall: "night", told: ["night"] },
      { whom: "whoever is on call, when its head has left", headId: "gone", onCall: "night", told: ["night"] },
      { whom: "the leads of the team, when nobody is on call either", headId: null, onCall: null, told: ["lead"] },
    ])("tells $whom", async ({ headId, onCall, told }) => {
      const floor = await startedFloor({ headId, onCall });
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
      const first = floorOf({});
      const { store, clock } = first;
      const second = floorOf({}, { store: other, clock, processName: "two" });
      const { cursor } = await store.feed({ after: null, limit: 1, waitMs: 0, signal });
      await Promise.all([first.engine.start(), second.engine.start()]);
      const looks: number[] = [];
      for (let quarter = 0; quarter <= 4; quarter++) {
        await Promise.all([first.engine.settleAll(), second.engine.settleAll()]);
        await first.engine.settleAll();
        const heard = await store.feed({ after: cursor, limit: 500, waitMs: 0, signal });
        if (heard.status !== "entries") throw new Error("an hour is not too long ago");
        looks.push(heard.entries.filter(({ type }) => type === "roster-checked").length);
        clock.advance(15 * minute);
      }
      expect(looks).toEqual([0, 1, 2, 3, 4]);
    });

    test("goes on after a crash, and has not forgotten what was told", async () => {
      const before = await startedFloor();
      await addBoss(before);
      await add(before, "anne", { shift: "early" });
      await before.pass(20 * minute);
      const told = await readBy(before, "boss");
      expect(told.map(({ Queue }) => Queue).sort()).toEqual(["Chat", "E-mail"]);
      await before.engine.stop();
      const after = floorOf({}, { store: other, clock: before.clock, processName: "after" });
      await after.engine.start();
      await after.pass(2 * hour);
      expect(await readBy(after, "boss")).toEqual(told);
    });
  });

  describe(`on ${name}, something urgent that finds nobody on duty`, () => {
    test("alerts whoever is on call, once, however often nobody is found", async () => {
      const floor = await withBossOnCall();
      await floor.write("ada", "I will kill myself");
      await floor.pass(30 * minute);
      expect(await alerted(floor)).toEqual(["boss"]);
    });

    test("alerts them also when it is said by somebody who waits already, or who writes again after the end", async () => {
      const floor = await withBossOnCall();
      await ask(floor, "ada");
      await floor.write("ada", "I will kill myself");
      await floor.pass(minute);
      expect(await alerted(floor)).toEqual(["boss"]);
      const [first] = await waiting(floor);
      const id = first?.id ?? "";
      await floor.engine.command(id, { type: "conversation-claimed", agentId: "boss" }, null);
      const end = { type: "conversation-closed", agentId: "boss", outcome: "resolved", wrapUp: null } as const;
      await floor.engine.command(id, end, null);
      await floor.write("ada", "I will kill myself after all");
      await floor.pass(minute);
      expect(await alerted(floor)).toEqual(["boss", "boss"]);
    });

    test("alerts nobody while somebody is there, or for what can wait", async () => {
      const floor = await withBossOnCall();
      await ask(floor, "can-wait");
      await floor.engine.agents.add(person("anne", { presence: "busy" }));
      await floor.write("ada", "I will kill myself");
      await floor.pass(5 * minute);
      expect(await alerted(floor)).toEqual([]);
    });

    async function withBossOnCall(): Promise<Floor> {
      const floor = floorOf({ onCall: "boss" });
      await addBoss(floor, { presence: "away" });
      return floor;
    }
  });
}

const untilMonday = { Until: "Monday at 12:00 (UTC)" };
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

async function add({ engine }: Floor, id: string, differing: Partial<Agent>): Promise<void> {
  await engine.agents.add(person(id, { teamIds: ["support"], ...differing }));
}

/** Leads the team without taking its work, so that nobody counts on them. */
function addBoss(floor: Floor, differing: Partial<Agent> = {}): Promise<void> {
  return add(floor, "boss", { role: "lead", teamIds: [], ...differing });
}

/** Who was told that nobody is on duty for those who wait, as often as they were. */
async function alerted(floor: Floor): Promise<readonly string[]> {
  const pages = (await waiting(floor)).map(({ id }) =>
    floor.engine.notifications.ofConversation(id, { limit: 50, cursor: null }),
  );
  const all = (await Promise.all(pages)).flatMap(({ items }) => items);
  return all.filter(({ kind }) => kind === "nobody-on-duty").flatMap(({ agentIds }) => agentIds ?? []);
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
