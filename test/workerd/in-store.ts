import { env, runInDurableObject } from "cloudflare:test";
import { openDurableDatabase } from "../../adapters/stores/sqlite/durable.ts";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import type { OpenStore } from "../../src/ports/store.ts";
import { type InWorkspace, sharing } from "../support/workspace.ts";

/** Does something with the store of a Durable Object that nobody else uses. */
export function inStore(work: (store: OpenStore) => Promise<void>): Promise<void> {
  const object = env.STORES.get(env.STORES.newUniqueId());
  return runInDurableObject(object, (_, { storage }) => work(createSqliteStore(openDurableDatabase(storage))));
}

/** The same for two engines, as of an object and of the one that replaces it. */
export const inObject: InWorkspace = (work) => inStore((open) => sharing(open, work));
