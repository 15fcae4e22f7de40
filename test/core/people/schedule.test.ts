import { describe, expect, test } from "vitest";
import type { Hours } from "../../../src/core/hours/hours.ts";
import { type Agent, newAgent, readAgent } from "../../../src/core/people/agent.ts";
import { checkPatience } from "../../../src/core/people/check-patience.ts";
import { chooseStatus, disconnect, reconnect } from "../../../src/core/people/choose-status.ts";
import { goneReason } from "../../../src/core/people/gone.ts";
import { nextScheduleChange, shiftEnd } from "../../../src/core/people/schedule.ts";
import { overstepping, type Standing } from "../../../src/core/people/standing.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";

const day = [{ from: "09:00", to: "17:00" }];
const night = [{ from: "22:00", to: "06:00" }];
const every = (windows: typeof day): Hours["week"] => ({
  ...{ monday: windows, tuesday: windows, wednesday: windows, thursday: windows, friday: windows },
  ...{ saturday: windows, sunday: windows },
});
const hours = {
  day: { id: "day", name: "Day", timeZone: "Europe/Berlin", week: every(day), exceptions: [] },
  night: { id: "night", name: "Night", timeZone: "Europe/Berlin", week: every(night), exceptions: [] },
};
const at = (time: string) => Date.parse(time);
const kim = (differing: Partial<Agent> = {}) =>
  newAgent({ id: "kim", name: "Kim", presence: "available", shift: "day", ...differing });
const iso = (instant: number | null) => instant && new Date(instant).toISOString();

describe("somebody's shift", () => {
  test.each([
    ["begins next", "2026-11-21T05:00:00Z", "2026-11-21T08:00:00.000Z"],
    ["is near its end half an hour before", "2026-11-21T08:00:00Z", "2026-11-21T15:30:00.000Z"],
    ["ends after that", "2026-11-21T15:30:00Z", "2026-11-21T16:00:00.000Z"],
    [
      "begins an hour earlier by the sun after the clocks went forward",
      "2026-03-28T20:00:00Z",
      "2026-03-29T07:00:00.000Z",
    ],
    ["and an hour later after they went back", "2026-10-24T20:00:00Z", "2026-10-25T08:00:00.000Z"],
  ])("%s", (_what, now, next) => {
    expect(iso(nextScheduleChange(kim(), { hours }, at(now)))).toBe(next);
  });

  test("over the night of the clocks lasts as long as the clock on the wall says", () => {
    const nights = kim({ shift: "night" });
    expect(iso(shiftEnd(nights, { hours }, at("2026-10-24T22:00:00Z")))).toBe("2026-10-25T05:00:00.000Z");
    expect(iso(shiftEnd(nights, { hours }, at("2026-03-28T22:00:00Z")))).toBe("2026-03-29T04:00:00.000Z");
  });

  test("is nothing to wait for when there is none, its hours are gone, or they have left", () => {
    const now = at("2026-11-21T05:00:00Z");
    for (const agent of [kim({ shift: null }), kim({ shift: "gone" }), kim({ leftAt: 1 })]) {
      expect(nextScheduleChange(agent, { hours }, now)).toBeNull();
    }
  });

  test("does not end for somebody who is absent, whose absence does", () => {
    const from = at("2026-11-21T07:00:00Z");
    const absences = [{ id: "a", from, to: at("2026-11-21T12:00:00Z"), reason: null, substituteId: null }];
    expect(shiftEnd(kim({ absences }), { hours }, at("2026-11-21T09:00:00Z"))).toBeNull();
    expect(iso(nextScheduleChange(kim({ absences }), { hours }, from))).toBe("2026-11-21T08:00:00.000Z");
  });
});

describe("whether somebody is there", () => {
  const [inShift, offShift] = [at("2026-11-21T09:00:00Z"), at("2026-11-21T20:00:00Z")];
  const absences = [{ id: "a", from: 0, to: null, reason: null, substituteId: null }];

  test.each<[string, Agent, number, string | null]>([
    ["available in their shift", kim(), inShift, null],
    ["busy", kim({ presence: "busy" }), inShift, null],
    ["away", kim({ presence: "away" }), inShift, "away"],
    ["disconnected", disconnect(kim(), inShift), inShift, "disconnected"],
    ["off shift, whatever they say", kim(), offShift, "off-shift"],
    ["without a shift", kim({ shift: null }), offShift, null],
    ["in hours that are gone", kim({ shift: "gone" }), offShift, null],
    ["absent", kim({ absences }), inShift, "absent"],
    ["not any more", kim({ absences, leftAt: 1 }), inShift, "left"],
  ])("%s", (_what, agent, now, reason) => {
    expect(goneReason(agent, { hours }, now)).toBe(reason);
  });

  test("is what they had chosen when their console is back", () => {
    const statuses = [{ id: "meeting", name: "Meeting", presence: "busy", needsReason: false }] as const;
    const wanted = { statusId: "meeting", presence: null, reason: "Team", by: "self" } as const;
    const chosen = chooseStatus(kim(), wanted, { statuses }, 5);
    if (chosen.status !== "chosen") throw new Error(chosen.status);
    expect(reconnect(disconnect(chosen.agent, 9))).toEqual(chosen.agent);
    expect(reconnect(chosen.agent)).toBe(chosen.agent);
  });
});

describe("who may change whom", () => {
  const system: Standing = { agentId: null, role: "admin" };
  const self: Standing = { agentId: "kim", role: "agent" };
  const lead: Standing = { agentId: "lee", role: "lead" };

  test.each<[string, Standing, Partial<Agent>, Partial<Agent>, string | null]>([
    ["the company's own system changes everything", system, {}, { role: "admin", skills: { tax: 5 } }, null],
    ["people say whether they are there", self, {}, { presence: "away", capacity: 1 }, null],
    ["and nothing that leads decide", self, {}, { teamIds: [] }, "fields"],
    ["nor take more than they may", self, { mostCapacity: 3, capacity: 1 }, { capacity: 4 }, "capacity"],
    ["a colleague changes nobody else", { agentId: "mo", role: "agent" }, {}, { presence: "away" }, "not-yours"],
    ["a lead changes people", lead, {}, { skills: { tax: 5 }, role: "lead" }, null],
    ["but makes nobody more than they are", lead, {}, { role: "admin" }, "role"],
    ["and changes nobody above them", lead, { role: "admin" }, { presence: "away" }, "not-yours"],
  ])("%s", (_what, by, target, change, status) => {
    expect(overstepping(by, kim(target), change)?.status ?? null).toBe(status);
  });
});

test("an agent who was stored before there was more to know is read with what is new", () => {
  const { returnsTo: _returns, mostCapacity: _most, ...before } = kim({ capacity: 7 });
  expect(readAgent({ ...before, schemaVersion: 3 })).toEqual(kim({ capacity: 7 }));
  const { revision: _revision, ...unrevised } = kim({ capacity: 7 });
  expect(readAgent({ ...unrevised, schemaVersion: 4 })).toEqual(kim({ capacity: 7 }));
});

test("leads are warned when a customer would be told too late that it takes longer", () => {
  const withPatience = (holdMinutes: number | null, reassignMinutes: number | null) =>
    checkPatience({ people: { ...starterSettings.people, firstResponse: { holdMinutes, reassignMinutes } } });
  expect(withPatience(10, 10)).toMatchObject([{ path: "firstResponse.holdMinutes", code: "told-too-late" }]);
  for (const fine of [withPatience(5, 10), withPatience(null, 10), withPatience(10, null)]) expect(fine).toEqual([]);
});
