import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadOn } from "../../src/core/people/load.ts";
import { decideRoute } from "../../src/core/routing/decide-route.ts";
import { openUnits } from "../../src/core/routing/open-units.ts";
import { compilePolicy } from "../../src/core/settings/policy.ts";
import { noSwitches } from "../../src/core/settings/settings.ts";
import type { PostCall } from "../../src/engine/routing/signed-post.ts";
import { person } from "../support/engine.ts";
import {
  accept,
  ask,
  type Floor,
  floorSettings,
  lastDecision,
  onlyWaiting,
  openFloor,
  served,
  waiting,
} from "./routing/floor.ts";

const signal = new AbortController().signal;
const crowd = (count: number) => Array.from({ length: count }, (_, number) => `customer-${number}`);

describe("four hundred who wait", () => {
  test("and three who come: three are asked for, and with every yes the next, until nobody can take more", async () => {
    const floor = openFloor();
    for (const name of crowd(400)) await floor.write(name, "I want to talk to a human");
    await floor.engine.settleAll();
    for (const id of ["anne", "ben", "cleo"]) await floor.engine.agents.add(person(id, { capacity: 3 }));
    await floor.engine.settleAll();
    const asked = async () => (await waiting(floor)).filter(({ handoff }) => handoff.ask !== null);
    for (const [round, ringing] of [3, 3, 3, 0].entries()) {
      const now = await asked();
      expect(now).toHaveLength(ringing);
      const people = now.map(({ handoff }) => handoff.ask?.pending[0]?.agentId).sort();
      expect(people).toEqual(ringing === 0 ? [] : ["anne", "ben", "cleo"]);
      expect(await waiting(floor)).toHaveLength(400 - 3 * round);
      await Promise.all(now.map((each) => accept(floor, each)));
      await floor.engine.settleAll();
    }
  }, 60_000);
});

describe("room that comes back", () => {
  test("when a customer has been silent for long, the next one gets", async () => {
    const floor = openFloor({ people: { idleMinutes: 10 } });
    await floor.engine.agents.add(person("anne", { capacity: 1 }));
    await ask(floor, "ada");
    const ada = await onlyWaiting(floor);
    await accept(floor, ada);
    await ask(floor, "bob");
    await floor.engine.command(ada.id, { type: "agent-replied", agentId: "anne", text: "Hello!" }, null);
    await floor.engine.settleAll();
    expect(await served(floor)).toEqual({ ada: "has anne" });
    const [before] = await waiting(floor);
    await floor.pass(11 * 60_000);
    expect(await served(floor)).toEqual({ ada: "has anne", bob: "anne" });
    expect(before?.handoff.ask).toBeNull();
  });
});

describe("a queue that asks the company's own service", () => {
  const strategy = {
    type: "external",
    url: "https://r.example",
    timeoutSeconds: 30,
    fallback: "longest-idle",
  } as const;

  test("asks whom it names, and without it at once whom the fallback names; both is written down", async () => {
    const calls: PostCall[] = [];
    const answers = ['{"agentId":"ben"}', '{"agentId":"robin"}'];
    const signedPost = async (call: PostCall) => {
      calls.push(call);
      const answer = answers.shift();
      if (answer === undefined) return { status: "timed-out" } as const;
      return { status: "answered", body: new TextEncoder().encode(answer) } as const;
    };
    const floor = openFloor({ chat: { strategy } }, { signedPost });
    for (const id of ["anne", "ben", "cleo"]) await floor.engine.agents.add(person(id, { capacity: 9 }));
    const decisions: unknown[] = [];
    for (const name of crowd(3)) {
      await ask(floor, name);
      const found = await onlyWaiting(floor);
      const { by, outcome } = await lastDecision(floor, found.id);
      decisions.push({ by, to: outcome.type === "ask" ? outcome.agentIds : outcome.type });
      await accept(floor, found);
    }
    expect(decisions).toEqual([
      { by: "external", to: ["ben"] },
      { by: "longest-idle after external named somebody who cannot take it", to: ["anne"] },
      { by: "longest-idle after external timed out", to: ["cleo"] },
    ]);
    expect(new TextDecoder().decode(calls[0]?.body)).not.toMatch(/human|customer-0/);
    // Everybody's routing waits for it, so it has five seconds at most.
    expect(calls.map(({ timeoutMs }) => timeoutMs)).toEqual([5_000, 5_000, 5_000]);
  });

  test("and is not set up here, goes by the fallback", async () => {
    const floor = openFloor({ chat: { strategy } });
    await floor.engine.agents.add(person("anne"));
    await ask(floor, "ada");
    expect(await lastDecision(floor, (await onlyWaiting(floor)).id)).toMatchObject({
      by: "longest-idle after external is not set up",
      outcome: { agentIds: ["anne"] },
    });
  });
});

