import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRooms, distribute, type ToDistribute } from "../../../src/core/casehandoff/distribute.ts";
import { type Agent, newAgent } from "../../../src/core/people/agent.ts";

const somebody = (id: string, capacity: number, differing: Partial<Agent> = {}): Agent =>
  newAgent({ id, name: id, capacity, ...differing });

const things = (count: number, units = 1): readonly ToDistribute[] =>
  Array.from({ length: count }, (_, index) => ({ reference: `c${index}`, units, channelKind: "web" }));

function give(
  items: readonly ToDistribute[],
  people: readonly Agent[],
  strategy: "random" | "least-loaded",
  seed = "job",
) {
  return distribute(items, people, { strategy, seed, rooms: createRooms() });
}

const anybody = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 });
const anyStrategy = fc.constantFrom("random" as const, "least-loaded" as const);

describe("sharing out", () => {
  it("gives nobody more than they can take, and something to nobody only when all are full", () => {
    fc.assert(
      fc.property(
        anybody,
        fc.integer({ min: 0, max: 40 }),
        anyStrategy,
        fc.string(),
        (capacities, count, strategy, seed) => {
          const people = capacities.map((capacity, index) => somebody(`p${index}`, capacity));
          const taken = give(things(count), people, strategy, seed);
          for (const { id, capacity } of people) {
            expect(taken.filter((taker) => taker === id).length).toBeLessThanOrEqual(capacity);
          }
          const room = capacities.reduce((sum, capacity) => sum + capacity, 0);
          expect(taken.filter((taker) => taker === null)).toHaveLength(Math.max(0, count - room));
        },
      ),
    );
  });

  it("is the same for the same seed, in whatever order people come", () => {
    fc.assert(
      fc.property(anybody, anyStrategy, fc.string(), (capacities, strategy, seed) => {
        const people = capacities.map((capacity, index) => somebody(`p${index}`, capacity));
        const once = give(things(20), people, strategy, seed);
        expect(give(things(20), people.toReversed(), strategy, seed)).toEqual(once);
      }),
    );
  });

  it("at random is another one for another job, and nobody is forgotten", () => {
    const people = ["a", "b", "c", "d"].map((id) => somebody(id, 1_000));
    const one = give(things(400), people, "random", "cho_1");
    expect(give(things(400), people, "random", "cho_2")).not.toEqual(one);
    for (const { id } of people) {
      const count = one.filter((taker) => taker === id).length;
      expect(count).toBeGreaterThan(60);
      expect(count).toBeLessThan(140);
    }
  });

  it("counts what people hold already, and the limits of a kind of channel", () => {
    const held = { as: "open", units: 1, channelKind: "web", at: 0 } as const;
    const busy = somebody("busy", 4, { holds: { x: held, y: { ...held, as: "idle" } } });
    const limited = somebody("limited", 9, { channelLimits: { web: 2 } });
    const taken = give(things(9), [busy, limited], "least-loaded");
    expect(taken.filter((taker) => taker === "busy")).toHaveLength(3);
    expect(taken.filter((taker) => taker === "limited")).toHaveLength(2);
  });

  it("spreads what takes no room as evenly as everything else", () => {
    const people = ["a", "b", "c"].map((id) => somebody(id, 1));
    const taken = give(things(9, 0), people, "least-loaded");
    for (const { id } of people) expect(taken.filter((taker) => taker === id)).toHaveLength(3);
  });
});
