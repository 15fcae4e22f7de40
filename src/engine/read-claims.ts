import { emptyCommit } from "./empty-commit.ts";
import type { Parts } from "./parts.ts";

/**
 * What the first claim of each key left; `null`: nobody has claimed it. Claims are looked at before versions, and the
 * wrong version keeps such a commit from leaving a trace.
 */
export function readClaims(
  { store, clock }: Pick<Parts, "store" | "clock">,
  keys: readonly string[],
): Promise<readonly (string | null)[]> {
  return Promise.all(
    keys.map(async (key) => {
      const result = await store.commit({
        ...emptyCommit(clock.now()),
        claims: [{ key, note: "" }],
        expects: [{ kind: "claim", id: "none", version: 1 }],
      });
      return result.status === "duplicate" ? result.note : null;
    }),
  );
}
