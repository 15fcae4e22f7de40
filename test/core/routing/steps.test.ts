import { describe, expect, test } from "vitest";
import { nextChangeAt } from "../../../src/core/routing/next-change.ts";
import type { Step } from "../../../src/core/routing/queue.ts";
import { biller, decided, enteredAt, found, searching } from "./searching.ts";

const plain = { priority: null, skipIf: null };
const steps: readonly Step[] = [
  { ...plain, afterSeconds: 30, teams: ["sellers"] },
  { ...plain, afterSeconds: 60, teams: ["leads"], priority: "high" },
];
const agents = [
  biller("biller", { presence: "busy" }),
  biller("seller", { teamIds: ["sellers"] }),
  biller("boss", { teamIds: ["leads"], role: "lead" }),
];

describe("steps", () => {
  test("add their teams to the queue's own, by the time since it entered the queue", () => {
    expect(found({ agents, queue: { steps }, afterSeconds: 29 })).toBe("nobody");
    expect(found({ agents, queue: { steps }, afterSeconds: 30 })).toBe("seller");
    const withoutSeller = agents.filter(({ id }) => id !== "seller");
    expect(found({ agents: withoutSeller, queue: { steps }, afterSeconds: 59 })).toBe("nobody");
    expect(found({ agents: withoutSeller, queue: { steps }, afterSeconds: 60 })).toBe("boss");
  });

  test("count their deadlines cumulatively, whatever happened since, and say which one found somebody", () => {
    const declined = { declinedBy: ["seller"] };
    expect(decided({ agents, queue: { steps }, afterSeconds: 31, handoff: declined }).step).toBe(1);
    expect(decided({ agents, queue: { steps }, afterSeconds: 61, handoff: declined })).toMatchObject({
      outcome: { type: "ask", agentIds: ["boss"] },
      step: 2,
    });
  });

  test("never take anybody out who could be asked before", () => {
    const ready = agents.map((agent) => (agent.id === "biller" ? biller("biller") : agent));
    for (const afterSeconds of [0, 30, 60]) {
      expect(found({ agents: ready, queue: { steps }, afterSeconds })).toBe("biller");
    }
  });

  test("keep asking those whom the steps before have added", () => {
    const onlySeller = agents.filter(({ id }) => id === "seller");
    expect(decided({ agents: onlySeller, queue: { steps }, afterSeconds: 60 })).toMatchObject({
      outcome: { type: "ask", agentIds: ["seller"] },
      step: 2,
    });
  });

  test("raise the priority to at least theirs, never lower it", () => {
    expect(decided({ agents, queue: { steps }, afterSeconds: 30 }).priority).toBeUndefined();
    expect(decided({ agents, queue: { steps }, afterSeconds: 60 }).priority).toBe("high");
    const urgent = { priority: "urgent" } as const;
    expect(decided({ agents, queue: { steps }, afterSeconds: 60, handoff: urgent }).priority).toBeUndefined();
  });

  test("are passed over when nobody they add can be asked: the next begins at once", () => {
    const [first, second] = steps;
    if (!first || !second) throw new Error("two steps");
    const skipping = { steps: [{ ...first, skipIf: "nobody-available" as const }, second] };
    const away = agents.map((agent) => (agent.id === "seller" ? { ...agent, presence: "away" as const } : agent));
    expect(found({ agents: away, queue: skipping, afterSeconds: 29 })).toBe("nobody");
    expect(decided({ agents: away, queue: skipping, afterSeconds: 30 })).toMatchObject({
      outcome: { type: "ask", agentIds: ["boss"] },
      step: 2,
      notes: [{ code: "step-passed-over", step: 1 }],
    });
    expect(found({ agents: away, queue: { steps }, afterSeconds: 30 })).toBe("nobody");
    // Looked at only when nobody can be asked at once.
    expect(found({ agents, queue: skipping, afterSeconds: 30 })).toBe("seller");
  });

  test("that are passed over one after the other lead to the last, and no further", () => {
    const skipping = steps.map((step) => ({ ...step, skipIf: "nobody-available" as const }));
    expect(decided({ agents: [], queue: { steps: skipping }, afterSeconds: 30 })).toMatchObject({
      outcome: { type: "nobody" },
      step: 2,
      notes: [{ code: "step-passed-over", step: 1 }],
    });
  });

  test("wake the search when they begin", () => {
    const { policy, handoff } = searching({ agents, queue: { steps } });
    expect(nextChangeAt(handoff, policy, enteredAt)).toBe(enteredAt + 30_000);
    expect(nextChangeAt(handoff, policy, enteredAt + 30_000)).toBe(enteredAt + 60_000);
    expect(nextChangeAt(handoff, policy, enteredAt + 60_000)).toBeNull();
  });
});
