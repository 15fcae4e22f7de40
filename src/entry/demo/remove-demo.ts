import type { Phase } from "../../core/conversation/state.ts";
import type { Engine } from "../../engine/engine.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Store } from "../../ports/store.ts";
import { unmakeDemo } from "./demo-data.ts";

export interface RemovedDemo {
  readonly conversations: number;
}

const phases: readonly Phase[] = ["bot", "queue", "human", "closed"];

/** Everything that came of the demo: its conversations with their customers, its agent and its key. */
export async function removeDemo(
  engine: Pick<Engine, "conversations" | "erase">,
  store: Store,
  clock: Pick<Clock, "now">,
): Promise<RemovedDemo> {
  let conversations = 0;
  for (const phase of phases) {
    // Listed anew until nothing is left: a customer may write while it goes on.
    for (;;) {
      const found = await demoCustomers(engine, phase);
      if (found.size === 0) break;
      for (const customerId of found) if (await engine.erase(customerId)) conversations += 1;
    }
  }
  await unmakeDemo(store, clock);
  return { conversations };
}

async function demoCustomers(engine: Pick<Engine, "conversations">, phase: Phase): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Engine["conversations"]["listByPhase"]>> = await engine.conversations.listByPhase(
      phase,
      { limit: 200, cursor },
    );
    for (const { isTest, customerId } of page.items) if (isTest) found.add(customerId);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}