describe("an engine that starts", () => {
  test("looks every quarter of an hour who will be on duty", async () => {
    const floor = openFloor();
    const before = await floor.store.feed({ after: null, limit: 1, waitMs: 0, signal });
    await floor.engine.start();
    await floor.pass(31 * 60_000);
    const heard = await floor.store.feed({ after: before.cursor, limit: 500, waitMs: 0, signal });
    if (heard.status !== "entries") throw new Error("half an hour is not too long ago");
    expect(heard.entries.filter(({ type }) => type === "roster-checked")).toHaveLength(2);
  });
});

describe("whatever people and customers do", () => {
  const ids = ["anne", "ben", "cleo"];
  const move = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom("ask", "accept", "reject", "close", "claim") },
    { weight: 3, arbitrary: fc.constantFrom("available", "away", "busy") },
    { weight: 1, arbitrary: fc.constantFrom("less", "more", "learn", "expire") },
  );
  const moves = fc.array(fc.tuple(move, fc.nat(1_000)), { minLength: 5, maxLength: 30 });
  const skills = [{ skill: "refunds", level: 2, relaxAfterSeconds: null }];
  const settings = floorSettings({ queues: [{ id: "special", skills }] });
  const policy = compilePolicy(0, settings, noSwitches);

  test("nobody waits for whom somebody has room, and nobody ever has too much (I5, I7)", async () => {
    await fc.assert(
      fc.asyncProperty(moves, async (all) => {
        const floor = openFloor({ queues: [{ id: "special", skills }] });
        for (const id of ids) await floor.engine.agents.add(person(id, { capacity: 2 }));
        let customers = 0;
        for (const [kind, pick] of all) {
          if (kind === "ask") await ask(floor, `customer-${++customers}`);
          else await act(floor, kind, pick);
          await floor.engine.settleAll();
          await expectNobodyOverlooked(floor);
        }
        await floor.close();
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  async function act(floor: Floor, kind: string, pick: number): Promise<void> {
    const { engine } = floor;
    const id = ids[pick % ids.length] ?? "anne";
    const held = (await engine.conversations.listByPhase("human", { limit: 50, cursor: null })).items;
    const wait = await waiting(floor);
    const rung = wait.filter(({ handoff }) => handoff.ask !== null);
    const one = rung[pick % Math.max(1, rung.length)];
    const asked = one?.handoff.ask?.pending[0];
    const request = { requestId: `${one?.id}.r${asked?.recordSeq}`, agentId: asked?.agentId ?? id };
    const mine = held[pick % Math.max(1, held.length)];
    switch (kind) {
      case "accept":
        if (one) await engine.command(one.id, { type: "request-accepted", ...request }, null);
        return;
      case "reject":
        if (one) await engine.command(one.id, { type: "request-rejected", ...request, reason: "busy" }, null);
        return;
      case "close": {
        const agentId = mine?.control.phase === "human" ? mine.control.agentId : null;
        const end = { type: "conversation-closed", agentId, outcome: "resolved", wrapUp: null } as const;
        if (mine) await engine.command(mine.id, end, null);
        return;
      }
      case "claim": {
        const some = wait[pick % Math.max(1, wait.length)];
        const destination = { type: "queue", id: "special" } as const;
        const away = { type: "conversation-unassigned", byAgentId: null, destination, note: null } as const;
        if (some) await engine.command(some.id, away, null);
        return;
      }
      case "less":
      case "more":
        await engine.agents.change(id, { capacity: kind === "less" ? 1 : 3 });
        return;
      case "learn":
        await engine.agents.change(id, { skills: { refunds: 3 } });
        return;
      case "expire":
        await floor.pass(121_000);
        return;
      default:
        await engine.agents.change(id, { presence: kind as "available" });
    }
  }

  async function expectNobodyOverlooked({ engine, clock, ...floor }: Floor): Promise<void> {
    const agents = await engine.agents.list();
    for (const agent of agents) if (agent.capacity >= 2) expect(openUnits(agent)).toBeLessThanOrEqual(agent.capacity);
    for (const { conversation, handoff } of await waiting({ engine, clock, ...floor })) {
      if (handoff.ask) continue;
      const load = loadOn({ kind: "test" }, policy);
      const { outcome } = decideRoute({ handoff, conversation, load, agents, policy, at: clock.now(), external: null });
      expect(outcome.type).toBe("nobody");
    }
  }
});
