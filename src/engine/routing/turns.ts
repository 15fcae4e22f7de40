import type { DocumentKey } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";

/** Whom each queue asked last: round robin goes on from there, in every process and after every restart. */
export interface Turns {
  read(queueId: string): Promise<string | null>;
  write(queueId: string, agentId: string): Promise<void>;
}

interface Turn {
  readonly lastAskedId: string;
}

/** Routing has one lane, so that nobody writes at the same time; a crash in between asks the same person once more. */
export function createTurns({ store, clock }: Pick<Parts, "store" | "clock">): Turns {
  return {
    async read(queueId) {
      const [stored] = await store.load([keyOf(queueId)]);
      return stored ? (stored.body as Turn).lastAskedId : null;
    },
    async write(queueId, agentId) {
      const body: Turn = { lastAskedId: agentId };
      await store.commit({ ...emptyCommit(clock.now()), puts: [{ ...keyOf(queueId), body }] });
    },
  };
}

function keyOf(queueId: string): DocumentKey {
  return { kind: "queue-turn", id: queueId };
}
