import { describe, expect, test } from "vitest";
import { mostHops, type OverflowAction, type OverflowRule, type Queue } from "../../src/core/routing/queue.ts";
import { daily } from "../core/routing/searching.ts";
import {
  ask,
  type Floor,
  floorSettings,
  lastDecision,
  openFloor,
  served,
  type Waits,
  waiting,
} from "../engine/routing/floor.ts";
import { person } from "../support/engine.ts";

const minute = 60_000;
type When = OverflowRule["when"];
type Place = "before" | "after";

const toSecond: OverflowAction = { type: "queue", id: "second" };
const nobodyThere: When = { type: "nobody-on-duty" };

/** The chat queue with one rule, before or after it is queued; Ben, of other people, answers the second queue. */
async function office(place: Place, when: When, then: OverflowAction, chat: Partial<Queue> = {}): Promise<Floor> {
  const overflow = { before: [], after: [], [place]: [{ when, then }] };
  const floor = openFloor({
    chat: { overflow, ...chat },
    queues: [{ id: "second", teams: ["others"] }],
    more: { hours: { ...floorSettings().hours, nights: daily("nights", 22, 23) } },
  });
  await floor.engine.agents.add(person("ben", { teamIds: ["others"] }));
  await floor.engine.settleAll();
  return floor;
}

async function waitsAs(floor: Floor, name: string): Promise<Waits> {
  for (const one of await waiting(floor)) {
    const customer = await floor.store.load([{ kind: "customer", id: one.conversation.customerId }]);
    if (JSON.stringify(customer).includes(`"${name}"`)) return one;
  }
  throw new Error(`${name} does not wait`);
}

const told = ({ channel }: Floor, name: string) =>
  channel.sent.filter(({ address }) => address === name).map(({ text }) => text);

describe.each(["before", "after"] as const)("%s it is queued, a conversation goes to another queue", (place) => {
  test("because this one is closed", async () => {
    const floor = await office(place, { type: "closed" }, toSecond, { hours: "nights" });
    await ask(floor, "ada");
    expect(await served(floor)).toEqual({ ada: "ben" });
  });

  test("because too many wait in it", async () => {
    const floor = await office(place, { type: "full" }, toSecond, { limit: 1 });
    await ask(floor, "ada");
    expect(await served(floor)).toEqual({});
    await floor.pass(3_000);
    await ask(floor, "bob");
    expect(await served(floor)).toEqual({ bob: "ben" });
  });

  test("because nobody of its people is on duty", async () => {
    const floor = await office(place, nobodyThere, toSecond);
    await floor.engine.agents.add(person("anne", { teamIds: ["support"], presence: "offline" }));
    await ask(floor, "ada");
    expect(await served(floor)).toEqual({ ada: "ben" });
  });

  test("and stays where somebody is there", async () => {
    const floor = await office(place, nobodyThere, toSecond);
    await floor.engine.agents.add(person("anne", { teamIds: ["support"] }));
    await floor.pass(3_000);
    await ask(floor, "ada");
    expect(await served(floor)).toEqual({ ada: "anne" });
  });
});

describe("a wait that is too long", () => {
  test("before it is queued is what the last ones have waited", async () => {
    const floor = await office("before", { type: "wait", overMinutes: 5 }, toSecond);
    await floor.engine.agents.add(person("anne", { capacity: 50, presence: "away" }));
    for (let number = 0; number < 20; number++) {
      await ask(floor, `customer-${number}`);
      await floor.pass(6 * minute);
      const [one] = await waiting(floor);
      await floor.engine.command(one?.id ?? "", { type: "conversation-claimed", agentId: "anne" }, null);
    }
    await floor.pass(2 * minute);
    await ask(floor, "ada");
    expect((await served(floor)).ada).toBe("ben");
  });

  test("after it is queued is what this one has waited", async () => {
    const floor = await office("after", { type: "wait", overMinutes: 5 }, toSecond);
    await ask(floor, "ada");
    await floor.pass(5 * minute - 100);
    expect(await served(floor)).toEqual({});
    await floor.pass(200);
    expect(await served(floor)).toEqual({ ada: "ben" });
  });
});

describe.each(["before", "after"] as const)("instead of waiting for nobody, %s it is queued, the customer", (place) => {
  test.each(["call-back", "task"] as const)(
    "is promised an answer later (%s), which is a task with a due time",
    async (type) => {
      const floor = await office(place, nobodyThere, { type, template: "call-back" });
      await ask(floor, "ada");
      const { id, handoff } = await waitsAs(floor, "ada");
      expect(handoff.waits).toBe("later");
      expect(told(floor, "ada").filter((text) => text?.includes("we'll call you back"))).toHaveLength(1);
      const filter = { conversationId: id, status: null };
      const { items } = await floor.engine.tasks.list(filter, { limit: 10, cursor: null });
      expect(items).toMatchObject([{ title: "Call the customer back", cause: "call-back-promised" }]);
      expect(items[0]?.dueAt).toBeGreaterThan(floor.clock.now());
      // It happens once, however long they wait.
      await floor.pass(5 * minute);
      expect(told(floor, "ada").filter((text) => text?.includes("we'll call you back"))).toHaveLength(1);
    },
  );

  test("is helped by the bot, and keeps their place", async () => {
    const floor = await office(place, nobodyThere, { type: "bot" });
    await ask(floor, "ada");
    await floor.write("ada", "Which papers do I need?");
    await floor.pass(1_000);
    expect(told(floor, "ada").at(-1)).toBe("re: Which papers do I need?");
    const { conversation, handoff } = await waitsAs(floor, "ada");
    expect([conversation.control.phase, handoff.destination.id]).toEqual(["queue", "chat"]);
  });
});

