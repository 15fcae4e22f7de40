import { describe, expect, test } from "vitest";
import { person } from "../support/engine.ts";
import { recordingChannel } from "../support/recording-channel.ts";
import {
  accept,
  ask,
  comeOnDuty,
  lastDecision,
  linkCustomers,
  moveTo,
  onlyWaiting,
  openFloor,
  served,
  waiting,
} from "./routing/floor.ts";

const crowd = (count: number) => Array.from({ length: count }, (_, number) => `customer-${number}`);

describe("people who come on duty", () => {
  test("are asked for as many as ring at once, those first who have waited longest, and nobody else is bothered", async () => {
    const floor = openFloor();
    await ask(floor, ...crowd(40));
    const before = (await waiting(floor)).map(({ conversation }) => conversation.revision);
    for (const id of ["anne", "ben", "cleo"]) await floor.engine.agents.add(person(id, { capacity: 5 }));
    await floor.engine.settleAll();
    expect(await served(floor)).toEqual({ "customer-0": "anne", "customer-1": "ben", "customer-2": "cleo" });
    const after = (await waiting(floor)).map(({ conversation }) => conversation.revision);
    expect(after.slice(3)).toEqual(before.slice(3));
  });

  test("all at once are asked for different customers", async () => {
    const floor = openFloor();
    await ask(floor, ...crowd(10));
    await Promise.all(["anne", "ben", "cleo"].map((id) => floor.engine.agents.add(person(id, { capacity: 5 }))));
    await floor.engine.settleAll();
    expect(Object.keys(await served(floor))).toEqual(["customer-0", "customer-1", "customer-2"]);
    expect(Object.values(await served(floor)).sort()).toEqual(["anne", "ben", "cleo"]);
  });

  test("are never asked for more than they can take, however many wait", async () => {
    const floor = openFloor({ people: { ringsAtOnce: 20 } });
    await ask(floor, ...crowd(10));
    await floor.engine.agents.add(person("anne", { capacity: 4 }));
    await floor.engine.settleAll();
    expect(await served(floor)).toEqual({
      "customer-0": "anne",
      "customer-1": "anne",
      "customer-2": "anne",
      "customer-3": "anne",
    });
  });

  test("are not asked for what they cannot take, and get what is behind it", async () => {
    const skills = [{ skill: "refunds", level: 1, relaxAfterSeconds: null }];
    const floor = openFloor({
      queues: [{ id: "special", skills }],
    });
    await ask(floor, "first", "second");
    const [first] = await waiting(floor);
    await moveTo(floor, first?.id ?? "", "special");
    await floor.engine.agents.add(person("anne"));
    await floor.engine.settleAll();
    expect(await served(floor)).toEqual({ second: "anne" });
    await floor.engine.agents.add(person("ben", { skills: { refunds: 2 } }));
    await floor.engine.settleAll();
    expect(await served(floor)).toEqual({ second: "anne", first: "ben" });
  });

  test("learn something, and are asked for what needs it", async () => {
    const floor = openFloor({ chat: { skills: [{ skill: "refunds", level: 3, relaxAfterSeconds: null }] } });
    await ask(floor, "ada");
    await floor.engine.agents.add(person("anne", { skills: { refunds: 2 } }));
    await floor.engine.settleAll();
    expect(await served(floor)).toEqual({});
    await floor.engine.agents.change("anne", { skills: { refunds: 3 } });
    await floor.engine.settleAll();
    expect(await served(floor)).toEqual({ ada: "anne" });
  });

  test("are never rung for by a pull queue, however long it takes", async () => {
    const floor = openFloor({ chat: { mode: "pull" } });
    await ask(floor, "ada");
    await floor.engine.agents.add(person("anne"));
    await floor.pass(30 * 60_000);
    expect(await served(floor)).toEqual({});
    const { id } = await onlyWaiting(floor);
    expect(await lastDecision(floor, id)).toMatchObject({ outcome: { type: "nobody" }, by: "pull" });
    await floor.engine.command(id, { type: "conversation-claimed", agentId: "anne" }, null);
    expect(await served(floor)).toEqual({ ada: "has anne" });
  });
});

describe("the order in which they are served", () => {
  test("is by priority first; what came back from a person has waited since it began", async () => {
    const floor = openFloor();
    await floor.engine.agents.add(person("anne", { capacity: 1 }));
    await ask(floor, "returns");
    const [returns] = await waiting(floor);
    if (!returns) throw new Error("it waits");
    await accept(floor, returns);
    await ask(floor, "first", "second");
    await floor.write("angry", "I will kill myself");
    await floor.engine.settleAll();
    await floor.engine.agents.change("anne", { presence: "away", capacity: 9 });
    const back = { type: "conversation-unassigned", byAgentId: "anne", destination: null, note: null } as const;
    await floor.engine.command(returns.id, back, null);
    await floor.engine.settleAll();
    const order: string[] = [];
    for (const id of ["a", "b", "c", "d"]) {
      await floor.engine.agents.add(person(id, { capacity: 1 }));
      await floor.engine.settleAll();
      order.push(...Object.entries(await served(floor)).flatMap(([name, by]) => (by === id ? [name] : [])));
    }
    expect(order).toEqual(["angry", "returns", "first", "second"]);
  });

  test("holds for whoever comes at the moment at which somebody gets room, and is looked at first", async () => {
    const floor = openFloor();
    await floor.engine.agents.add(person("anne", { capacity: 1, presence: "away" }));
    await ask(floor, "first", "second");
    await comeOnDuty(floor, "anne");
    await ask(floor, "third");
    expect(await served(floor)).toEqual({ first: "anne" });
  });

  test("by reply window is by whose channel closes first", async () => {
    const day = 24 * 3_600_000;
    const channel = recordingChannel("main.test", { replyWindowMs: day });
    const floor = openFloor({ chat: { order: "reply-window" } }, { channel });
    await ask(floor, "first", "second");
    floor.clock.advance(60_000);
    await floor.write("first", "are you there?");
    await floor.engine.settleAll();
    await floor.engine.agents.add(person("anne", { capacity: 1 }));
    await floor.engine.settleAll();
    expect(await served(floor)).toEqual({ second: "anne" });
  });

  test("by age looks at no priority", async () => {
    const floor = openFloor({ chat: { order: "age" } });
    await ask(floor, "first");
    await floor.write("urgent", "I will kill myself");
    await floor.engine.settleAll();
    await floor.engine.agents.add(person("anne", { capacity: 1 }));
    await floor.engine.settleAll();
    expect(await served(floor)).toEqual({ first: "anne" });
  });
});

