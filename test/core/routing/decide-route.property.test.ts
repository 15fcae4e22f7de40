import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newCourse } from "../../../src/core/conversation/course.ts";
import { hoursStateAt } from "../../../src/core/hours/hours-state.ts";
import { absenceAt } from "../../../src/core/people/absence.ts";
import { type Agent, hasRoom, newAgent } from "../../../src/core/people/agent.ts";
import { decideRoute, type RouteInput } from "../../../src/core/routing/decide-route.ts";
import { idsIn } from "../../../src/core/routing/explain.ts";
import type { Queue } from "../../../src/core/routing/queue.ts";
import { biller, daily, enteredAt, searching } from "./searching.ts";

const teams = ["billers", "sellers", "leads"];
const shifts = [daily("early", 6, 14), daily("late", 14, 22)];
const ids = ["a", "b", "c", "d", "e", "f", "g"];

/** People who can be asked are what the search is about: most of them are there. */
function mostly<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  const rare = fc.constantFrom(usual, ...others);
  return fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rare });
}

const held = fc.record({
  as: fc.constantFrom("offered" as const, "open" as const, "idle" as const),
  units: fc.integer({ min: 1, max: 3 }),
  channelKind: fc.constantFrom("web", "email"),
  at: fc.constant(0),
});

const agent = fc.record({
  role: fc.constantFrom("agent" as const, "agent" as const, "lead" as const, "admin" as const),
  presence: mostly("available" as const, "busy" as const, "away" as const, "offline" as const),
  capacity: fc.integer({ min: 0, max: 8 }),
  channelLimits: fc.constantFrom<Record<string, number>>({}, { web: 1 }, { web: 2, email: 1 }),
  holds: fc.dictionary(fc.constantFrom("con_7", "con_8", "con_9"), held, { noNullPrototype: true }),
  skills: fc.constantFrom<Record<string, number>>({}, { refunds: 2 }, { refunds: 5 }),
  languages: fc.subarray(["en", "de-AT", "fr"]),
  teamIds: fc.subarray(teams),
  shift: fc.constantFrom(null, "early", "late"),
  absences: mostly([], [{ id: "x", from: 0, to: null, reason: null, substituteId: "b" }]),
  lastAssignedAt: fc.integer({ min: 0, max: 9 }),
  isTest: mostly(false, true),
  leftAt: mostly(null, 1),
});

const agents = fc
  .array(agent, { maxLength: ids.length })
  .map((all) => all.map((given, index) => newAgent({ id: ids[index] ?? "z", name: "", ...given })));

const plain = fc.constantFrom(
  "longest-idle" as const,
  "least-loaded" as const,
  "round-robin" as const,
  "random" as const,
);
const seconds = fc.constantFrom(10, 20, 30, 40);
const relaxed = fc.option(seconds);

const step = fc.record({
  afterSeconds: seconds,
  teams: fc.subarray(teams),
  priority: fc.constantFrom(null, "high" as const, "urgent" as const),
  skipIf: fc.constantFrom(null, "nobody-available" as const),
});

const queue: fc.Arbitrary<Partial<Queue>> = fc.record({
  mode: fc.constantFrom("push" as const, "push" as const, "push" as const, "pull" as const),
  overnight: fc.constantFrom("give" as const, "ring" as const, "pull" as const),
  unhurried: fc.constantFrom("pull" as const, "give" as const, "ring" as const),
  strategy: fc.oneof(
    fc.record({ type: plain }),
    fc.record({ type: fc.constant("broadcast" as const), most: fc.integer({ min: 2, max: 4 }) }),
    fc.record({
      type: fc.constant("external" as const),
      url: fc.constant("https://router.example"),
      timeoutSeconds: fc.constant(1),
      fallback: plain,
    }),
  ),
  lastAgentHours: fc.constantFrom(null, 1),
  skills: fc.array(
    fc.record({ skill: fc.constant("refunds"), level: fc.integer({ min: 1, max: 5 }), relaxAfterSeconds: relaxed }),
    { maxLength: 1 },
  ),
  language: fc.record({
    need: fc.constantFrom("ignored" as const, "preferred" as const, "required" as const),
    relaxAfterSeconds: relaxed,
  }),
  steps: fc.array(step, { maxLength: 3 }),
  autoAccepts: fc.boolean(),
  offDuty: fc.constantFrom("never" as const, "urgent" as const, "always" as const),
});

const who = fc.constantFrom(null, ...ids, "nobody-knows-them");

