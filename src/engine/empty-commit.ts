import type { Commit } from "../ports/store.ts";

/** A commit that changes nothing yet. */
export function emptyCommit(at: number): Commit {
  return {
    at,
    claims: [],
    settles: [],
    expects: [],
    puts: [],
    removes: [],
    entries: [],
    effects: [],
    cancels: [],
    index: [],
    feed: [],
    lease: null,
  };
}