describe("the search", () => {
  test("widens by itself when a step begins, and overflows when it has waited for so long", async () => {
    const steps = [{ afterSeconds: 30, teams: ["sales"], priority: "high", skipIf: null }] as const;
    const after = [{ when: { type: "wait", overMinutes: 2 }, then: { type: "queue", id: "second" } }] as const;
    const floor = openFloor({
      chat: { steps, overflow: { before: [], after } },
      queues: [{ id: "second", teams: ["others"] }],
    });
    await floor.engine.agents.add(person("seller", { teamIds: ["sales"] }));
    await floor.engine.agents.add(person("other", { teamIds: ["others"], presence: "away" }));
    await ask(floor, "ada");
    await floor.pass(20_000);
    expect(await served(floor)).toEqual({});
    await floor.pass(11_000);
    expect(await served(floor)).toEqual({ ada: "seller" });
    const { id, handoff } = await onlyWaiting(floor);
    const requestId = `${id}.r${handoff.ask?.pending[0]?.recordSeq}`;
    const no = { type: "request-rejected", requestId, agentId: "seller", reason: "busy" } as const;
    await floor.engine.command(id, no, null);
    await floor.pass(95_000);
    expect((await onlyWaiting(floor)).handoff.destination.id).toBe("second");
    await floor.engine.agents.change("other", { presence: "available" });
    await floor.engine.settleAll();
    expect(await served(floor)).toEqual({ ada: "other" });
  });

  test("gives a customer who comes back to whoever had them, within the queue's hours", async () => {
    const floor = openFloor({ chat: { lastAgentHours: 24 } }, { settings: { reopenWindowMs: 0 } });
    await floor.engine.agents.add(person("anne"));
    await ask(floor, "ada");
    await accept(floor, await onlyWaiting(floor));
    await floor.engine.agents.add(person("ben"));
    const [had] = (await floor.engine.conversations.listByPhase("human", { limit: 1, cursor: null })).items;
    const end = { type: "conversation-closed", agentId: "anne", outcome: "resolved", wrapUp: null } as const;
    await floor.engine.command(had?.id ?? "", end, null);
    await floor.pass(3_600_000);
    await ask(floor, "ada");
    expect(await served(floor)).toEqual({ ada: "has anne" });
    expect(await lastDecision(floor, had?.id ?? "")).toMatchObject({ by: "last-agent" });

    await floor.engine.command(had?.id ?? "", end, null);
    await floor.pass(25 * 3_600_000);
    await ask(floor, "ada");
    expect(await served(floor)).toEqual({ ada: "ben" });
  });

  test("goes around by turns, for each queue and across restarts", async () => {
    const floor = openFloor({ chat: { strategy: { type: "round-robin" } } });
    for (const id of ["anne", "ben", "cleo"]) await floor.engine.agents.add(person(id, { capacity: 9 }));
    const order: string[] = [];
    for (const name of crowd(5)) {
      await ask(floor, name);
      const found = await onlyWaiting(floor);
      order.push(found.handoff.ask?.pending[0]?.agentId ?? "nobody");
      await accept(floor, found);
    }
    expect(order).toEqual(["anne", "ben", "cleo", "anne", "ben"]);
  });
});

describe("one customer on two channels", () => {
  async function joined(isVerified: { readonly here: boolean; readonly there: boolean }) {
    const floor = openFloor();
    await floor.engine.agents.add(person("anne", { capacity: 3 }));
    await ask(floor, "ada");
    const first = await onlyWaiting(floor);
    await accept(floor, first);
    await floor.engine.agents.add(person("ben", { capacity: 3 }));
    await floor.write("ada-elsewhere", "hello");
    await floor.engine.settleAll();
    const [second] = (await floor.engine.conversations.listByPhase("bot", { limit: 1, cursor: null })).items;
    if (!second) throw new Error("there are two conversations");
    await linkCustomers(floor, second, first.conversation, isVerified);
    await ask(floor, "ada-elsewhere");
    return { floor, second };
  }

  test("goes to the person who is engaged with them already, without a second ring", async () => {
    const { floor, second } = await joined({ here: true, there: true });
    expect(await lastDecision(floor, second.id)).toMatchObject({
      outcome: { type: "give", agentId: "anne" },
      by: "same-customer",
    });
  });

  test.each([
    { here: false, there: true },
    { here: true, there: false },
  ])("goes the usual way where somebody only says that it is them: %o", async (isVerified) => {
    const { floor, second } = await joined(isVerified);
    expect(await lastDecision(floor, second.id)).toMatchObject({ outcome: { type: "ask", agentIds: ["ben"] } });
  });
});
