import { describe, expect, it } from "vitest";
import type { SlaPolicy } from "../../../src/core/sla/sla-policy.ts";
import {
  applySla,
  movedBy,
  nextSlaInstant,
  type PromiseMark,
  type SlaEventType,
  type SlaState,
} from "../../../src/core/sla/sla-state.ts";
import { hoursIn, workdays } from "../hours/opening-hours.ts";
import { slaPolicy } from "./sla-policies.ts";

const minute = 60_000;
const opened = Date.parse("2026-11-23T09:00Z");
const usual = slaPolicy("usual");
type Step = readonly [minutes: number, type: SlaEventType, policy?: SlaPolicy | null];

/** What happened, in minutes after it was handed over. */
function outcomeOf(...steps: readonly Step[]): { state: SlaState | null; marks: readonly string[] } {
  let state: SlaState | null = null;
  const marks: PromiseMark[] = [];
  for (const [minutes, type, policy = usual] of steps) {
    const outcome = applySla(state, { type, at: opened + minutes * minute, policy, hours: null });
    state = outcome.state;
    marks.push(...outcome.marks);
  }
  return { state, marks: marks.map(({ promise, type, at }) => `${promise} ${type} ${(at - opened) / minute}`) };
}

const phases = (state: SlaState | null) =>
  state && [state.firstResponse, state.nextResponse, state.resolution].map((clock) => clock?.phase ?? "-").join(" ");

const ways: Readonly<Record<string, readonly Step[]>> = {
  nothing: [],
  opened: [[0, "handoff-opened"]],
  answered: [
    [0, "handoff-opened"],
    [5, "person-wrote"],
  ],
  asked: [
    [0, "handoff-opened"],
    [5, "person-wrote"],
    [20, "customer-wrote"],
  ],
  closedAnswered: [
    [0, "handoff-opened"],
    [5, "person-wrote"],
    [30, "closed"],
  ],
  closedUnanswered: [
    [0, "handoff-opened"],
    [5, "closed"],
  ],
  closedAsked: [
    [0, "handoff-opened"],
    [5, "person-wrote"],
    [20, "customer-wrote"],
    [25, "closed"],
  ],
};
const untouched = {
  ...{ nothing: null, opened: "running - running", answered: "met - paused", asked: "met running running" },
  ...{ closedAnswered: "met - met", closedUnanswered: "cancelled - met", closedAsked: "met cancelled met" },
};
const anew = "running - running";
const ended = { opened: "cancelled - met", answered: "met - met", asked: "met cancelled met" };

/** First response, next response, resolution; what is not named stays. */
const table: Readonly<Record<SlaEventType, Partial<Record<keyof typeof untouched, string>>>> = {
  "handoff-opened": { nothing: anew, closedAnswered: anew, closedUnanswered: anew, closedAsked: anew },
  "customer-wrote": { answered: "met running running" },
  "person-wrote": { opened: "met - paused", asked: "met met paused" },
  "person-took": {},
  "handed-back": ended,
  closed: ended,
  reopened: {
    ...{ nothing: anew, closedUnanswered: anew },
    ...{ closedAnswered: "met running running", closedAsked: "met running running" },
  },
  "policy-changed": {},
  "instant-reached": {},
};
const pairs = Object.entries(table).flatMap(([type, changes]) =>
  Object.entries({ ...untouched, ...changes }).map(
    ([name, expected]) => [type as SlaEventType, name, expected] as const,
  ),
);

