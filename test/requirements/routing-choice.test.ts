import { describe, expect, test } from "vitest";
import type { Agent } from "../../src/core/people/agent.ts";
import type { Queue, Strategy } from "../../src/core/routing/queue.ts";
import type { PostAnswer } from "../../src/engine/routing/signed-post.ts";
import {
  accept,
  ask,
  type Floor,
  lastDecision,
  onlyWaiting,
  openFloor,
  served,
  waiting,
} from "../engine/routing/floor.ts";
import { person } from "../support/engine.ts";

const minute = 60_000;

/** Anne was given something last, then Ben; Cleo has been idle longest, and has the least room. */
const idle: readonly Agent[] = [
  person("anne", { capacity: 4, lastAssignedAt: 3 }),
  person("ben", { capacity: 4, lastAssignedAt: 2 }),
  person("cleo", { capacity: 2, lastAssignedAt: 1 }),
];

async function withPeople(
  queue: Partial<Queue>,
  people: readonly Agent[] = idle,
  options: Parameters<typeof openFloor>[1] = {},
): Promise<Floor> {
  const floor = openFloor({ chat: queue }, options);
  for (const one of people) await floor.engine.agents.add(one);
  await floor.engine.settleAll();
  return floor;
}

/** So many customers come one after the other, and everybody says yes. @returns who has them, in this order. */
async function inTurn(floor: Floor, count: number): Promise<readonly string[]> {
  const order: string[] = [];
  for (let number = 0; number < count; number++) {
    await ask(floor, `customer-${number}`);
    const found = await onlyWaiting(floor);
    order.push(found.handoff.ask?.pending[0]?.agentId ?? "nobody");
    await accept(floor, found);
  }
  return order;
}

const by = (strategy: Strategy) => ({ strategy });

describe("each strategy asks, of three who are free", () => {
  test("longest idle: whoever was given something longest ago, and so on around", async () => {
    expect(await inTurn(await withPeople(by({ type: "longest-idle" })), 4)).toEqual(["cleo", "ben", "anne", "cleo"]);
  });

  test("least loaded: whoever has the smallest part of their places taken", async () => {
    // Cleo has two places: one conversation is half of what she can do, and a quarter of what the others can.
    expect(await inTurn(await withPeople(by({ type: "least-loaded" })), 5)).toEqual([
      ...["cleo", "ben", "anne", "ben", "anne"],
    ]);
  });

  test("round robin: one after the other by name, whoever was idle longest", async () => {
    expect(await inTurn(await withPeople(by({ type: "round-robin" })), 4)).toEqual(["anne", "ben", "cleo", "anne"]);
  });

  test("random: by lot, each of them sometimes, and the same again when it is gone through again", async () => {
    const roomy = idle.map((one) => ({ ...one, capacity: 30 }));
    const once = await inTurn(await withPeople(by({ type: "random" }), roomy), 20);
    expect(new Set(once)).toEqual(new Set(["anne", "ben", "cleo"]));
    expect(await inTurn(await withPeople(by({ type: "random" }), roomy), 20)).toEqual(once);
  });

  test("broadcast: several at once; the first to say yes has it, and the others are let go", async () => {
    const floor = await withPeople(by({ type: "broadcast", most: 2 }));
    await ask(floor, "ada");
    const found = await onlyWaiting(floor);
    expect(found.handoff.ask?.pending.map(({ agentId }) => agentId)).toEqual(["cleo", "ben"]);
    await accept(floor, found);
    expect(await served(floor)).toEqual({ ada: "has cleo" });
    expect((await floor.engine.agents.get("ben"))?.holds).toEqual({});
  });

  test("last agent: whoever had this customer, before anybody whom the strategy would ask", async () => {
    const floor = await withPeople({ lastAgentHours: 24 }, idle, { settings: { reopenWindowMs: 0 } });
    await ask(floor, "ada");
    const { id, ...first } = await onlyWaiting(floor);
    await accept(floor, { id, ...first });
    const end = { type: "conversation-closed", agentId: "cleo", outcome: "resolved", wrapUp: null } as const;
    await floor.engine.command(id, end, null);
    await floor.pass(60 * minute);
    await ask(floor, "ada");
    expect(await served(floor)).toEqual({ ada: "has cleo" });
    expect(await lastDecision(floor, id)).toMatchObject({ by: "last-agent" });
  });
});

