import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import type { OpenStore } from "../../src/ports/store.ts";

/** The real SQL store, forgotten when it closes. */
export function memoryStore(): OpenStore {
  return createSqliteStore(openNodeDatabase(":memory:"));
}
