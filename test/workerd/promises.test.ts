import { env, runInDurableObject } from "cloudflare:test";
import { openDurableDatabase } from "../../adapters/stores/sqlite/durable.ts";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { enginePromises } from "../engine/promises.ts";

enginePromises(
  "SQLite in a Durable Object",
  (work) => {
    const object = env.STORES.get(env.STORES.newUniqueId());
    return runInDurableObject(object, (_, { storage }) => work(createSqliteStore(openDurableDatabase(storage))));
  },
  8,
);
