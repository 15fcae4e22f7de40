import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applySla,
  type PromiseMark,
  type SlaEventType,
  type SlaInput,
  type SlaState,
} from "../../../src/core/sla/sla-state.ts";
import { arbitraryHours } from "../hours/arbitrary-hours.ts";
import { slaPolicy } from "./sla-policies.ts";

const minute = 60_000;
const start = Date.UTC(2026, 9, 24, 12);
const types: readonly SlaEventType[] = [
  ...(["handoff-opened", "customer-wrote", "person-wrote", "person-took", "handed-back"] as const),
  ...(["closed", "reopened", "policy-changed", "instant-reached"] as const),
];
const policies = [
  null,
  slaPolicy("usual"),
  slaPolicy("strict", { targets: { firstResponse: 2, nextResponse: 3, resolution: 30 }, warnAtPercent: 80 }),
  slaPolicy("partly", { targets: { firstResponse: null, resolution: 500 } }),
];

interface Step {
  readonly type: SlaEventType;
  readonly minutes: number;
  readonly policy: (typeof policies)[number];
}

const story: fc.Arbitrary<readonly Step[]> = fc
  .array(
    fc.record({
      type: fc.constantFrom(...types),
      minutes: fc.nat(400),
      // Seldom another one.
      policy: fc.oneof({ weight: 5, arbitrary: fc.constant(policies[1] ?? null) }, fc.constantFrom(...policies)),
    }),
    { maxLength: 15 },
  )
  .map((steps) => [{ type: "handoff-opened", minutes: 0, policy: policies[1] ?? null }, ...steps]);
const hours = fc.option(arbitraryHours(start), { nil: null });

function inputs(steps: readonly Step[], of: SlaInput["hours"]): readonly SlaInput[] {
  let at = start;
  return steps.map(({ type, minutes, policy }) => {
    at += minutes * minute;
    return { type, at, policy, hours: of };
  });
}

function played(events: readonly SlaInput[]): { state: SlaState | null; marks: readonly PromiseMark[] } {
  let state: SlaState | null = null;
  const marks: PromiseMark[] = [];
  for (const event of events) {
    const outcome = applySla(state, event);
    state = outcome.state;
    marks.push(...outcome.marks);
  }
  return { state, marks };
}

const reachedIn = (state: SlaState | null) =>
  state ? [state.firstResponse, state.nextResponse, state.resolution].map((clock) => clock?.reached) : [];

describe("the promises, whatever happens", () => {
  it("come to the same however often and whenever timers fire in between", () => {
    fc.assert(
      fc.property(story, hours, fc.array(fc.nat(400), { maxLength: 15 }), (steps, of, looks) => {
        const events = inputs(steps, of);
        const looked = events.flatMap((event, index) => {
          const next = events[index + 1];
          const at = event.at + (looks[index] ?? 0) * minute;
          return next && at <= next.at ? [event, { ...event, type: "instant-reached", at } as const] : [event];
        });
        const order = (marks: readonly PromiseMark[]) => marks.map((mark) => JSON.stringify(mark)).sort();
        const [once, often] = [played(events), played(looked)];
        expect(often.state).toEqual(once.state);
        expect(order(often.marks)).toEqual(order(once.marks));
      }),
      { numRuns: 300 },
    );
  });

  it("are marked at a time that has come, and each clock once for each", () => {
    fc.assert(
      fc.property(story, hours, (steps, of) => {
        let state: SlaState | null = null;
        for (const event of inputs(steps, of)) {
          const before = state;
          const outcome = applySla(state, event);
          state = outcome.state;
          expect(outcome.marks.every(({ at }) => at <= event.at && at >= start)).toBe(true);
          for (const { promise, type } of outcome.marks) {
            const reached = before?.[promise]?.reached ?? "none";
            expect(type === "warned" ? reached === "none" : reached !== "breach").toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("stay as they were decided when a machine's clock goes back", () => {
    const beginning: readonly SlaEventType[] = ["handoff-opened", "reopened", "customer-wrote"];
    const others = types.filter((type) => !beginning.includes(type));
    fc.assert(
      fc.property(story, hours, fc.constantFrom(...others), fc.nat(10_000), (steps, of, type, back) => {
        const events = inputs(steps, of);
        const { state } = played(events);
        const policy = events.at(-1)?.policy ?? null;
        const at = (events.at(-1)?.at ?? start) - back * minute;
        const outcome = applySla(state, { type, at, policy, hours: of });
        expect([reachedIn(outcome.state), outcome.marks]).toEqual([reachedIn(state), []]);
      }),
    );
  });

  it("fit into 600 bytes and come back from where they are stored", () => {
    fc.assert(
      fc.property(story, hours, (steps, of) => {
        const { state } = played(inputs(steps, of));
        const stored = JSON.stringify(state);
        expect(stored.length).toBeLessThanOrEqual(600);
        expect(JSON.parse(stored)).toEqual(state);
      }),
    );
  });
});
