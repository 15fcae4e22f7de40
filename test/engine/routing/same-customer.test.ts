import { describe, expect, test } from "vitest";
import type { Conversation } from "../../../src/core/conversation/state.ts";
import type { Queue } from "../../../src/core/routing/queue.ts";
import { person } from "../../support/engine.ts";
import {
  accept,
  ask,
  type Floor,
  lastDecision,
  linkCustomers,
  moveTo,
  onlyWaiting,
  openFloor,
  served,
  waiting,
} from "./floor.ts";

type Verified = Parameters<typeof linkCustomers>[3];

/** The customer of a conversation writes somewhere else, too, and asks for a person there. */
async function asksElsewhere(floor: Floor, first: Conversation, isVerified: Verified): Promise<Conversation> {
  await floor.write("ada-elsewhere", "hello");
  await floor.engine.settleAll();
  const [second] = (await floor.engine.conversations.listByPhase("bot", { limit: 1, cursor: null })).items;
  if (!second) throw new Error("there are two conversations");
  await linkCustomers(floor, second, first, isVerified);
  await ask(floor, "ada-elsewhere");
  return second;
}

const verified = { here: true, there: true };

/**
 * Anne has Ada on one channel and Bob, and no room for more; Cy waits, and after him Ada on a second channel, in a queue
 * of its own where wanted.
 */
async function scene(elsewhere: Partial<Queue> = {}, isVerified: typeof verified = verified) {
  const floor = openFloor({ queues: [{ id: "special", teams: ["billers"], ...elsewhere }] });
  await floor.engine.agents.add(person("anne", { capacity: 2, teamIds: ["support"] }));
  await ask(floor, "ada");
  const first = await onlyWaiting(floor);
  await accept(floor, first);
  await ask(floor, "bob");
  const bob = await onlyWaiting(floor);
  await accept(floor, bob);
  await ask(floor, "cy");
  const second = await asksElsewhere(floor, first.conversation, isVerified);
  return { floor, second, bob: bob.conversation };
}

async function ringsFor(floor: Floor, { id }: Conversation): Promise<number> {
  const page = await floor.engine.conversations.records(id, { limit: 200, afterSeq: 0 });
  return page.items.filter(({ type }) => type === "request").length;
}

async function whereIs({ engine }: Floor, { id }: Conversation): Promise<string> {
  const control = (await engine.conversations.get(id))?.control;
  if (control?.phase === "human") return `with ${control.agentId}`;
  return control?.phase === "queue" && control.handoff.ask === null ? "waits" : "elsewhere";
}

async function close(floor: Floor, { id }: Conversation): Promise<void> {
  const end = { type: "conversation-closed", agentId: "anne", outcome: "resolved", wrapUp: null } as const;
  await floor.engine.command(id, end, null);
  await floor.engine.settleAll();
}

describe("a customer's second conversation whose person was full", () => {
  test("is theirs without a ring as soon as they have room, before those who wait longer", async () => {
    const { floor, second, bob } = await scene();
    expect(await whereIs(floor, second)).toBe("waits");
    await close(floor, bob);
    expect(await whereIs(floor, second)).toBe("with anne");
    expect(await lastDecision(floor, second.id)).toMatchObject({
      outcome: { type: "give", agentId: "anne" },
      by: "same-customer",
    });
    expect(await ringsFor(floor, second)).toBe(0);
    expect((await waiting(floor)).map(({ handoff }) => handoff.ask)).toEqual([null]);
  });

  test.each(["push", "pull"] as const)("also where it waits in a %s queue of other people", async (mode) => {
    const { floor, second, bob } = await scene({ mode });
    await moveTo(floor, second.id, "special");
    await close(floor, bob);
    expect(await whereIs(floor, second)).toBe("with anne");
    expect(await ringsFor(floor, second)).toBe(0);
  });

  test.each([
    { here: false, there: true },
    { here: true, there: false },
  ])("waits its turn where somebody only says that it is them: %o", async (isVerified) => {
    const { floor, second, bob } = await scene({}, isVerified);
    await close(floor, bob);
    expect(await served(floor)).toMatchObject({ cy: "anne" });
    expect(await whereIs(floor, second)).toBe("waits");
  });
});

/** Both of Ada's conversations wait: the first rings for Anne, the second for Bea, who has time as well. */
async function ringing({ anneTakes = 5, isVerified = verified } = {}) {
  const floor = openFloor();
  await floor.engine.agents.add(person("anne", { capacity: anneTakes, teamIds: ["support"] }));
  await ask(floor, "ada");
  const first = await onlyWaiting(floor);
  await floor.engine.agents.add(person("bea", { teamIds: ["support"] }));
  const second = await asksElsewhere(floor, first.conversation, isVerified);
  expect(await askedFor(floor, second)).toEqual(["bea"]);
  return { floor, first, second };
}

async function askedFor({ engine }: Floor, { id }: Conversation): Promise<readonly string[]> {
  const control = (await engine.conversations.get(id))?.control;
  const pending = control?.phase === "queue" ? control.handoff.ask?.pending : [];
  return pending?.map(({ agentId }) => agentId) ?? [];
}

describe("a customer's second conversation that rings for somebody else", () => {
  test("goes to whoever takes the first one, and rings no more: one customer, one person", async () => {
    const { floor, first, second } = await ringing();
    await accept(floor, first);
    expect(await whereIs(floor, second)).toBe("with anne");
    const { items } = await floor.engine.conversations.records(second.id, { limit: 200, afterSeq: 0 });
    expect(items.filter(({ type }) => type === "request")).toMatchObject([
      { agentId: "bea", end: { status: "rescinded" } },
    ]);
    const bea = await floor.engine.agents.get("bea");
    expect(bea).toMatchObject({ holds: {}, missedInARow: 0 });
  });

  test("rings on where whoever took the first has no room for both", async () => {
    const { floor, first, second } = await ringing({ anneTakes: 1 });
    await accept(floor, first);
    expect(await askedFor(floor, second)).toEqual(["bea"]);
  });

  test("rings on where somebody only says that it is the same customer", async () => {
    const { floor, first, second } = await ringing({ isVerified: { here: true, there: false } });
    await accept(floor, first);
    expect(await askedFor(floor, second)).toEqual(["bea"]);
  });
});
