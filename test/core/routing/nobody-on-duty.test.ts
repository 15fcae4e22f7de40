import { describe, expect, test } from "vitest";
import type { Agent } from "../../../src/core/people/agent.ts";
import { dutyGaps, peopleOnDuty, type Roster } from "../../../src/core/routing/nobody-on-duty.ts";
import { newQueue, type Queue } from "../../../src/core/routing/queue.ts";
import { united, without } from "../../../src/core/routing/spans.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { biller, daily } from "./searching.ts";

const midnight = Date.UTC(2026, 10, 21);
const hour = 3_600_000;
const hours = [daily("office", 8, 18), daily("early", 6, 13), daily("late", 12, 20), daily("gap-less", 13, 18)];

function roster(agents: readonly Agent[], queue: Partial<Queue> = {}): Roster {
  const billing = newQueue({ id: "billing", name: "Billing", teams: ["billers"], ...queue });
  return {
    agents,
    settings: {
      queues: { billing },
      teams: { billers: { id: "billers", name: "billing", hours: "office", headId: "boss" } },
      hours: { ...starterSettings.hours, ...Object.fromEntries(hours.map((each) => [each.id, each])) },
    },
  };
}

/** In hours of the day, to be read. */
function gaps(agents: readonly Agent[], queue: Partial<Queue> = {}): string[] {
  return dutyGaps(roster(agents, queue), midnight).map(
    ({ from, to }) => `${(from - midnight) / hour} to ${(to - midnight) / hour}`,
  );
}

describe("a queue that will be open with nobody on shift", () => {
  test("is known a day ahead, hour by hour", () => {
    expect(gaps([biller("robin", { shift: "early" })])).toEqual(["13 to 18"]);
    expect(gaps([biller("robin", { shift: "early" }), biller("kim", { shift: "late" })])).toEqual([]);
    expect(gaps([biller("robin", { shift: "early" }), biller("kim", { shift: "gap-less" })])).toEqual([]);
    expect(gaps([])).toEqual(["8 to 18"]);
  });

  test("is one where those on shift are absent, have left, or are of another team or a test", () => {
    const from = midnight + 9 * hour;
    const away = { id: "a1", from, to: from + hour, reason: null, substituteId: null };
    expect(gaps([biller("robin", { shift: "office", absences: [away] })])).toEqual(["9 to 10"]);
    expect(gaps([biller("robin", { shift: "office", absences: [{ ...away, to: null }] })])).toEqual(["9 to 18"]);
    const others = [
      biller("gone", { leftAt: 1 }),
      biller("seller", { teamIds: ["sellers"] }),
      biller("demo", { isTest: true }),
    ];
    expect(gaps(others)).toEqual(["8 to 18"]);
  });

  test("is not known where somebody works without a shift, or a step adds somebody", () => {
    expect(gaps([biller("robin", { shift: null, presence: "offline" })])).toEqual([]);
    const steps = [{ afterSeconds: 60, teams: ["sellers"], priority: null, skipIf: null }];
    expect(gaps([biller("seller", { teamIds: ["sellers"], shift: "office" })], { steps })).toEqual([]);
  });

  test("has hours of its own, or is always open without any", () => {
    expect(gaps([biller("robin", { shift: "late" })], { hours: "early" })).toEqual(["6 to 12"]);
    expect(gaps([biller("robin", { shift: "late" })], { teams: [] })).toEqual(["0 to 12", "20 to 24"]);
  });
});

describe("something urgent", () => {
  test("finds somebody who is there and on shift, busy or not", () => {
    const isThere = (agent: Agent) => peopleOnDuty(roster([agent]), "billing", midnight + 9 * hour).includes(agent);
    expect(isThere(biller("robin", { shift: "early" }))).toBe(true);
    expect(isThere(biller("robin", { presence: "busy" }))).toBe(true);
    expect(isThere(biller("robin", { shift: "late" }))).toBe(false);
    expect(isThere(biller("robin", { presence: "away" }))).toBe(false);
    expect(peopleOnDuty(roster([biller("robin")]), "gone", midnight)).toEqual([]);
  });
});

describe("spans", () => {
  const span = (start: number, end: number) => ({ start, end });

  test("that touch or overlap are one", () => {
    expect(united([span(5, 7), span(1, 3), span(3, 4), span(2, 3), span(9, 9)])).toEqual([span(1, 4), span(5, 7)]);
  });

  test("without others leave what is between them", () => {
    const taken = [span(0, 2), span(3, 4), span(6, 20)];
    expect(without([span(1, 10), span(12, 15), span(20, 21)], taken)).toEqual([span(2, 3), span(4, 6), span(20, 21)]);
  });
});
