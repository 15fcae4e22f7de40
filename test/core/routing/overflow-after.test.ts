import { describe, expect, test } from "vitest";
import type { OverflowAction, OverflowRule, Queue } from "../../../src/core/routing/queue.ts";
import { biller, daily, decided, enteredAt, found } from "./searching.ts";

const toSecond: OverflowAction = { type: "queue", id: "second" };
const away = [biller("robin", { presence: "away" })];

function overflowing(when: OverflowRule["when"], then: OverflowAction = toSecond): Partial<Queue> {
  return { overflow: { before: [], after: [{ when, then }] } };
}

const anHour = { type: "wait", overMinutes: 60 } as const;

describe("overflow while it waits", () => {
  test("comes when it has waited for so long, and only when nobody can be asked", () => {
    const queue = overflowing(anHour);
    expect(found({ agents: away, queue, afterSeconds: 3_599 })).toBe("nobody");
    expect(decided({ agents: away, queue, afterSeconds: 3_600 }).outcome).toEqual({
      type: "overflow",
      action: toSecond,
    });
    expect(found({ agents: [biller("robin")], queue, afterSeconds: 3_600 })).toBe("robin");
  });

  test("never leads back to a queue it was in, nor to one that is not there, nor on for ever", () => {
    const queue = overflowing(anHour);
    const been = (queues: readonly string[]) =>
      found({ agents: away, queue, afterSeconds: 9_999, handoff: { queues } });
    expect(been(["billing", "second"])).toBe("nobody");
    expect(been(["a", "b", "billing"])).toBe("overflow");
    expect(been(["a", "b", "c", "billing"])).toBe("nobody");
    expect(
      found({ agents: away, queue: overflowing(anHour, { type: "queue", id: "gone" }), afterSeconds: 9_999 }),
    ).toBe("nobody");
  });

  test.each([
    { type: "call-back", template: "call-back" },
    { type: "task", template: "internal-note" },
    { type: "bot" },
  ] as const)("$type happens once: not when the customer waits for later anyway", (action) => {
    const queue = overflowing(anHour, action);
    expect(found({ agents: away, queue, afterSeconds: 9_999, handoff: { waits: "here" } })).toBe("overflow");
    expect(found({ agents: away, queue, afterSeconds: 9_999, handoff: { waits: "later" } })).toBe("nobody");
  });

  test("offers no call twice", () => {
    const queue = overflowing(anHour, { type: "call-back", template: "call-back" });
    expect(found({ agents: away, queue, afterSeconds: 9_999, handoff: { offeredCall: "call-back" } })).toBe("nobody");
  });

  test.each([
    { type: "call-back", template: "call-back" },
    { type: "task", template: "internal-note" },
  ] as const)("promises nothing ($type) for a wait while they know that nobody is there", (action) => {
    const queue = { ...overflowing(anHour, action), hours: "late" };
    const hours = [daily("late", 14, 22)];
    const opening = enteredAt + 5 * 3_600_000;
    const night = { agents: away, queue, hours, handoff: { patienceFrom: opening } };
    expect(found({ ...night, afterSeconds: 2 * 3_600 })).toBe("nobody");
    expect(found({ ...night, afterSeconds: 5 * 3_600 })).toBe("nobody");
    expect(found({ ...night, afterSeconds: 6 * 3_600 })).toBe("overflow");
    const closing = { ...night, hours: [daily("late", 8, 10)], handoff: { patienceFrom: enteredAt } };
    expect(found({ ...closing, afterSeconds: 3_599 })).toBe("nobody");
    expect(found({ ...closing, afterSeconds: 3_600 })).toBe("nobody");
  });

  test("to a bot that helps already, or that there is not, changes nothing", () => {
    const queue = overflowing(anHour, { type: "bot" });
    expect(found({ agents: away, queue, afterSeconds: 9_999, input: { botCouldHelp: false } })).toBe("nobody");
  });

  test("a rule that changes nothing gives way to the next", () => {
    const rules = [
      { when: anHour, then: toSecond },
      { when: anHour, then: { type: "queue", id: "third" } as const },
    ];
    const queue = { overflow: { before: [], after: rules } };
    expect(
      decided({ agents: away, queue, afterSeconds: 9_999, handoff: { queues: ["billing", "second"] } }),
    ).toMatchObject({ outcome: { action: { id: "third" } } });
  });

  test("can ask whether it is closed, full, or nobody is on duty", () => {
    const closed = { ...overflowing({ type: "closed" }), hours: "late" };
    const hours = [daily("late", 14, 22)];
    expect(found({ agents: away, queue: closed, hours })).toBe("overflow");
    expect(found({ agents: away, queue: closed, hours, afterSeconds: 5 * 3_600 })).toBe("nobody");

    const full = { ...overflowing({ type: "full" }), limit: 2 };
    expect(found({ agents: away, queue: full, input: { waiting: 2 } })).toBe("nobody");
    expect(found({ agents: away, queue: full, input: { waiting: 3 } })).toBe("overflow");

    const empty = overflowing({ type: "nobody-on-duty" });
    expect(found({ agents: away, queue: empty })).toBe("overflow");
    expect(found({ agents: [biller("robin", { presence: "busy" })], queue: empty })).toBe("nobody");
    const elsewhere = biller("seller", { teamIds: ["sellers"], presence: "busy" });
    expect(found({ agents: [...away, elsewhere], queue: empty })).toBe("overflow");
  });
});
