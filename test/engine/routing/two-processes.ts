import { describe, expect, test } from "vitest";
import type { Agent } from "../../../src/core/people/agent.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import { createRoster } from "../../../src/engine/routing/roster.ts";
import type { FeedInput, OpenStore, Store } from "../../../src/ports/store.ts";
import { testClock } from "../../support/clock.ts";
import { person, startTestEngine } from "../../support/engine.ts";
import type { InWorkspace } from "../../support/workspace.ts";
import { accept, ask, type Floor, floorSettings, onlyWaiting, served } from "./floor.ts";

const logger = { debug() {}, info() {}, warn() {}, error() {} };

/** What routing promises when two processes share one store. */
export function routingOfTwoProcesses(name: string, inWorkspace: InWorkspace): void {
  function two(work: (first: Floor, second: Floor) => Promise<void>): Promise<void> {
    return inWorkspace(async (one, other) => {
      const clock = testClock();
      const floorOn = (open: OpenStore, processName: string): Floor => {
        const started = startTestEngine({ store: open, clock, starter: floorSettings(), processName });
        return { ...started, store: open.store };
      };
      const [first, second] = [floorOn(one, "a"), floorOn(other, "b")];
      try {
        await work(first, second);
      } finally {
        for (const floor of [first, second]) await floor.close();
      }
    });
  }

  describe(`two processes on ${name}`, () => {
    test("each knows at its next decision whom the other has given something, or sent away", async () => {
      await two(async (first, second) => {
        await first.engine.agents.add(person("anne", { capacity: 1 }));
        await first.engine.agents.add(person("ben", { capacity: 1, lastAssignedAt: 1 }));
        await ask(first, "ada");
        await accept(first, await onlyWaiting(first));
        await ask(second, "bob");
        expect(await served(second)).toEqual({ ada: "has anne", bob: "ben" });
        await accept(second, await onlyWaiting(second));
        await ask(first, "cleo");
        expect(await served(first)).toEqual({ ada: "has anne", bob: "has ben" });
        await second.engine.agents.add(person("dora", { presence: "away" }));
        await ask(first, "eve");
        await second.engine.agents.change("dora", { presence: "available" });
        await Promise.all([first.engine.settleAll(), second.engine.settleAll()]);
        expect((await served(first)).cleo).toBe("dora");
      });
    });

    test("never give one person more than they can take, however many ask at once", async () => {
      await two(async (first, second) => {
        for (const id of ["anne", "ben"]) await first.engine.agents.add(person(id, { capacity: 2 }));
        const names = Array.from({ length: 12 }, (_, number) => `customer-${number}`);
        await Promise.all(
          names.map((name, index) => (index % 2 === 0 ? first : second).write(name, "I want to talk to a human")),
        );
        await Promise.all([first.engine.settleAll(), second.engine.settleAll()]);
        await Promise.all([first.engine.settleAll(), second.engine.settleAll()]);
        const asked = Object.values(await served(first)).sort();
        expect(asked).toEqual(["anne", "ben"]);
      });
    });
  });

  describe(`the roster on ${name}`, () => {
    function withRoster(work: (scene: Scene) => Promise<void>): Promise<void> {
      return inWorkspace(async ({ store }) => {
        const clock = testClock();
        const beside: Promise<unknown>[] = [];
        const roster = createRoster({ store, clock, logger, keepAlive: (one) => void beside.push(one) });
        const rest = async () => {
          await Promise.all(beside.splice(0));
        };
        try {
          await work({ store, roster, clock, rest });
        } finally {
          await rest();
        }
      });
    }

    test("knows everybody, however many pages they fill", async () => {
      await withRoster(async ({ store, roster }) => {
        const names = Array.from({ length: 1_203 }, (_, number) => `agent-${number}`);
        await Promise.all(names.map((id) => put(store, person(id), 0, null)));
        expect((await roster.read()).map(({ id }) => id).sort()).toEqual(names.sort());
      });
    });

    test("hears of changes from the feed, and reads nobody else again", async () => {
      await withRoster(async ({ store, roster }) => {
        await put(store, person("anne"), 0, null);
        await put(store, person("ben"), 0, null);
        const before = await roster.read();
        expect(await roster.read()).toBe(before);
        await put(store, person("anne", { presence: "away" }), 1, { type: "agent-changed", agentId: "anne" });
        await put(store, person("ben", { presence: "away" }), 1, null);
        await roster.read();
        expect(roster.person("anne")?.presence).toBe("away");
        expect(roster.person("ben")?.presence).toBe("available");
      });
    });

    test("doubts whoever holds the conversation that something happened to", async () => {
      await withRoster(async ({ store, roster }) => {
        const held = { as: "open", units: 1, channelKind: "web", at: 0 } as const;
        await put(store, person("anne", { holds: { con_1: held } }), 0, null);
        await roster.read();
        await put(store, person("anne"), 1, { type: "control-changed", conversationId: "con_1" });
        await roster.read();
        expect(roster.person("anne")?.holds).toEqual({});
      });
    });

    test("says whether somebody is still who they were, and knows it from then on", async () => {
      await withRoster(async ({ store, roster }) => {
        await put(store, person("anne"), 0, null);
        await roster.read();
        expect(await roster.isFresh(["anne"])).toBe(true);
        await put(store, person("anne", { presence: "busy" }), 1, null);
        expect(await roster.isFresh(["anne"])).toBe(false);
        expect(roster.person("anne")?.presence).toBe("busy");
        expect(await roster.isFresh(["anne"])).toBe(true);
      });
    });

    test("looks twice for a hundred who ask at once, and each hears what was there when they asked", async () => {
      await withRoster(async ({ store, clock }) => {
        let looks = 0;
        const feed: Store["feed"] = (request) => {
          looks += 1;
          return store.feed(request);
        };
        const roster = createRoster({ store: { ...store, feed }, clock, logger, keepAlive: () => undefined });
        await roster.read();
        looks = 0;
        const running = roster.read();
        await put(store, person("anne"), 0, { type: "agent-changed", agentId: "anne" });
        const asked = await Promise.all(Array.from({ length: 100 }, () => roster.read()));
        await running;
        expect(asked.every(([first]) => first?.id === "anne")).toBe(true);
        expect(looks).toBeLessThanOrEqual(3);
      });
    });

    test("notices after a minute what nobody told of: somebody new, and somebody gone", async () => {
      await withRoster(async ({ store, roster, clock, rest }) => {
        await put(store, person("anne"), 0, null);
        await roster.read();
        await put(store, person("ben"), 0, null);
        await store.commit({
          ...emptyCommit(0),
          removes: [{ kind: "agent", id: "anne" }],
          index: [{ change: "remove", view: "agents", key: "all", kind: "agent", id: "anne" }],
        });
        await roster.read();
        expect(roster.person("ben")).toBeUndefined();
        clock.advance(60_001);
        await roster.read();
        await rest();
        expect((await roster.read()).map(({ id }) => id)).toEqual(["ben"]);
      });
    });

    test("reads everybody when the feed has gone on too far", async () => {
      await withRoster(async ({ store, roster }) => {
        await put(store, person("anne"), 0, null);
        await roster.read();
        const noise = { type: "details-changed", conversationId: null, data: {} } as const;
        await store.commit({ ...emptyCommit(0), feed: Array.from({ length: 5_100 }, () => noise) });
        await put(store, person("ben"), 0, null);
        await roster.read();
        expect(roster.person("ben")?.id).toBe("ben");
      });
    });
  });
}

interface Scene {
  readonly store: Store;
  readonly roster: ReturnType<typeof createRoster>;
  readonly clock: ReturnType<typeof testClock>;
  /** Waits for what it does beside. */
  rest(): Promise<void>;
}

interface Told {
  readonly type: FeedInput["type"];
  readonly agentId?: string;
  readonly conversationId?: string;
}

/** As another process would write it; `told: null`, and no feed tells of it. */
async function put(store: Store, agent: Agent, version: number, told: Told | null): Promise<void> {
  const key = { kind: "agent", id: agent.id };
  const result = await store.commit({
    ...emptyCommit(0),
    expects: [{ ...key, version }],
    puts: [{ ...key, body: agent }],
    index: [{ change: "put", view: "agents", key: "all", ...key, sort: 0, previousKey: null }],
    feed: told
      ? [{ type: told.type, conversationId: told.conversationId ?? null, data: { agentId: told.agentId ?? null } }]
      : [],
  });
  expect(result.status).toBe("committed");
}
