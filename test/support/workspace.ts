import { test } from "vitest";
import type { OpenStore } from "../../src/ports/store.ts";

/**
 * An empty workspace for as long as the work takes, as each of two processes has it. Where only one can have it, both
 * are the same. Everything happens within the call: a Durable Object's storage can be reached nowhere else.
 */
export type InWorkspace = (work: (one: OpenStore, other: OpenStore) => Promise<void>) => Promise<void>;

/** What every test begins and ends with, as the hooks would, which are called outside of the workspace. */
export interface Scene {
  begin(one: OpenStore, other: OpenStore): Promise<void>;
  end(): Promise<void>;
}

/** Vitest's `test`, each in a workspace of its own. */
export function testIn(inWorkspace: InWorkspace, { begin, end }: Scene) {
  const played = (play: () => Promise<void>) =>
    inWorkspace(async (one, other) => {
      await begin(one, other);
      try {
        await play();
      } finally {
        await end();
      }
    });
  return Object.assign(
    (name: string, play: () => Promise<void>, timeoutMs?: number) => test(name, () => played(play), timeoutMs),
    {
      each:
        <Case>(cases: readonly Case[]) =>
        (name: string, play: (each: Case) => Promise<void>) =>
          test.each(cases)(name, (each) => played(() => play(each))),
    },
  );
}

/** For work on one store: whatever runs on it may close it, and it stays open until the work is done. */
export async function sharing(open: OpenStore, work: Parameters<InWorkspace>[0]): Promise<void> {
  const stays = { store: open.store, close: async () => undefined };
  try {
    await work(stays, stays);
  } finally {
    await open.close();
  }
}
