import { describe, expect, test } from "vitest";
import { newCourse } from "../../../src/core/conversation/course.ts";
import { conversationViews, indexEntries } from "../../../src/core/conversation/index-entries.ts";
import type { Conversation } from "../../../src/core/conversation/state.ts";
import { readConversation } from "../../../src/core/conversation/upgrade.ts";
import { rankOf } from "../../../src/core/routing/rank.ts";
import asked from "../../fixtures/snapshots/v3-queue-broadcast.json" with { type: "json" };

const at = Date.UTC(2026, 10, 21, 9);
const course = newCourse("open");
const returned = { ...course, returned: 1 };
const inTurn = { priority: "normal", enteredQueueAt: at, openedAt: at, course } as const;

describe("who is served next", () => {
  test("has the higher priority, however long others have waited", () => {
    const years = 40 * 365 * 86_400_000;
    const priorities = ["urgent", "high", "normal", "low"] as const;
    const ranks = priorities.map((priority, index) =>
      rankOf({ ...inTurn, priority, enteredQueueAt: at - index * years }),
    );
    expect(ranks.toSorted((one, other) => one - other)).toEqual(ranks);
    expect(ranks.every(Number.isSafeInteger)).toBe(true);
  });

  test("of one priority came to the queue first", () => {
    expect(rankOf({ ...inTurn, enteredQueueAt: at - 1 })).toBeLessThan(rankOf(inTurn));
  });

  test("counts from the beginning what came back from a person, and from the entry what came from another queue", () => {
    const earlier = { ...inTurn, openedAt: at - 5_000 };
    expect(rankOf({ ...earlier, course: returned })).toBeLessThan(rankOf({ ...inTurn, enteredQueueAt: at - 4_000 }));
    expect(rankOf(earlier)).toBe(rankOf(inTurn));
  });
});

describe("the lists of those who wait", () => {
  const ringing = readConversation(asked);
  if (ringing.control.phase !== "queue") throw new Error("the snapshot waits");
  const { handoff } = ringing.control;

  function waiting(change: Partial<typeof handoff>, of: Partial<Conversation> = {}): Conversation {
    const control = { phase: "queue", since: at, assist: null, handoff: { ...handoff, ask: null, ...change } } as const;
    return { ...ringing, ...of, control };
  }
  const views = (conversation: Conversation) => indexEntries(conversation).map(({ view }) => view);

  test("hold somebody who is being asked for only where they keep their place", () => {
    const both = [conversationViews.waiting, conversationViews.unasked];
    expect(views(waiting({}))).toEqual(expect.arrayContaining(both));
    expect(views(ringing)).toContain(conversationViews.waiting);
    expect(views(ringing).filter((view) => view.startsWith("conversations-unasked"))).toEqual([]);
  });

  test("have one for each order of a queue", () => {
    const entries = indexEntries(
      waiting({ destination: { type: "queue", id: "chat", teamIds: [] } }, { lastCustomerAt: 7 }),
    );
    expect(entries).toEqual(
      expect.arrayContaining([
        { view: conversationViews.unaskedByAge, key: "chat", sort: handoff.enteredQueueAt },
        { view: conversationViews.unaskedByWindow, key: `chat ${ringing.route.channelId}`, sort: 7 },
      ]),
    );
  });

  test("name whom it is meant for, and what is everybody's", () => {
    const destination = { type: "agent", id: "robin", teamIds: [] } as const;
    const named = indexEntries(waiting({ destination, preferredAgentId: "kim", exhaustedAt: at }));
    const keys = Object.fromEntries(named.map(({ view, key }) => [view, key]));
    expect(keys).toMatchObject({
      [conversationViews.unaskedFor]: "kim",
      [conversationViews.unaskedNamed]: "all",
      [conversationViews.unaskedExhausted]: "all",
    });
  });

  test("keep tests apart from everybody real", () => {
    expect(views(waiting({}, { isTest: true }))).toEqual([conversationViews.byPhase, conversationViews.unaskedTests]);
  });
});
