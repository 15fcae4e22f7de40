import { expect, test } from "vitest";
import { createHoldRelease } from "../../src/engine/effects/hold-release.ts";
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
  const leased = { id: "late", lane: null, pool: "timer", owner: id, attempt: 1, body: effect };
  const release = createHoldRelease({ store: store.store, clock: started.clock });
  expect(await release(leased, effect)).toEqual({ outcome: "done" });
  expect((await started.engine.agents.get("robin"))?.holds[id]?.as).toBe("offered");
  await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
  expect(await release(leased, effect)).toEqual({ outcome: "done" });
  expect((await started.engine.agents.get("robin"))?.holds[id]?.as).toBe("open");
});
