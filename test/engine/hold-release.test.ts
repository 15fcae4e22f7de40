import { expect, test } from "vitest";
import { createHoldRelease } from "../../src/engine/effects/hold-release.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { testClock } from "../support/clock.ts";
import { person } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";
import { only, start } from "./opened.ts";

test("whoever is asked again meanwhile, or has it now, keeps the place that is theirs", async () => {
  const store = memoryStore();
  const started = start({ store });
  await started.engine.agents.add(person("robin"));
  await started.write("ada", "I want to talk to a human");
  await started.pass(1_000);
  const { id } = await only(started);
  // An old release comes late: the lease of a process that was lost.
  const effect = { type: "hold-release", conversationId: id, agentId: "robin" } as const;
  const leased = { id: "late", lane: null, pool: "timer", owner: id, attempt: 1, failures: 0, body: effect };
  const release = createHoldRelease({ store: store.store, clock: started.clock, wakeAt: () => undefined });
  expect(await release(leased, effect)).toEqual({ outcome: "done" });
  expect((await started.engine.agents.get("robin"))?.holds[id]?.as).toBe("offered");
  await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
  expect(await release(leased, effect)).toEqual({ outcome: "done" });
  expect((await started.engine.agents.get("robin"))?.holds[id]?.as).toBe("open");
});

test("whoever gets a place back is looked at at once, whether or not anybody looks now and then", async () => {
  const { store, close } = memoryStore();
  const at = 1_000;
  const clock = { ...testClock(), now: () => at };
  const held = { robin: { as: "offered", units: 1, channelKind: "web", at } } as const;
  const agent = { kind: "agent", id: "robin", body: person("robin", { holds: { con_1: held.robin } }) };
  const body = { type: "hold-release", conversationId: "con_1", agentId: "robin" } as const;
  const planned = { id: "let-go", lane: null, pool: "timer", dueAt: at, owner: "con_1", body, whenLeased: [] };
  await store.commit({ ...emptyCommit(at), puts: [agent], effects: [planned] });
  const taken = await store.takeDue({ now: at, limit: 1, leaseUntilMs: 60_000, busyPools: [] });
  const [leased] = taken.effects;
  if (!leased) throw new Error("Nothing was planned.");
  const wakes: number[] = [];
  const release = createHoldRelease({ store, clock, wakeAt: (time) => wakes.push(time) });
  expect(await release(leased, body)).toEqual({ outcome: "settled" });
  expect(wakes).toEqual([at]);
  await close();
});
