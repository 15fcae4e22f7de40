import type { Commit, Store } from "../../ports/store.ts";

/** What is written about a conversation goes with it (I15): it has to be there at the moment it is written. */
export interface StillThere {
  look(): Promise<void>;
  /** For the commit that writes it; `null`: the conversation is gone. */
  along(): Pick<Commit, "expects" | "puts"> | null;
}

export function createStillThere(store: Store, conversationId: string): StillThere {
  const key = { kind: "conversation", id: conversationId };
  let version: number | null = null;
  return {
    async look() {
      const [stored] = await store.load([key]);
      version = stored?.version ?? null;
    },
    along: () => (version === null ? null : { expects: [{ ...key, version }], puts: [] }),
  };
}
