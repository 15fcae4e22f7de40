import { sleep } from "../support/sleep.ts";
import type { ApiClient } from "./api-client.ts";
import type { Ledger } from "./ledger.ts";

const everyMs = 80;

/** Looks again and again at what everybody has: each look at one person is one moment of theirs (I7). */
export function watchRoom(api: ApiClient, ledger: Ledger): { end(): Promise<void> } {
  let isOver = false;
  const watched = watch();
  return {
    end() {
      isOver = true;
      return watched;
    },
  };

  async function watch(): Promise<void> {
    while (!isOver) {
      // Whatever is being killed: nothing was seen, and the next look comes soon.
      const agents = await api.agents().catch(() => []);
      for (const { id, capacity, holds } of agents) {
        const conversationIds = holds.flatMap((hold) => (hold.as === "idle" ? [] : [hold.conversationId]));
        if (conversationIds.length <= capacity) continue;
        ledger.crowded.push({ at: Date.now(), agentId: id, capacity, conversationIds });
      }
      await sleep(everyMs);
    }
  }
}