describe("the promises", () => {
  it.each(pairs)("at %s after %s are: %s", (type, name, expected) => {
    expect(phases(outcomeOf(...(ways[name] ?? []), [31, type]).state)).toBe(expected);
  });

  it("are kept by the first message a person writes, not by taking it", () => {
    const { marks } = outcomeOf([0, "handoff-opened"], [1, "person-took"], [12, "person-wrote"]);
    expect(marks).toEqual(["firstResponse warned 5", "firstResponse breached 10"]);
    expect(outcomeOf([0, "handoff-opened"], [1, "person-took"], [4, "person-wrote"]).marks).toEqual([]);
  });

  it("are counted from the first message that nobody has answered", () => {
    const steps: readonly Step[] = [...(ways.answered ?? []), [20, "customer-wrote"], [27, "customer-wrote"]];
    expect(outcomeOf(...steps, [30, "instant-reached"]).marks).toEqual([
      "firstResponse warned 5",
      "nextResponse warned 25",
      "nextResponse breached 30",
    ]);
  });

  it("to resolve it do not run while the customer is awaited", () => {
    const steps: readonly Step[] = [
      [0, "handoff-opened"],
      [5, "person-wrote"],
      [1_000, "customer-wrote"],
    ];
    const { state } = outcomeOf(...steps, [1_003, "person-wrote"], [5_000, "customer-wrote"]);
    expect(state?.resolution.breachAt).toBe(opened + (5_000 + 120 - 8) * minute);
  });

  it("go on with what was left when it is reopened, and the customer waits for a next response", () => {
    const { state } = outcomeOf(...(ways.closedAsked ?? []), [600, "reopened"]);
    expect(state?.resolution.breachAt).toBe(opened + (600 + 120 - 10) * minute);
    expect(state?.nextResponse?.breachAt).toBe(opened + 610 * minute);
  });

  it("are broken at the deadline, however late anybody looks or writes", () => {
    expect(outcomeOf([0, "handoff-opened"], [300, "person-wrote"]).marks).toEqual([
      "firstResponse warned 5",
      "firstResponse breached 10",
      "resolution warned 60",
      "resolution breached 120",
    ]);
  });

  it("are not broken any more once they were kept in time", () => {
    expect(outcomeOf([0, "handoff-opened"], [4, "person-wrote"], [9_000, "instant-reached"]).marks).toEqual([]);
  });

  it("need one timer, for the next of all instants", () => {
    const next = (...steps: readonly Step[]) => {
      const instant = nextSlaInstant(outcomeOf(...steps).state);
      return instant && (instant - opened) / minute;
    };
    expect(next(...(ways.opened ?? []))).toBe(5);
    expect(next(...(ways.opened ?? []), [5, "instant-reached"])).toBe(10);
    expect(next(...(ways.opened ?? []), [10, "instant-reached"])).toBe(60);
    expect(next(...(ways.answered ?? []))).toBeNull();
    expect(next(...(ways.closedAsked ?? []))).toBeNull();
    expect(nextSlaInstant(null)).toBeNull();
  });

  it("end when a machine's clock goes back no earlier than what was decided", () => {
    const { state, marks } = outcomeOf([0, "handoff-opened"], [11, "instant-reached"], [-30, "person-wrote"]);
    expect(marks).toEqual(["firstResponse warned 5", "firstResponse breached 10"]);
    expect(state?.firstResponse).toMatchObject({ phase: "met", since: opened + 10 * minute, reached: "breach" });
  });
});

it("a question that comes before the answer before it, by a machine's clock, counts from that answer", () => {
  const { state } = outcomeOf([0, "handoff-opened"], [5, "person-wrote"], [-30, "customer-wrote"]);
  expect(state?.nextResponse).toMatchObject({ since: opened + 5 * minute, breachAt: opened + 15 * minute });
});

