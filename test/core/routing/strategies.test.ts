import { describe, expect, test } from "vitest";
import { decideRoute, questionFor } from "../../../src/core/routing/decide-route.ts";
import type { ExternalAnswer } from "../../../src/core/routing/external.ts";
import type { PlainStrategy, Strategy } from "../../../src/core/routing/queue.ts";
import { biller, decided, found, holding, searching } from "./searching.ts";

const agents = [
  biller("anne", { lastAssignedAt: 3, capacity: 10, ...holding(["open"], ["open"]) }),
  biller("ben", { lastAssignedAt: 2, capacity: 2, ...holding(["open"]) }),
  biller("cleo", { lastAssignedAt: 1, capacity: 4, ...holding(["open"], ["open"]) }),
];
const by = (type: PlainStrategy) => ({ strategy: { type } });

describe("longest idle", () => {
  test("asks whoever was given something longest ago; of equals, always the same", () => {
    expect(found({ agents, queue: by("longest-idle") })).toBe("cleo");
    expect(found({ agents: [biller("b"), biller("a")], queue: by("longest-idle") })).toBe("a");
  });
});

describe("least loaded", () => {
  test("asks whoever has the smallest part of their capacity in use", () => {
    expect(found({ agents, queue: by("least-loaded") })).toBe("anne");
  });

  test("of equals asks who has been idle longest; what is idle weighs nothing", () => {
    const equal = [
      biller("first", { capacity: 4, lastAssignedAt: 5, ...holding(["open", 2]) }),
      biller("second", { capacity: 2, lastAssignedAt: 4, ...holding(["open"]) }),
      biller("third", { capacity: 2, lastAssignedAt: 6, ...holding(["idle"]) }),
    ];
    expect(found({ agents: equal, queue: by("least-loaded") })).toBe("third");
    expect(found({ agents: equal.slice(0, 2), queue: by("least-loaded") })).toBe("second");
  });
});

describe("round robin", () => {
  const nextAfter = (lastAskedId: string | null) => found({ agents, queue: by("round-robin"), input: { lastAskedId } });

  test("goes around by id, from whom this queue asked last", () => {
    expect([nextAfter(null), nextAfter("anne"), nextAfter("ben"), nextAfter("cleo")]).toEqual([
      "anne",
      "ben",
      "cleo",
      "anne",
    ]);
  });

  test("goes on where somebody left", () => {
    expect(nextAfter("bea")).toBe("ben");
  });
});

describe("random", () => {
  const attempt = (asked: number) =>
    found({ agents, queue: by("random"), handoff: { course: { asked } as never, id: "con_1.h1" } });

  test("draws the same again for the same attempt, and another time for another", () => {
    const drawn = Array.from({ length: 40 }, (_, asked) => attempt(asked));
    expect(Array.from({ length: 40 }, (_, asked) => attempt(asked))).toEqual(drawn);
    expect(new Set(drawn)).toEqual(new Set(["anne", "ben", "cleo"]));
  });

  test("is fair over many handoffs", () => {
    const times: Record<string, number> = {};
    for (let number = 0; number < 3_000; number++) {
      const who = found({ agents, queue: by("random"), handoff: { id: `con_${number}.h1` } });
      times[who] = (times[who] ?? 0) + 1;
    }
    for (const count of Object.values(times)) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });
});

describe("broadcast", () => {
  test("asks several at once, those who have been idle longest", () => {
    expect(found({ agents, queue: { strategy: { type: "broadcast", most: 2 } } })).toBe("cleo ben");
  });

  test("asks those who write the language first", () => {
    const french = biller("dora", { languages: ["fr"], lastAssignedAt: 9 });
    const input = { conversation: { id: "con_1", isTest: false, locale: "fr" } };
    expect(found({ agents: [...agents, french], queue: { strategy: { type: "broadcast", most: 2 } }, input })).toBe(
      "dora cleo",
    );
  });
});

describe("external", () => {
  const strategy: Strategy = {
    type: "external",
    url: "https://router.example/choose",
    timeoutSeconds: 2,
    fallback: "least-loaded",
  };
  const queue = { strategy };
  const answered = (external: ExternalAnswer | null) => decided({ agents, queue, input: { external } });

  test("asks whom the service named", () => {
    const external = { status: "named", agentId: "ben" } as const;
    expect(answered(external)).toMatchObject({
      outcome: { type: "ask", agentIds: ["ben"] },
      by: "external",
      notes: [{ code: "external", answer: external }],
    });
  });

  test.each<[ExternalAnswer | null, string]>([
    [{ status: "failed", because: "timed-out" }, "least-loaded after external timed out"],
    [{ status: "failed", because: "failed" }, "least-loaded after external failed"],
    [{ status: "failed", because: "refused" }, "least-loaded after external refused"],
    [{ status: "failed", because: "malformed" }, "least-loaded after external malformed"],
    [{ status: "failed", because: "resting" }, "least-loaded after external resting"],
    [{ status: "failed", because: "not-set-up" }, "least-loaded after external is not set up"],
    [{ status: "named-nobody" }, "least-loaded after external named nobody"],
    [{ status: "named", agentId: "robin" }, "least-loaded after external named somebody who cannot take it"],
    [null, "least-loaded after external was not asked"],
  ])("after %o the fallback chooses at once, and it says why", (external, because) => {
    expect(answered(external)).toMatchObject({ outcome: { type: "ask", agentIds: ["anne"] }, by: because });
  });

  test("is told ids and codes, those first whom the fallback would ask first", () => {
    expect(questionFor(searching({ agents, queue }))).toEqual({
      url: "https://router.example/choose",
      question: expect.objectContaining({
        conversationId: "con_1",
        queueId: "billing",
        priority: "normal",
        agents: [
          { id: "anne", openUnits: 2, capacity: 10 },
          { id: "cleo", openUnits: 2, capacity: 4 },
          { id: "ben", openUnits: 1, capacity: 2 },
        ],
      }),
    });
  });

  test.each([
    ["another strategy", searching({ agents })],
    ["nobody who could take it", searching({ agents: [], queue })],
    ["somebody whose it is already", searching({ agents, queue, handoff: { preferredAgentId: "anne" } })],
    ["a pull queue", searching({ agents, queue: { ...queue, mode: "pull" } })],
  ])("is not asked with %s", (_why, input) => {
    expect(questionFor(input)).toBeNull();
    expect(decideRoute(input).by).not.toBe("external");
  });
});
