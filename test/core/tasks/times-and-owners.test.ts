import { describe, expect, test } from "vitest";
import type { Hours } from "../../../src/core/hours/hours.ts";
import { type Agent, newAgent } from "../../../src/core/people/agent.ts";
import { chooseOwner, type OwnerQuestion } from "../../../src/core/tasks/choose-owner.ts";
import { closingWindow } from "../../../src/core/tasks/reply-window.ts";
import { timesAround, timesOf } from "../../../src/core/tasks/task-times.ts";
import { maySee } from "../../../src/core/tasks/who-may.ts";

const minute = 60_000;
const hour = 60 * minute;
const workday = [{ from: "09:00", to: "17:00" }];
const office: Hours = {
  ...{ id: "office", name: "Office", timeZone: "Europe/Berlin", exceptions: [] },
  week: {
    ...{ monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday },
    ...{ saturday: [], sunday: [] },
  },
};
/** Friday 2026-11-20, 16:00 in Berlin. */
const friday = Date.UTC(2026, 10, 20, 15);
/** Monday 2026-11-23, 09:00 in Berlin. */
const monday = Date.UTC(2026, 10, 23, 8);

describe("when a task is due", () => {
  const template = { dueMinutes: 120, dueIn: "team", remindBefore: [30, 30, 600_000] } as const;

  test("is counted while the team is open, with the weekend in between", () => {
    const times = timesOf(template, { at: friday, hours: office, closedUntil: null });
    expect(times).toEqual({ dueAt: monday + hour, overdueAt: monday + 2 * hour, reminders: [monday + 30 * minute] });
  });

  test("is counted on the wall where the template says so", () => {
    const times = timesOf({ ...template, dueIn: "always" }, { at: friday, hours: office, closedUntil: null });
    expect(times).toMatchObject({ dueAt: friday + 2 * hour, overdueAt: friday + 3 * hour });
  });

  test("begins to count when a company that is closed opens again", () => {
    const closedUntil = monday + 5 * hour;
    expect(timesOf(template, { at: friday, hours: office, closedUntil }).dueAt).toBe(monday + 7 * hour);
  });

  test("is on the wall for a team that is never open", () => {
    const never: Hours = { ...office, week: { ...office.week, ...closedWeek() } };
    expect(timesOf(template, { at: friday, hours: never, closedUntil: null }).dueAt).toBe(friday + 2 * hour);
  });

  test("that somebody chose is kept, and reminders that have passed are not", () => {
    const times = timesAround(friday + hour, { at: friday, hours: null, remindBefore: [10, 90, 0] });
    expect(times.reminders).toEqual([friday + 50 * minute]);
  });

  function closedWeek(): Partial<Hours["week"]> {
    return { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] };
  }
});

describe("whose a task is", () => {
  const away = (substituteId: string | null, to: number | null = null) => ({
    absences: [{ id: "holiday", from: 0, to, reason: null, substituteId }],
  });
  const people = (...agents: readonly Agent[]) => new Map(agents.map((agent) => [agent.id, agent]));
  const agent = (id: string, differing: Partial<Agent> = {}) => newAgent({ id, name: id, ...differing });
  const question = (agents: readonly Agent[], differing: Partial<OwnerQuestion> = {}): OwnerQuestion => ({
    ...{ holderId: "kim", headId: "hedy", isTest: false, dueAt: 1_000, people: people(...agents) },
    ...differing,
  });
  const hedy = agent("hedy");
  const lou = agent("lou");

  test.each<[string, string | null, OwnerQuestion]>([
    ["the holder where they are there", "kim", question([agent("kim"), hedy])],
    ["nobody's where nobody has had it", null, question([hedy], { holderId: null })],
    ["the head's where the holder has left", "hedy", question([agent("kim", { leftAt: 1 }), hedy])],
    ["the substitute's while the holder is absent", "lou", question([agent("kim", away("lou")), lou, hedy])],
    ["the head's where nobody stands in", "hedy", question([agent("kim", away(null)), hedy])],
    ["the holder's who is back by then", "kim", question([agent("kim", away("lou", 900)), lou, hedy])],
    [
      "the head's where substitutes stand in for each other",
      "hedy",
      question([agent("kim", away("lou")), agent("lou", away("kim")), hedy]),
    ],
    [
      "the team's where the head is gone, too",
      null,
      question([agent("kim", { leftAt: 1 }), agent("hedy", { leftAt: 1 })]),
    ],
    ["nobody real's where it is a test", null, question([agent("kim"), hedy], { isTest: true })],
  ])("is %s", (_name, owner, asked) => {
    expect(chooseOwner({ type: "holder" }, asked)).toBe(owner);
  });

  test("is the head's or a named person's where the template says so", () => {
    expect(chooseOwner({ type: "head" }, question([agent("kim"), hedy]))).toBe("hedy");
    expect(chooseOwner({ type: "agent", id: "lou" }, question([agent("kim"), lou, hedy]))).toBe("lou");
    expect(chooseOwner({ type: "nobody" }, question([agent("kim"), hedy]))).toBeNull();
  });
});

test("an agent sees their own and their teams', a lead everybody's", () => {
  const kim = { id: "kim", role: "agent", teamIds: ["support"] } as const;
  expect(maySee(kim, { ownerId: "kim", teamId: "billing" })).toBe(true);
  expect(maySee(kim, { ownerId: null, teamId: "support" })).toBe(true);
  expect(maySee(kim, { ownerId: "lou", teamId: "billing" })).toBe(false);
  expect(maySee(kim, { ownerId: null, teamId: null })).toBe(false);
  expect(maySee({ ...kim, role: "lead" }, { ownerId: "lou", teamId: "billing" })).toBe(true);
});

describe("a channel that closes a day after the customer's last message", () => {
  const windowMs = 24 * hour;
  const waits = (lastCustomerAt: number) =>
    ({ control: { phase: "queue" }, lastCustomerAt }) as unknown as Parameters<typeof closingWindow>[0];
  const at = (time: number, lastCustomerAt: number) =>
    closingWindow(waits(lastCustomerAt), { at: time, windowMs, hours: office });

  test("gives time as long as there is some", () => {
    expect(at(monday + 2 * hour, monday + hour)).toBeNull();
  });

  test("is told of two hours before it closes, and not after it has", () => {
    const wrote = monday + hour;
    expect(at(wrote + 23 * hour, wrote)).toEqual({ closesAt: wrote + 24 * hour, answerBy: wrote + 24 * hour });
    expect(at(wrote + 24 * hour, wrote)).toBeNull();
  });

  test("that would close over the weekend is told of before the team goes home", () => {
    const wrote = friday - 2 * hour;
    expect(at(friday - hour - minute, wrote)).toBeNull();
    expect(at(friday, wrote)).toEqual({ closesAt: wrote + windowMs, answerBy: friday + hour });
  });

  test("is told of at once where nobody is there until it closes", () => {
    const wrote = friday + 2 * hour;
    expect(at(wrote + minute, wrote)).toEqual({ closesAt: wrote + windowMs, answerBy: wrote + windowMs });
  });

  test("matters to nobody who has been answered", () => {
    const answered = { control: { phase: "human", awaitsAnswer: false }, lastCustomerAt: monday };
    const conversation = answered as unknown as Parameters<typeof closingWindow>[0];
    expect(closingWindow(conversation, { at: monday + 23 * hour, windowMs, hours: null })).toBeNull();
  });
});