describe("another policy", () => {
  const strict = slaPolicy("strict", { targets: { firstResponse: 6, resolution: 60 } });
  const loose = slaPolicy("loose", { targets: { firstResponse: 40, resolution: null } });

  it("counts from the same start", () => {
    const { state, marks } = outcomeOf([0, "handoff-opened"], [2, "policy-changed", strict]);
    expect([state?.policyId, state?.firstResponse.breachAt, marks]).toEqual(["strict", opened + 6 * minute, []]);
  });

  it("may be broken the moment it applies, at its own deadline", () => {
    const strictest = slaPolicy("strictest", { targets: { firstResponse: 3 } });
    expect(outcomeOf([0, "handoff-opened"], [4, "policy-changed", strictest]).marks).toEqual([
      "firstResponse warned 1.5",
      "firstResponse breached 3",
    ]);
  });

  it("may turn out to be broken by the very answer that ends the wait", () => {
    const strictest = slaPolicy("strictest", { targets: { firstResponse: 3 } });
    const { state, marks } = outcomeOf([0, "handoff-opened"], [4, "person-wrote", strictest]);
    expect(marks).toEqual(["firstResponse warned 1.5", "firstResponse breached 3"]);
    expect(state?.firstResponse).toMatchObject({ phase: "met", reached: "breach" });
  });

  it("that is looser gives more time, and takes back nothing that is broken", () => {
    expect(outcomeOf([0, "handoff-opened"], [2, "policy-changed", loose], [39, "person-wrote", loose]).marks).toEqual([
      "firstResponse warned 20",
    ]);
    const { state } = outcomeOf([0, "handoff-opened"], [12, "policy-changed", loose]);
    expect(state?.firstResponse).toMatchObject({ reached: "breach", breachAt: opened + 10 * minute });
  });

  it("is noticed at whatever happens next, and the same one is read again only when it is said to have changed", () => {
    expect(outcomeOf([0, "handoff-opened"], [2, "person-took", strict]).state?.policyId).toBe("strict");
    const edited = slaPolicy("usual", { targets: { firstResponse: 90 } });
    const breachAt = (type: SlaEventType) =>
      outcomeOf([0, "handoff-opened"], [2, type, edited]).state?.firstResponse.breachAt;
    expect([breachAt("person-took"), breachAt("policy-changed")]).toEqual([opened + 10 * minute, opened + 90 * minute]);
  });

  it("that is gone promises nothing, and one that comes back counts from the same start", () => {
    const gone: readonly Step[] = [
      [0, "handoff-opened"],
      [2, "policy-changed", null],
    ];
    expect([nextSlaInstant(outcomeOf(...gone).state), outcomeOf(...gone, [99, "person-wrote", null]).marks]).toEqual([
      null,
      [],
    ]);
    expect(outcomeOf(...gone, [7, "policy-changed", usual]).state?.firstResponse.breachAt).toBe(opened + 10 * minute);
  });

  it("may come to apply to what began without any", () => {
    const { state } = outcomeOf([0, "handoff-opened", null], [3, "policy-changed", usual]);
    expect([state?.policyId, state?.firstResponse.breachAt]).toEqual(["usual", opened + 10 * minute]);
  });
});

it("a team's hours are all that counts: over the weekend nothing runs", () => {
  const hours = hoursIn("UTC", workdays("09:00-17:00"));
  const friday = Date.parse("2026-11-27T16:58Z");
  const { state } = applySla(null, { type: "handoff-opened", at: friday, policy: usual, hours });
  expect(new Date(nextSlaInstant(state) ?? 0).toISOString()).toBe("2026-11-30T09:03:00.000Z");
});

it("fit into 600 bytes, with the longest of everything", () => {
  const policy = slaPolicy("x".repeat(48), {
    targets: { firstResponse: 525_600, nextResponse: 525_600, resolution: 525_600 },
    warnAtPercent: 50,
  });
  const year = 400 * 86_400_000;
  const events: readonly SlaEventType[] = ["handoff-opened", "person-wrote", "customer-wrote", "instant-reached"];
  let state: SlaState | null = null;
  for (const [index, type] of events.entries()) {
    state = applySla(state, { type, at: opened + index * year * 0.6, policy, hours: null }).state;
    expect(JSON.stringify(state).length).toBeLessThanOrEqual(600);
  }
  expect(JSON.stringify(state)).toContain("warning");
  const promises = ["firstResponse", "nextResponse", "resolution"] as const;
  const moved = promises.reduce<SlaState | null>((each, promise) => each && movedBy(each, promise, "person"), state);
  expect(JSON.stringify(moved).length).toBeLessThanOrEqual(600);
});
