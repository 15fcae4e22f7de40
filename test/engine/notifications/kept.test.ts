import { memoryStore } from "../../support/memory-store.ts";
import { keptPromises } from "./kept-promises.ts";

keptPromises("SQLite in memory", async () => memoryStore());
