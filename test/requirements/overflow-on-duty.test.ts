import { describe, expect, test } from "vitest";
import type { Agent } from "../../src/core/people/agent.ts";
import { daily } from "../core/routing/searching.ts";
import { ask, type Floor, floorSettings, openFloor, served, waiting } from "../engine/routing/floor.ts";
import { person } from "../support/engine.ts";

/** The chat queue sends on what finds nobody on duty, before or after it is queued; Ben answers the second queue. */
async function office(place: "before" | "after", anne: Partial<Agent>): Promise<Floor> {
  const rule = { when: { type: "nobody-on-duty" }, then: { type: "queue", id: "second" } } as const;
  const floor = openFloor({
    chat: { overflow: { before: [], after: [], [place]: [rule] } },
    queues: [{ id: "second", teams: ["others"] }],
    more: { hours: { ...floorSettings().hours, nights: daily("nights", 22, 23) } },
  });
  await floor.engine.agents.add(person("ben", { teamIds: ["others"] }));
  await floor.engine.agents.add(person("anne", { teamIds: ["support"], ...anne }));
  await floor.engine.settleAll();
  return floor;
}

describe.each(["before", "after"] as const)("whether somebody is on duty, %s a conversation is queued,", (place) => {
  test.each<[string, Partial<Agent>]>([
    ["who is busy", { presence: "busy" }],
    ["who has no room", { capacity: 0 }],
  ])("is so of somebody %s: it waits for them", async (_who, anne) => {
    const floor = await office(place, anne);
    await ask(floor, "ada");
    expect(await served(floor)).toEqual({});
    expect((await waiting(floor)).map(({ handoff }) => handoff.destination.id)).toEqual(["chat"]);
  });

  test.each<[string, Partial<Agent>]>([
    ["whose shift is over", { shift: "nights" }],
    ["who is absent", { absences: [{ id: "ill", from: 0, to: null, reason: null, substituteId: null }] }],
    ["who leads, and is in no team", { role: "lead", teamIds: [] }],
  ])("is not so of somebody %s, whatever their status says", async (_who, anne) => {
    const floor = await office(place, anne);
    await ask(floor, "ada");
    expect(await served(floor)).toEqual({ ada: "ben" });
  });
});