describe("a service of the company's own", () => {
  const strategy = by({ type: "external", url: "https://r.example", timeoutSeconds: 2, fallback: "longest-idle" });
  const says = (text: string): PostAnswer => ({ status: "answered", body: new TextEncoder().encode(text) });

  /** @returns whom it asks, and what the record says of how. */
  async function askedBy(answer: PostAnswer): Promise<readonly [string, string]> {
    const floor = await withPeople(strategy, idle, { signedPost: async () => answer });
    await ask(floor, "ada");
    const { id } = await onlyWaiting(floor);
    return [(await served(floor)).ada ?? "nobody", (await lastDecision(floor, id)).by];
  }

  test("says who it is", async () => {
    expect(await askedBy(says('{"agentId":"anne"}'))).toEqual(["anne", "external"]);
  });

  test.each([
    ["does not answer in time", { status: "timed-out" }, "timed out"],
    ["breaks", { status: "failed" }, "failed"],
    ["refuses", { status: "refused" }, "refused"],
    ["talks nonsense", says("<html>"), "malformed"],
    ["names nobody", says('{"agentId":null}'), "named nobody"],
    ["names somebody who is not there", says('{"agentId":"robin"}'), "named somebody who cannot take it"],
  ] as const)("%s: the fallback asks at once, and the record says why", async (_what, answer, because) => {
    expect(await askedBy(answer)).toEqual(["cleo", `longest-idle after external ${because}`]);
  });
});

describe("who is served next", () => {
  /** Low waits longest, then normal, then urgent, whom the team's rule has put before everybody. */
  async function order(queue: Partial<Queue>): Promise<readonly string[]> {
    const floor = await withPeople(queue, []);
    await ask(floor, "first", "second");
    await floor.write("urgent", "I will kill myself");
    await floor.engine.settleAll();
    await floor.engine.agents.add(person("anne", { capacity: 3 }));
    await floor.engine.settleAll();
    const names: string[] = [];
    for (let left = 3; left > 0; left--) {
      const [name = "nobody"] = Object.entries(await served(floor)).find(([, who]) => who === "anne") ?? [];
      names.push(name);
      const rung = (await waiting(floor)).find(({ handoff }) => handoff.ask !== null);
      if (rung) await accept(floor, rung);
    }
    return names;
  }

  test("by priority, then by age", async () => {
    expect(await order({ order: "priority-then-age" })).toEqual(["urgent", "first", "second"]);
  });

  test("by age alone where the queue says so", async () => {
    expect(await order({ order: "age" })).toEqual(["first", "second", "urgent"]);
  });
});

describe("skills and languages", () => {
  test("are needed for as long as the queue says, and then whoever is there is asked", async () => {
    const skills = [{ skill: "refunds", level: 3, relaxAfterSeconds: 90 }];
    const floor = await withPeople({ skills }, [
      person("anne", { skills: { refunds: 2 } }),
      person("expert", { skills: { refunds: 5 }, presence: "away" }),
    ]);
    await ask(floor, "ada");
    const { id } = await onlyWaiting(floor);
    expect((await lastDecision(floor, id)).candidates).toContainEqual({ agentId: "anne", excluded: "skill" });
    await floor.pass(89_000);
    expect(await served(floor)).toEqual({});
    await floor.pass(1_000);
    expect(await served(floor)).toEqual({ ada: "anne" });
    expect(await lastDecision(floor, id)).toMatchObject({ notes: [{ code: "need-dropped", skill: "refunds" }] });
  });

  test("a language that is required is so too, and whoever writes it still comes first", async () => {
    const floor = await withPeople({ language: { need: "required", relaxAfterSeconds: 60 } }, [
      person("anne", { languages: ["de"], lastAssignedAt: 0 }),
      person("british", { languages: ["en-GB"], lastAssignedAt: 9, presence: "away" }),
    ]);
    await ask(floor, "ada");
    await floor.pass(59_000);
    expect(await served(floor)).toEqual({});
    await floor.engine.agents.change("british", { presence: "available" });
    await floor.engine.settleAll();
    expect(await served(floor)).toEqual({ ada: "british" });
    const other = await withPeople({ language: { need: "required", relaxAfterSeconds: 60 } }, [
      person("anne", { languages: ["de"] }),
    ]);
    await ask(other, "bob");
    await other.pass(61_000);
    expect(await served(other)).toEqual({ bob: "anne" });
  });
});
