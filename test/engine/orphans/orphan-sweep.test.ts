import { memoryStore } from "../../support/memory-store.ts";
import { orphanPromises } from "./orphan-promises.ts";

orphanPromises("SQLite", async () => memoryStore());