describe("from queue to queue", () => {
  const ids = ["chat", "second", "third", "fourth", "fifth", "sixth"];

  function chain(place: Place, next: (index: number) => string | undefined) {
    return ids.map((id, index): Partial<Queue> & { id: string } => {
      const to = next(index);
      const rules = to === undefined ? [] : [{ when: nobodyThere, then: { type: "queue", id: to } as const }];
      return { id, teams: [`team-${id}`], overflow: { before: [], after: [], [place]: rules } };
    });
  }

  async function cameTo(place: Place, next: (index: number) => string | undefined): Promise<Waits> {
    const [chat, ...queues] = chain(place, next);
    const floor = openFloor({ ...(chat ? { chat } : {}), queues });
    await ask(floor, "ada");
    await floor.pass(5 * minute);
    const found = await waitsAs(floor, "ada");
    expect(await lastDecision(floor, found.id)).toMatchObject({ outcome: { type: "nobody" } });
    return found;
  }

  test.each(["before", "after"] as const)(
    "it goes at most three times, %s it is queued, and then waits there",
    async (place) => {
      const { handoff } = await cameTo(place, (index) => ids[index + 1]);
      expect(handoff.destination.id).toBe(ids[mostHops]);
      expect(handoff.ask).toBeNull();
    },
  );

  test.each(["before", "after"] as const)("it never goes around in circles, %s it is queued", async (place) => {
    const { handoff } = await cameTo(place, (index) => (index === 0 ? "second" : "chat"));
    expect(["chat", "second"]).toContain(handoff.destination.id);
    expect([...handoff.queues].sort()).toEqual(["chat", "second"]);
  });
});

describe("steps", () => {
  const step = { priority: null, skipIf: null } as const;

  test("add their teams when their time has come, counted from entering the queue", async () => {
    const steps = [
      { ...step, afterSeconds: 30, teams: ["sales"], priority: "high" as const },
      { ...step, afterSeconds: 90, teams: ["others"] },
    ];
    const floor = openFloor({ chat: { steps } });
    await floor.engine.agents.add(person("other", { teamIds: ["others"] }));
    await ask(floor, "ada");
    await floor.pass(89_000);
    expect(await served(floor)).toEqual({});
    expect((await waitsAs(floor, "ada")).handoff.priority).toBe("high");
    await floor.pass(2_000);
    expect(await served(floor)).toEqual({ ada: "other" });
  });

  test("that would add nobody who can be asked are passed over, where they say so", async () => {
    const steps = [
      { ...step, afterSeconds: 30, teams: ["sales"], skipIf: "nobody-available" as const },
      { ...step, afterSeconds: 600, teams: ["others"] },
    ];
    const floor = openFloor({ chat: { steps } });
    await floor.engine.agents.add(person("seller", { teamIds: ["sales"], presence: "away" }));
    await floor.engine.agents.add(person("other", { teamIds: ["others"] }));
    await ask(floor, "ada");
    const { id } = await waitsAs(floor, "ada");
    expect(await served(floor)).toEqual({});
    await floor.pass(31_000);
    expect(await served(floor)).toEqual({ ada: "other" });
    expect(await lastDecision(floor, id)).toMatchObject({ notes: [{ code: "step-passed-over", step: 1 }], step: 2 });
  });
});

test("whoever is sent on from a closed team is told in time when nobody comes there, either", async () => {
  const floor = await office("after", { type: "wait", overMinutes: 5 }, toSecond, { hours: "nights" });
  await floor.engine.agents.change("ben", { presence: "away" });
  await ask(floor, "ada");
  const { afterMinutes } = floorSettings().handoff.exhaustion;
  await floor.pass((4 + afterMinutes) * minute);
  const { conversation } = await waitsAs(floor, "ada");
  const moments = async () => {
    const { items } = await floor.engine.conversations.messages(conversation.id, { limit: 100, afterSeq: 0 });
    return items.flatMap(({ author }) => (author.type === "system" ? [author.moment] : []));
  };
  expect(await moments()).not.toContain("handoff.exhausted");
  await floor.pass(2 * minute);
  expect(await moments()).toContain("handoff.exhausted");
  await floor.close();
});
