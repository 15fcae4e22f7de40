import { describe, expect, test } from "vitest";
import type { Handoff } from "../../../src/core/conversation/state.ts";
import { readConversation } from "../../../src/core/conversation/upgrade.ts";
import type { Agent } from "../../../src/core/people/agent.ts";
import type { Queue } from "../../../src/core/routing/queue.ts";
import { compilePolicy } from "../../../src/core/settings/policy.ts";
import { noSwitches } from "../../../src/core/settings/settings.ts";
import { createMayFind } from "../../../src/engine/routing/may-find.ts";
import { holding } from "../../core/routing/searching.ts";
import { testClock } from "../../support/clock.ts";
import { person } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { ask, comeOnDuty, floorSettings, lastDecision, onlyWaiting, openFloor, served } from "./floor.ts";
import { putWaiting } from "./put-waiting.ts";

const minute = 60_000;

/** One who waits in the chat queue was looked at just now, and nobody has room. */
async function scene(chat: Partial<Queue> = {}, change: Partial<Handoff> = {}) {
  const clock = testClock();
  const { store } = memoryStore();
  const destination = { type: "queue", id: "chat", teamIds: [] } as const;
  const at = { enteredQueueAt: clock.now(), exhaustedAt: null, priority: "normal" } as const;
  await putWaiting(store, "con_1", { destination, ...at, ...change });
  const [stored] = await store.load([{ kind: "conversation", id: "con_1" }]);
  const conversation = readConversation(stored?.body);
  if (conversation.control.phase !== "queue") throw new Error("it waits");
  const waiting = { conversation, handoff: conversation.control.handoff };
  let policy = compilePolicy(1, floorSettings({ chat }), noSwitches);
  let people: readonly Agent[] = [
    person("full", { capacity: 1, ...holding(["open"]) }),
    person("gone", { presence: "away" }),
  ];
  const mayFind = createMayFind(
    { clock, channels: new Map() },
    { roster: { read: async () => people }, policies: { for: async () => policy } },
  );
  await mayFind.looked(waiting);
  return {
    clock,
    may: () => mayFind(waiting),
    become: (all: readonly Agent[]) => {
      people = all;
    },
    publish: () => {
      policy = compilePolicy(2, floorSettings({ chat }), noSwitches);
    },
  };
}

describe("a look because time has passed", () => {
  test("is left out while nobody has room, for five minutes at most", async () => {
    const { clock, may } = await scene();
    clock.advance(minute);
    expect(await may()).toBe(false);
    clock.advance(4 * minute - 1);
    expect(await may()).toBe(false);
    clock.advance(1);
    expect(await may()).toBe(true);
  });

  test.each([
    ["somebody has room", person("free"), true],
    ["somebody is there who has room for nothing", person("full", { capacity: 0 }), false],
    ["somebody would have room, and is busy", person("busy", { presence: "busy" }), false],
    ["somebody has left", person("left", { leftAt: 1 }), false],
    ["somebody of a test has room", person("demo", { isTest: true }), false],
  ])("while %s", async (_who, agent, expected) => {
    const { clock, may, become } = await scene();
    clock.advance(minute);
    expect(await may()).toBe(false);
    become([agent]);
    expect(await may()).toBe(expected);
  });

  test.each([
    ["a step begins", { steps: [{ afterSeconds: 60, teams: [], priority: "high" as const, skipIf: null }] }],
    ["a need is dropped", { skills: [{ skill: "refunds", level: 1, relaxAfterSeconds: 60 }] }],
    ["the wait is too long", overflowing({ type: "wait", overMinutes: 1 })],
  ])("is made when %s", async (_what, chat) => {
    const { clock, may } = await scene(chat);
    clock.advance(minute - 1);
    expect(await may()).toBe(false);
    clock.advance(1);
    expect(await may()).toBe(true);
  });

  test.each(["closed", "full", "nobody-on-duty"] as const)("is made where it may go elsewhere: %s", async (type) => {
    const { clock, may } = await scene(overflowing({ type }));
    clock.advance(1);
    expect(await may()).toBe(true);
  });

  test("is made for what is urgent, with new settings, and by a clock that was set back", async () => {
    expect(await (await scene({}, { priority: "urgent" })).may()).toBe(true);
    const published = await scene();
    published.publish();
    expect(await published.may()).toBe(true);
    const back = await scene();
    back.clock.advance(-1);
    expect(await back.may()).toBe(true);
  });

  test("is made once it is everybody's", async () => {
    const { may } = await scene({}, { exhaustedAt: Date.UTC(2026, 10, 21, 9) });
    expect(await may()).toBe(true);
  });
});

function overflowing(when: Queue["overflow"]["after"][number]["when"]): Partial<Queue> {
  return { overflow: { before: [], after: [{ when, then: { type: "queue", id: "e-mail" } }] } };
}

describe("a customer who waits while nobody is there", () => {
  test("is looked at a few times, not with every wake-up", async () => {
    const floor = openFloor();
    await floor.engine.agents.add(person("anne", { presence: "away" }));
    await ask(floor, "ada");
    const { id } = await onlyWaiting(floor);
    await floor.pass(9 * minute);
    expect((await lastDecision(floor, id)).attempts).toBe(2);
  });

  test("is found a person within a minute, also if nobody told that they came", async () => {
    const floor = openFloor();
    await floor.engine.agents.add(person("anne", { presence: "away" }));
    await ask(floor, "ada");
    await floor.pass(3 * minute);
    await comeOnDuty(floor, "anne");
    expect(await served(floor)).toEqual({});
    await floor.pass(minute);
    expect(await served(floor)).toEqual({ ada: "anne" });
  });

  test("and is in danger has whoever is on call called as soon as the last one goes", async () => {
    const floor = openFloor({ people: { onCall: "boss" } });
    await floor.engine.agents.add(person("boss", { presence: "away", role: "lead" }));
    await floor.engine.agents.add(person("anne", { presence: "busy" }));
    await floor.write("ada", "I will kill myself");
    await floor.pass(2 * minute);
    const told = async () => {
      const page = await floor.engine.notifications.inbox.list("boss", { limit: 20, cursor: null, onlyUnread: false });
      return page.items.filter((item) => item.told.kind === "nobody-on-duty").length;
    };
    expect(await told()).toBe(0);
    await floor.engine.agents.change("anne", { presence: "away" });
    await floor.pass(minute + 1);
    expect(await told()).toBe(1);
  });
});