const input: fc.Arbitrary<RouteInput> = fc
  .record({
    agents,
    queue,
    ringsAtOnce: fc.integer({ min: 1, max: 3 }),
    afterSeconds: fc.integer({ min: 0, max: 60 }),
    declinedBy: fc.subarray(ids, { maxLength: 2 }),
    preferredAgentId: who,
    lastAgentId: who,
    engaged: fc.subarray(ids),
    lastAskedId: who,
    named: who,
    destination: fc.constantFrom("queue" as const, "queue" as const, "team" as const, "agent" as const),
    exhausted: fc.constantFrom(false, false, true),
    openedIn: fc.constantFrom("open" as const, "open" as const, "closed" as const),
    priority: fc.constantFrom("low" as const, "normal" as const, "urgent" as const),
    isTest: mostly(false, true),
    locale: fc.constantFrom(null, "en", "de"),
    load: fc.record({ units: fc.integer({ min: 1, max: 3 }), channelKind: fc.constantFrom("web", "email") }),
  })
  .map((given) => {
    const { lastAgentId, named, isTest, locale } = given;
    return searching({
      agents: given.agents,
      queue: given.queue,
      hours: shifts,
      people: { ringsAtOnce: given.ringsAtOnce },
      afterSeconds: given.afterSeconds,
      handoff: {
        declinedBy: given.declinedBy,
        preferredAgentId: given.preferredAgentId,
        priority: given.priority,
        course: newCourse(given.openedIn),
        exhaustedAt: given.exhausted ? enteredAt : null,
        destination:
          given.destination === "queue"
            ? { type: "queue", id: "billing", teamIds: ["billers"] }
            : given.destination === "team"
              ? { type: "team", id: "sellers", teamIds: ["sellers"] }
              : { type: "agent", id: named ?? "a", teamIds: [] },
      },
      input: {
        conversation: { id: "con_1", isTest, locale },
        load: given.load,
        engaged: given.engaged,
        lastAskedId: given.lastAskedId,
        lastAgent: lastAgentId === null ? null : { agentId: lastAgentId, at: enteredAt },
        external: named === null ? null : { status: "named", agentId: named },
      },
    });
  });

const chosenOf = (of: RouteInput): readonly Agent[] => {
  const chosen = idsIn(decideRoute(of).outcome);
  return of.agents.filter(({ id }) => chosen.includes(id));
};

/** Of the things that may never be overlooked, written down a second time. */
function mayBeAsked(candidate: Agent, of: RouteInput): boolean {
  const { handoff, conversation, load } = of;
  return (
    candidate.presence === "available" &&
    candidate.leftAt === null &&
    candidate.isTest === conversation.isTest &&
    !handoff.declinedBy.includes(candidate.id) &&
    hasRoom(candidate, load)
  );
}

/** In ms. */
const later = fc.integer({ min: 1, max: 60 }).map((more) => more * 1_000);
const runs = { numRuns: 2_000 };

describe("whatever the people, the queue and the time", () => {
  test("nobody gets more than they have room for, and nobody who declined, left or is away is asked (I6, I7)", () => {
    fc.assert(
      fc.property(input, (of) => {
        for (const chosen of chosenOf(of)) expect(mayBeAsked(chosen, of)).toBe(true);
      }),
      runs,
    );
  });

  test("nobody is rung for more often at once than the settings say", () => {
    fc.assert(
      fc.property(input, (of) => {
        const { outcome } = decideRoute(of);
        if (outcome.type !== "ask") return;
        const { ringsAtOnce } = of.policy.settings.people;
        for (const { holds } of chosenOf(of)) {
          expect(Object.values(holds).filter(({ as }) => as === "offered").length).toBeLessThan(ringsAtOnce);
        }
      }),
      runs,
    );
  });

  test("nobody off duty is asked where the queue does not say so", () => {
    fc.assert(
      fc.property(input, (of) => {
        const { outcome } = decideRoute(of);
        const { id, type } = of.handoff.destination;
        const offDuty = type === "queue" ? of.policy.settings.queues[id]?.offDuty : "never";
        if (outcome.type === "nobody" || offDuty !== "never") return;
        for (const { shift, absences } of chosenOf(of)) {
          expect(absenceAt(absences, of.at)).toBeNull();
          const hours = of.policy.settings.hours[shift ?? "always"];
          expect(hours && hoursStateAt(hours, of.at)).toBe("open");
        }
      }),
      runs,
    );
  });

  test("the same input gives the same decision, in whatever order people are listed", () => {
    fc.assert(
      fc.property(input, (of) => {
        const { outcome, by } = decideRoute(of);
        expect(decideRoute(of)).toEqual(decideRoute({ ...of }));
        const turned = decideRoute({ ...of, agents: of.agents.toReversed() });
        expect({ outcome: turned.outcome, by: turned.by }).toEqual({ outcome, by });
      }),
      runs,
    );
  });

  test("somebody is found whenever a candidate is left without a reason against them", () => {
    fc.assert(
      fc.property(input, (of) => {
        const { outcome, by, candidates } = decideRoute(of);
        const isOpen = candidates.some(({ excluded }) => excluded === null);
        if (by === "pull") expect(outcome.type).toBe("nobody");
        else expect(outcome.type === "ask" || outcome.type === "give").toBe(isOpen);
      }),
      runs,
    );
  });

  test("waiting longer never takes a candidate away", () => {
    fc.assert(
      fc.property(input, later, (of, more) => {
        // What somebody had is given back for some hours only, and then they are no candidate by that.
        const plain = { ...of, lastAgent: null, engaged: [] };
        expect(open({ ...plain, at: of.at + more })).toEqual(expect.arrayContaining([...open(plain)]));
      }),
      runs,
    );
  });

  test("neither does a step that begins", () => {
    const ready = fc.array(fc.subarray(teams), { minLength: 1, maxLength: 5 }).map((all) => {
      return all.map((teamIds, index) => biller(ids[index] ?? "z", { teamIds }));
    });
    const steps = fc.array(step, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(ready, steps, fc.integer({ min: 0, max: 40 }), later, (agents, steps, afterSeconds, more) => {
        const of = searching({ agents, queue: { steps }, afterSeconds });
        expect(open({ ...of, at: of.at + more })).toEqual(expect.arrayContaining([...open(of)]));
      }),
      runs,
    );
  });
});

function open(of: RouteInput): readonly string[] {
  const { candidates } = decideRoute(of);
  return candidates.flatMap(({ agentId, excluded }) => (excluded === null ? [agentId] : []));
}
